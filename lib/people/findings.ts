import type { Failure } from '../failure';
import type { AccountRef, Place } from './account';
import type { Profile } from './profile';

/** What became of the search in one list (Octeth) or in the contacts (Systeme.io). */
export type PlaceSearch =
  | { place: Place; outcome: 'found' | 'absent' }
  | { place: Place; outcome: 'failed'; failure: Failure };

/** What one account answered about one address, and what exactly was asked (law 3). */
export interface Findings {
  account: AccountRef;
  /** When the answer came, in milliseconds since 1970. */
  at: number;
  profiles: Profile[];
  places: PlaceSearch[];
  /**
   * Where Systeme.io ignores the address filter its contacts are walked, newest first: how many
   * have been passed so far, and whether that was the end. Null where no walk was needed.
   */
  walk: { passed: number; complete: boolean } | null;
  /** Set when the account as a whole could not be asked; `places` may then be empty. */
  failure: Failure | null;
}

export type Answer = 'found' | 'absent' | 'searching' | 'incomplete' | 'failed';

/** What may truly be said of the findings: `absent` only when everything was searched. */
export function answerOf(findings: Findings): Answer {
  if (findings.profiles.length > 0) return 'found';
  if (findings.failure) return 'failed';
  if (findings.walk && !findings.walk.complete) return 'searching';
  if (findings.places.some((search) => search.outcome === 'failed')) return 'incomplete';
  return 'absent';
}
