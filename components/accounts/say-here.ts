import type { Failure } from '@/lib/failure';
import { sayFailure } from '@/lib/failure-words';

/** A failure as one text, with the next step as it looks from the options page itself. */
export function sayHere(failure: Failure, accountName?: string): string {
  const words = sayFailure(failure, accountName);
  const next =
    failure.kind === 'no-permission'
      ? 'Choose Test and save again and allow it when your browser asks.'
      : words.next
          ?.replace('save it in the options', 'put it into the account’s form, then Test and save')
          .replace(' in the options', '');
  return next ? `${words.what} ${next}` : words.what;
}
