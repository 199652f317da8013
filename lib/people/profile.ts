import type { Failure } from '../failure';
import type { AccountRef, Place } from './account';
import type { Standing } from './standing';

/** The most characters of a tag's name. */
export const TAG_LENGTH = 64;

export interface Tag {
  id: string;
  name: string;
}

/** A person's place in a journey. `state` is `active` where the server does not say how far. */
export interface JourneyState {
  id: string;
  name: string;
  state: 'active' | 'completed';
  step: number | null;
  steps: number | null;
  since: string | null;
}

/**
 * What one account says of a person: in Octeth one profile for each list she is on, in
 * Systeme.io at most one. Past `map.ts` nobody says subscriber or contact.
 */
export interface Profile {
  account: AccountRef;
  /** The Octeth list; null in Systeme.io. */
  place: Place | null;
  /** SubscriberID or contact id. */
  id: string;
  /** The address as the server spells it; equal to the one asked for once folded. */
  address: string;
  name: string | null;
  /** Worst first, never empty. */
  standings: Standing[];
  /** `YYYY-MM-DD`, with ` HH:MM:SS` where known, in the server's own unnamed zone. */
  since: string | null;
  tags: Tag[];
  journeys: JourneyState[];
  /** Set where her journeys could not be read: `journeys` then says nothing (law 3). */
  journeysFailure?: Failure;
}
