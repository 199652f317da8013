/** A wrong header must not lock anybody out for a day. */
export const LONGEST_HOLD_MS = 60 * 60 * 1000;
/** Numbers above this are moments in seconds since 1970, below it they are durations. */
const FIRST_MOMENT = 1_000_000_000;

/**
 * When a 429 lets us come again: `Retry-After` (seconds or a date), else `X-RateLimit-Refill`
 * (unit undocumented), else after a whole window.
 */
export function retryAtOf(headers: Headers, now: number, windowSeconds: number): number {
  const at =
    momentOf(headers.get('retry-after'), now) ??
    momentOf(headers.get('x-ratelimit-refill'), now) ??
    now + windowSeconds * 1000;
  return Math.min(Math.max(at, now), now + LONGEST_HOLD_MS);
}

function momentOf(header: string | null, now: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(text)) {
    const number = Number(text);
    return number >= FIRST_MOMENT ? number * 1000 : now + number * 1000;
  }
  // `Date.parse` makes a date of nearly anything, so only HTTP's own form is handed to it.
  const date = /^[a-z]{3},? \d/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? null : date;
}
