import type { EmailAddress } from '@/lib/people/address';
import type { Concern, Intent } from '@/lib/people/intent';
import type { Slot } from '@/lib/people/person';

/** What is typed into the form that adds a person. */
export interface AddForm {
  placeId: string | null;
  standing: 'subscribed' | 'pending';
  ipAddress: string;
  firstName: string;
  lastName: string;
}

export const emptyAddForm = (slot: Slot): AddForm => ({
  placeId: slot.places[0]?.id ?? null,
  standing: 'subscribed',
  ipAddress: '',
  firstName: '',
  lastName: '',
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
  | ({ kind: 'question'; accountId: string } & Asked);

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
