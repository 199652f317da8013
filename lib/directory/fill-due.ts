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

const BY_HAND_TRUSTED_MS = 7 * DAY_MS;

/** So long it is believed that nobody came to a place that was not caught up with. */
export const trustedFor = (every: Refresh): number =>
  every === 'by-hand' ? BY_HAND_TRUSTED_MS : 2 * REFRESH_MS[every];

/** So often is looked for people who came since. */
export const CATCH_UP_MS = 15 * MINUTE_MS;

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
  /** When those who came since are; `Infinity` while no page asks for marks. */
  catchUpAt: number;
}

export function dueOf(
  state: RegisterState | undefined,
  { wanted, retryAt }: FillNote,
  { every, usedAt }: { every: Refresh; usedAt: number },
): Due {
  if (!state) return { refreshAt: retryAt, catchUpAt: Infinity };
  const refreshAt = wanted ? 0 : state.at + REFRESH_MS[every];
  const isUsed = usedAt >= state.caughtUpAt;
  const catchUpAt = isUsed ? state.caughtUpAt + CATCH_UP_MS : Infinity;
  return { refreshAt: Math.max(refreshAt, retryAt), catchUpAt: Math.max(catchUpAt, retryAt) };
}
