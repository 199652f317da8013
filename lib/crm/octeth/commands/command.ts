/** What a request to Octeth is made of. Each command says beside it what its answers mean. */
import type * as v from 'valibot';
import type { Refusals } from '../refusals';
import { NONE } from '../refusals';

export interface Command<Schema extends v.GenericSchema> {
  name: string;
  params: Record<string, unknown>;
  /** A subscriber's own session, in place of the key. */
  session?: string;
  kind: 'read' | 'write';
  /** Sent once, as a write is, and changes nothing by itself. */
  isHarmless?: true;
  /** Whether the reference states the limit of 100 calls in 60 s for it. */
  isLimited: boolean;
  refusals: Refusals;
  schema: Schema;
}

/** A person on a list, by the server's own id: numbers are given anew on each list. */
export interface OnList {
  listId: string;
  personId: string;
}

export const READ = { kind: 'read', isLimited: false, refusals: NONE } as const;
export const LIMITED_READ = { ...READ, isLimited: true } as const;
export const WRITE = { kind: 'write', isLimited: false } as const;
export const LIMITED_WRITE = { ...WRITE, isLimited: true } as const;

/** Versions differ in the name of this parameter; each ignores the other's. */
export const onList = (listId: string) => ({
  ListID: Number(listId),
  SubscriberListID: Number(listId),
});

export const personOn = ({ listId, personId }: OnList) => ({
  ...onList(listId),
  SubscriberID: Number(personId),
});
