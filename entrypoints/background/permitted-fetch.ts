import { browser } from '@/lib/browser';
import { FailureError } from '@/lib/failure';
import { patternOf } from '@/lib/people/site';

/**
 * Law 9: a host she has not allowed is refused by name before anything is sent. The browser
 * itself would only say that the network failed.
 */
export const permittedFetch: typeof fetch = async (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input);
  if (!(await mayReach(url.origin))) {
    throw new FailureError({ kind: 'no-permission', host: url.host });
  }
  return fetch(input, init);
};

export async function mayReach(origin: string): Promise<boolean> {
  const pattern = patternOf(origin);
  return pattern !== null && browser.permissions.contains({ origins: [pattern] });
}
