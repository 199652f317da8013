import type { Deed, Typed } from '../deeds/deeds';
import type { EmailAddress } from '@/lib/people/address';
import type { Concern } from '@/lib/people/concern';
import type { Intent } from '@/lib/people/intent';
import type { NewStanding } from '@/lib/people/standing';

/** What is typed into the form that adds a person. */
export interface AddForm {
  placeId: string | null;
  standing: NewStanding;
  /** The day since when, as typed; null: today. */
  since: string | null;
  /** By the list's own form, with its mails, or as it is. */
  way: 'create' | 'subscribe';
  ipAddress: string;
  /** Null until she has typed: what another account says stands there. */
  firstName: string | null;
  lastName: string | null;
  /** Names of fields that are not to be carried over. */
  left: string[];
  /** What was typed into fields that the list wants. */
  typed: Typed[];
}

const emptyAddForm = (placeId: string | null): AddForm => ({
  placeId,
  standing: 'subscribed',
  since: null,
  way: 'create',
  ipAddress: '',
  firstName: null,
  lastName: null,
  left: [],
  typed: [],
});

/** What was sent from a form, and when: it stays as it is until each of these is done. */
export interface Sent {
  at: number;
  /** See `intentKey`. */
  keys: string[];
}

/** A write that needs a yes. */
export interface Asked {
  intent: Intent;
  concerns: Concern[];
}

/** A choice begun and not finished; there is one at a time, and Escape leaves it. */
export type HalfMade =
  | { kind: 'tag'; accountId: string; typed: string }
  | { kind: 'journey'; accountId: string; typed: string; chosen: ChosenJourney | null }
  | { kind: 'add'; accountId: string; form: AddForm; sent: Sent | null }
  /** `typed`: the name that has to be typed before the yes counts; `from`: what it arose from. */
  | ({ kind: 'question'; accountId: string; typed: string; from: Form | null } & Asked)
  | ({ accountId: string } & Deed);

/** What is typed into is not lost when it is sent and refused. */
export type Form = Extract<HalfMade, { sent: Sent | null }>;
export type FormOf<Kind extends Form['kind']> = Extract<Form, { kind: Kind }>;

export interface ChosenJourney {
  id: string;
  /** The list it runs on. */
  placeId: string | null;
}

/** The one list there is, is kept: should it fail or go, no other takes its place. Null: she chooses. */
export const beginAdding = (accountId: string, placeId: string | null): FormOf<'add'> => ({
  kind: 'add',
  accountId,
  form: emptyAddForm(placeId),
  sent: null,
});

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
