/** When what is due: all anew by her schedule, who came since while flags are in use, and tries. */
import type { Failure } from '../failure';
import type { Refresh } from '../people/directory';
import type { FillNote } from './fill-log';
import type { RegisterState } from './registers';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

const REFRESH_MS: Record<Refresh, number> = {
  day: DAY_MS,
  week: 7 * DAY_MS,
  month: 30 * DAY_MS,
  'by-hand': Infinity,
};

/** So long it is believed that nobody came to a place that is never read anew by itself. */
const BY_HAND_TRUSTED_MS = 7 * DAY_MS;

/** So often is looked for people who came since. */
export const CATCH_UP_MS = 15 * MINUTE_MS;

/** A clock is set right by seconds all the time; what is dated further ahead was before it was set back. */
const CLOCK_SLACK_MS = CATCH_UP_MS;

export const isAheadOf = (at: number, now: number): boolean => at > now + CLOCK_SLACK_MS;

/** What is believed of who is not there: neither too old, nor dated by a clock set back since. */
export const trustedAt = (every: Refresh, now: number): { since: number; until: number } => ({
  since: now - (every === 'by-hand' ? BY_HAND_TRUSTED_MS : 2 * REFRESH_MS[every]),
  until: now + CLOCK_SLACK_MS,
});

/** What may pass by itself is tried again soon, and ever less often. */
const RETRY_MINUTES = [1, 5, 15, 60] as const;
const MAY_PASS: readonly Failure['kind'][] = [
  'offline',
  'timeout',
  'server-error',
  'web-page',
  'broken',
];
/** The rest waits for her, or for somebody at the server. */
export const RARE_RETRY_MS = 6 * 60 * MINUTE_MS;

export const retryAfter = (failure: Failure, tries: number): number =>
  MAY_PASS.includes(failure.kind)
    ? (RETRY_MINUTES[tries] ?? RETRY_MINUTES[3]) * MINUTE_MS
    : RARE_RETRY_MS;

export interface Due {
  /** When all is to be read anew. */
  refreshAt: number;
  /** When those who came since are; while no page asks for marks, only after an import. */
  catchUpAt: number;
}

export function dueOf(
  state: RegisterState | undefined,
  { wanted, retryAt }: FillNote,
  { every, usedAt, now }: { every: Refresh; usedAt: number; now: number },
): Due {
  if (!state) return { refreshAt: retryAt, catchUpAt: Infinity };
  const refreshAt = wanted ? 0 : refreshOf(state, { every, now });
  return {
    refreshAt: Math.max(refreshAt, retryAt),
    catchUpAt: Math.max(catchUpOf(state, { usedAt, now }), retryAt),
  };
}

function refreshOf(
  { at, alteredAt }: RegisterState,
  { every, now }: { every: Refresh; now: number },
): number {
  if (every === 'by-hand') return Infinity;
  if (isAheadOf(at, now)) return 0;
  return Math.min(at + REFRESH_MS[every], after(alteredAt));
}

function catchUpOf(
  { caughtUpAt, doubtedAt }: RegisterState,
  { usedAt, now }: { usedAt: number; now: number },
): number {
  if (isAheadOf(caughtUpAt, now)) return 0;
  const inUse = usedAt >= caughtUpAt ? caughtUpAt + CATCH_UP_MS : Infinity;
  return Math.min(inUse, after(doubtedAt));
}

/** What begins at that very moment may come too early. */
const after = (at: number | null): number => (at === null ? Infinity : at + 1);
