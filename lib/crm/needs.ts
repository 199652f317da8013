/** What a back end needs from the rooms above it, handed in by the background. */
import type { EmailAddress } from '../people/address';
import type { Standing } from '../people/standing';
import type { Urgency } from './crm';

/** The account's key, unsealed for one request; throws a `FailureError` while locked. */
export type Key = () => Promise<string>;

/** The calls a key may still make, over all who use it and across worker deaths. */
export interface Budget {
  /**
   * Waits for a free call, clicks first. Throws `busy { retryAt }` instead of waiting longer
   * than five seconds. Call `settled` once the server has answered or can no longer: only then
   * does the window of this call begin to run, so the server's own count is never exceeded.
   */
  spend(urgency: Urgency, signal?: AbortSignal): Promise<{ settled(): void }>;
  /** The server asked us to wait until then (429, `Retry-After`). */
  hold(until: number): Promise<void>;
}

/** What an account's server turned out to be like; learnt by behaviour, never by version. */
export interface Learnt {
  /** Whether Systeme.io's contacts answer to the email filter; null until probed. */
  emailFilter: 'honoured' | 'ignored' | null;
  /** Whether subscriptions that do not say whose they are are those of the contact asked for. */
  subscriptionFilter: 'honoured' | 'ignored' | null;
  /** When that was last seen: a server may be replaced. */
  subscriptionFilterSeenAt: number | null;
  /** Whether Octeth's `subscriber.get` tells the journeys, so that `journey.list` is spared. */
  journeysWithPerson: boolean | null;
  /** When it last told any. */
  journeysSeenAt: number | null;
  /** Which rules Octeth reads: see `octeth/rules.ts`. Null until it was seen to be no `typed` one. */
  rules: 'typed' | 'flat' | null;
  /** Whether Octeth heeds `Preview`, and when it was last seen to: see `octeth/preview.ts`. */
  preview: { verdict: 'honoured' | 'ignored'; at: number } | null;
  /** Whether a subscription was seen to end with its period where that was asked, or at once. */
  periodEnd: { verdict: 'honoured' | 'ignored'; at: number } | null;
}

export const NOTHING_LEARNT: Learnt = {
  emailFilter: null,
  subscriptionFilter: null,
  subscriptionFilterSeenAt: null,
  journeysWithPerson: null,
  journeysSeenAt: null,
  rules: null,
  preview: null,
  periodEnd: null,
};

/** Whether what was seen then may be relied on still; a clock that was set back says no. */
export const isFresh = (at: number | null, now: number, lastsMs: number): boolean =>
  at !== null && at <= now && now - at < lastsMs;

export interface Memory {
  read(): Promise<Learnt>;
  learn(what: Partial<Learnt>): Promise<void>;
}

/** A contact passed on the walk. */
export interface Passed {
  address: EmailAddress;
  id: string;
  standings: Standing[];
}

/**
 * How far the walk over all contacts has come. Newest first: everything from `newestId` down to
 * `oldestId` has been passed. While newer contacts are being caught up with, `head` says how far
 * down that has come; what lies between `head` and `newestId` is still unread.
 */
export interface WalkPosition {
  newestId: string | null;
  oldestId: string | null;
  head: { topId: string; cursorId: string; passed: number } | null;
  /** How many lie between `newestId` and `oldestId`; the head counts its own. */
  passed: number;
  /** The oldest contact has been reached. */
  complete: boolean;
}

export const WALK_START: WalkPosition = {
  newestId: null,
  oldestId: null,
  head: null,
  passed: 0,
  complete: false,
};

/** Remembers whom a walk has passed, so that no contact is walked over twice. */
export interface WalkMemory {
  position(): Promise<WalkPosition>;
  /** One page passed: its people and the new position are kept together or not at all. */
  pass(people: Passed[], position: WalkPosition): Promise<void>;
  /** The id of the contact with this address, if it was ever passed. */
  recall(address: EmailAddress): Promise<string | null>;
  /** The contact is gone or has another address. */
  unlearn(address: EmailAddress): Promise<void>;
}
