import type { Failure } from '../failure';
import type { AccountRef, Place } from './account';
import type { EmailAddress } from './address';
import type { Standing } from './standing';

/** Whom a write is for: account, list and the server's own id, never a filter (law 8). */
export interface Target {
  account: AccountRef;
  place: Place | null;
  profileId: string;
  address: EmailAddress;
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
  standing: 'subscribed' | 'pending';
  ipAddress: string | null;
}

/** Something a user wants done. Every write starts as one and goes through the journal. */
export type Intent =
  | { kind: 'tag'; target: Target; tag: TagChoice }
  | { kind: 'untag'; target: Target; tag: { id: string; name: string } }
  | { kind: 'trigger-journey'; target: Target; journey: JourneyChoice }
  | { kind: 'leave-journey'; target: Target; journey: JourneyChoice }
  | { kind: 'add'; person: NewPerson };

/** `planned` before it is sent, `sent` until the answer, `unknown` until a re-read settles it. */
export type WriteState = 'planned' | 'sent' | 'done' | 'refused' | 'unknown';

/** What is told of a write, now or after a restart. */
export interface Receipt {
  id: string;
  intent: Intent;
  state: WriteState;
  /** Milliseconds since 1970 of the last change of state. */
  at: number;
  failure: Failure | null;
  /** When a `planned` write is tried again, where the server asked us to wait. */
  retryAt: number | null;
  /** The receipt whose effect this one took back. */
  undoes: string | null;
  undone: boolean;
  /** Nothing was sent, for it was so already: there is nothing of ours to undo. */
  already?: true;
  /** When an `unknown` write was last re-read in full without its effect in sight. */
  rereadAt?: number;
  /** It was so before an `unknown` write, or may have been: looking cannot tell what became of it. */
  wasSo?: true;
}

/** Why a write needs a deliberate yes. */
export type Concern =
  | { kind: 'standing'; standing: Standing; place: Place | null }
  | { kind: 'new-tag'; name: string }
  | { kind: 'already-in-journey'; name: string }
  /** Whether she is in this journey could not be read. */
  | { kind: 'journeys-unknown'; name: string }
  /** Whether an earlier start of this journey arrived is not known. */
  | { kind: 'in-doubt'; name: string };

/** The concerns that were shown when she said yes: any other, or a worse standing, asks again. */
export type Agreed = Concern[];

export type ActReply =
  | { outcome: 'needs-yes'; concerns: Concern[] }
  | { outcome: 'receipt'; receipt: Receipt };

export const accountOf = (intent: Intent): AccountRef =>
  intent.kind === 'add' ? intent.person.account : intent.target.account;

export const addressOf = (intent: Intent): EmailAddress =>
  intent.kind === 'add' ? intent.person.address : intent.target.address;
