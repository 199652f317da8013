import type { Deed } from '../deeds/deeds';
import type { EmailAddress } from '@/lib/people/address';
import type { Concern } from '@/lib/people/concern';
import type { Intent } from '@/lib/people/intent';
import type { Place } from '@/lib/people/account';

/** What is typed into the form that adds a person. */
export interface AddForm {
  placeId: string | null;
  standing: 'subscribed' | 'pending';
  /** By the list's own form, with its mails, or as it is. */
  way: 'create' | 'subscribe';
  ipAddress: string;
  /** Null until she has typed: what another account says stands there. */
  firstName: string | null;
  lastName: string | null;
  /** Names of fields that are not to be carried over. */
  left: string[];
}

export const emptyAddForm = (places: readonly Place[]): AddForm => ({
  placeId: places[0]?.id ?? null,
  standing: 'subscribed',
  way: 'create',
  ipAddress: '',
  firstName: null,
  lastName: null,
  left: [],
});

/** A write that needs a yes. */
export interface Asked {
  intent: Intent;
  concerns: Concern[];
}

/** A choice begun and not finished; there is one at a time, and Escape leaves it. */
export type HalfMade =
  | { kind: 'tag'; accountId: string; typed: string }
  | { kind: 'journey'; accountId: string; typed: string; chosen: ChosenJourney | null }
  | { kind: 'add'; accountId: string; form: AddForm }
  /** `typed`: the name that has to be typed before the yes counts. */
  | ({ kind: 'question'; accountId: string; typed: string } & Asked)
  | ({ accountId: string } & Deed);

export interface ChosenJourney {
  id: string;
  /** The list it runs on. */
  placeId: string | null;
}

/** Everything of the popup that outlives it. */
export interface Kept {
  draft: string;
  /** Whose card is shown. */
  address: EmailAddress | null;
  half: HalfMade | null;
  /** Questions about somebody whose card is not shown: they wait until it is (law 1). */
  aside: Asked[];
}

export const NOTHING_KEPT: Kept = { draft: '', address: null, half: null, aside: [] };
