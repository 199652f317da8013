import type { AccountRef, Place } from './account';
import { type EmailAddress, foldAddress } from './address';
import type {
  AccessType,
  AddressChange,
  CancelAt,
  Ended,
  Choice,
  CourseAccess,
  FieldChange,
} from './details';
import type { ImportSummary } from './list-work';
import type { NewStanding } from './standing';

/** Whom a write is for: account, list and the server's own id, never a filter (law 8). */
export interface Target {
  account: AccountRef;
  place: Place | null;
  profileId: string;
  address: EmailAddress;
}

/** Where a write belongs that is about nobody in particular: an Octeth list, or all of Systeme.io. */
export interface Desk {
  account: AccountRef;
  place: Place | null;
}

/** A tag by name; `id` is null for a new one, which is created after a yes. */
export interface TagChoice {
  id: string | null;
  name: string;
}

export interface JourneyChoice {
  id: string;
  name: string;
}

/** A person to be added. The IP address is asked for, never invented (law 6). */
export interface NewPerson {
  account: AccountRef;
  place: Place | null;
  address: EmailAddress;
  firstName: string;
  lastName: string;
  standing: NewStanding;
  /** The day since when, `YYYY-MM-DD`; null: as of the moment it is sent. Octeth only. */
  since: string | null;
  ipAddress: string | null;
  /** `subscribe`: as by the list's own form, with its opt-in mail; Octeth only. */
  way: 'create' | 'subscribe';
  /** Carried over; nothing stood in them before. */
  fields: FieldChange[];
}

/** A write to one profile of one person. */
export type PersonIntent =
  | { kind: 'tag'; target: Target; tag: TagChoice }
  | { kind: 'untag'; target: Target; tag: Choice }
  | { kind: 'trigger-journey'; target: Target; journey: JourneyChoice }
  | { kind: 'leave-journey'; target: Target; journey: JourneyChoice }
  | { kind: 'exit-journey'; target: Target; journey: JourneyChoice }
  | { kind: 'update'; target: Target; fields: FieldChange[]; newAddress: AddressChange | null }
  /** `suppress` bars her from every list of the account. */
  | { kind: 'unsubscribe'; target: Target; ipAddress: string; suppress: boolean }
  | { kind: 'confirm'; target: Target; code: string }
  | {
      kind: 'enrol';
      target: Target;
      course: Choice;
      access: CourseAccess;
      /** The enrolment's own id, once it was made and where the server told it. */
      made?: string;
    }
  | {
      kind: 'unenrol';
      target: Target;
      course: Choice;
      access: AccessType | null;
      /** How many go, where it was seen to be more than one. */
      enrolments?: number;
      /** The id of the one that goes: what we made is taken back, and nothing beside it. */
      only?: string;
    }
  | { kind: 'join'; target: Target; community: Choice }
  | { kind: 'leave'; target: Target; community: Choice }
  /** The subscription's name is its plan. */
  | {
      kind: 'cancel';
      target: Target;
      subscription: Choice;
      when: CancelAt;
      /** Once it was done: some servers know no other way than at once. */
      ended?: Ended;
    }
  | { kind: 'delete'; target: Target };

/** A write to what an account keeps to choose from. A field's id is its slug. */
export type DeskIntent =
  | { kind: 'create-tag'; desk: Desk; name: string; description?: string }
  | { kind: 'rename-tag'; desk: Desk; tag: Choice; name: string }
  | { kind: 'delete-tag'; desk: Desk; tag: Choice; people: number | null }
  | { kind: 'create-field'; desk: Desk; name: string; slug: string }
  | { kind: 'rename-field'; desk: Desk; field: Choice; name: string }
  | { kind: 'delete-field'; desk: Desk; field: Choice };

/** A write to the people of a whole list. */
export type ListIntent =
  /** Whom it brings rides beside it, once: see `ImportLoad`. */
  | ({ kind: 'import'; desk: Desk } & ImportSummary)
  /** By their ids; a name is the address, which is compared before anybody is deleted. */
  | { kind: 'delete-people'; desk: Desk; people: Choice[] }
  | { kind: 'empty-list'; desk: Desk; people: number | null; alsoTags: boolean };

/** A write to Maton’s connections, by one of which the desk’s account is reached. */
export type ConnectionIntent =
  /** `known`: those there were before, so that the new one is told from them. */
  | { kind: 'create-connection'; desk: Desk; known: string[]; connectionId: string | null }
  | { kind: 'remove-connection'; desk: Desk; connection: Choice };

/** Something a user wants done. Every write starts as one and goes through the journal. */
export type Intent =
  | { kind: 'add'; person: NewPerson }
  | PersonIntent
  | DeskIntent
  | ListIntent
  | ConnectionIntent;

/** The intent of these kinds. */
export type IntentOf<Kind extends Intent['kind']> = Extract<Intent, { kind: Kind }>;

export const accountOf = (intent: Intent): AccountRef => deskOf(intent).account;

export const placeOf = (intent: Intent): Place | null => deskOf(intent).place;

export const isListIntent = (intent: Intent): intent is ListIntent =>
  intent.kind === 'import' || intent.kind === 'delete-people' || intent.kind === 'empty-list';

export const isConnectionIntent = (intent: Intent): intent is ConnectionIntent =>
  intent.kind === 'create-connection' || intent.kind === 'remove-connection';

/** Null where it is about nobody in particular. */
export function addressOf(intent: Intent): EmailAddress | null {
  if ('desk' in intent) return null;
  return intent.kind === 'add' ? intent.person.address : intent.target.address;
}

/** Whom it leaves otherwise than they were found: a changed address is one of two. */
export function addressesOf(intent: Intent): EmailAddress[] {
  if (intent.kind === 'delete-people') return intent.people.map(({ name }) => foldAddress(name));
  const address = addressOf(intent);
  if (address === null) return [];
  const moved = intent.kind === 'update' ? intent.newAddress : null;
  return moved ? [address, foldAddress(moved.after)] : [address];
}

function deskOf(intent: Intent): Desk {
  if ('desk' in intent) return intent.desk;
  return intent.kind === 'add' ? intent.person : intent.target;
}
