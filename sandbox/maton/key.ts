import type { Limit, Verdict } from '../limit.ts';
import type { Received } from '../received.ts';
import { json } from '../reply.ts';
import type { Reply } from '../reply.ts';

/** Maton's own errors. No document shows their body; clients in the wild read `error`. */
export function matonError(
  status: number,
  error: string,
  headers: Record<string, string> = {},
): Reply {
  return json(status, { error }, headers);
}

/** Key and rate: a reply where the door stays shut, else what is left of the allowance. */
export function admit(request: Received, key: string, limit: Limit): Reply | Verdict {
  if (request.headers.authorization !== `Bearer ${key}`) {
    return matonError(401, 'Invalid or missing API key');
  }
  const verdict = limit.take(key);
  if (verdict.allowed) return verdict;
  return matonError(429, 'Rate limit exceeded', { 'Retry-After': String(verdict.wait) });
}
