/** The directory of one account: how it is to be kept, and how far it has come. */
import type { Failure } from '../failure';
import type { Place } from './account';

/** How often all of it is read anew. */
export const REFRESHES = ['day', 'week', 'month', 'by-hand'] as const;
export type Refresh = (typeof REFRESHES)[number];

export interface DirectoryPlan {
  on: boolean;
  every: Refresh;
  /** Nothing is asked until she lets it go on; what is known stays. */
  paused: boolean;
}

export const USUAL_PLAN: DirectoryPlan = { on: true, every: 'week', paused: false };

export interface DirectoryState {
  accountId: string;
  plan: DirectoryPlan;
  /** Why nothing is asked, whatever the plan says. */
  waits: 'flags-off' | 'account-paused' | 'locked' | null;
  places: PlaceState[];
}

/** A list, or (place null) all of a Systeme.io account. */
export interface PlaceState {
  place: Place | null;
  /**
   * What answers now; null before the first reading has come to its end. Doubted while an import
   * has come since, and whom it brought or changed was not read yet.
   */
  known: { people: number; at: number; caughtUpAt: number; isDoubted: boolean } | null;
  filling: {
    done: number;
    total: number | null;
    minutesLeft: number | null;
    /** Everybody is read; what is left is who of them bounced or is suppressed. */
    isAllRead: boolean;
  } | null;
  /** What went wrong last, and when it is tried again. */
  trouble: { failure: Failure; retryAt: number } | null;
}
