const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const MINUTE_MS = 60_000;

export const clock = (at: number): string => CLOCK.format(at);

/** Rounded up: at the minute named, the wait is over. */
export const clockAfter = (at: number): string =>
  CLOCK.format(Math.ceil(at / MINUTE_MS) * MINUTE_MS);

/** The day of a server's `YYYY-MM-DD…`, as that server means it: its zone is not known. */
export function dayOf(since: string): string {
  const at = Date.parse(`${since.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(at) ? since : DAY.format(at);
}

/** How long ago, roughly: recents need no more. */
export function ago(at: number, now: number): string {
  const minutes = Math.floor((now - at) / MINUTE_MS);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} h ago`;
  return DAY.format(at);
}
