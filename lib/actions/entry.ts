import type { Failure } from '../failure';
import type { Agreed, Concern } from '../people/concern';
import { isAgreed } from '../people/consent';
import type { Intent, NewPerson } from '../people/intent';
import type { Receipt, WriteState } from '../people/receipt';

/** A write as the journal keeps it. */
export interface Entry {
  id: string;
  intent: Intent;
  /** The very concerns that were agreed to: a worse standing since then is no agreed one. */
  agreed: Agreed;
  state: WriteState;
  /** Milliseconds since 1970 of the last change of state. */
  at: number;
  plannedAt: number;
  /** How often it was sent with an outcome other than “wait”. */
  attempts: number;
  rereads: number;
  /** How often in a row it could not be read how things stand: no re-read, but a longer wait. */
  unreads: number;
  rereadAt: number | null;
  failure: Failure | null;
  /** When it is taken up again; null: at the next occasion, or, after many re-reads, never. */
  retryAt: number | null;
  /** It was so already: nothing was sent. */
  already: boolean;
  /** It was so before it was sent, or may have been: seeing it so tells nothing. */
  wasSo: boolean;
  /** In doubt although the server said no: it may say so of what is so already. */
  saidNo: boolean;
  undoes: string | null;
  /** The entry that takes this one back, or tried to. */
  undoBy: string | null;
  undone: boolean;
  acknowledged: boolean;
}

/**
 * Taking back our own write needs no second yes for how she stands. But where more than our own
 * would go with it, no yes makes that a taking back (law 10).
 */
export const mayGo = (
  { undoes, agreed }: Pick<Entry, 'undoes' | 'agreed'>,
  concerns: readonly Concern[],
): boolean => (undoes === null ? isAgreed(concerns, agreed) : !takesMore(concerns));

export const takesMore = (concerns: readonly Concern[]): boolean =>
  concerns.some((concern) => concern.kind === 'consequence' && concern.of === 'takes-each');

const FRESH = {
  attempts: 0,
  rereads: 0,
  unreads: 0,
  rereadAt: null,
  failure: null,
  retryAt: null,
  already: false,
  wasSo: false,
  saidNo: false,
  undoes: null,
  undoBy: null,
  undone: false,
  acknowledged: false,
};

export function createEntry(
  planned: Pick<Entry, 'intent' | 'agreed'> & Partial<Entry>,
  now: number,
): Entry {
  return {
    id: crypto.randomUUID(),
    state: 'planned',
    at: now,
    plannedAt: now,
    ...FRESH,
    ...planned,
  };
}

/** What an earlier version kept has not yet what came later. */
export function withNewer<Kept extends Entry>(kept: Kept): Kept {
  const { intent } = kept;
  if (intent.kind !== 'add') return { ...FRESH, ...kept };
  const person = { ...OLD_PERSON, ...intent.person };
  return { ...FRESH, ...kept, intent: { ...intent, person } };
}

const OLD_PERSON: Pick<NewPerson, 'way' | 'fields' | 'since'> = {
  way: 'create',
  fields: [],
  since: null,
};

export function receiptOf(entry: Entry): Receipt {
  const { id, intent, state, at, failure, undoes, undone } = entry;
  return {
    id,
    intent,
    state,
    at,
    failure,
    undoes,
    undone,
    retryAt: state === 'planned' ? entry.retryAt : null,
    ...(entry.already ? { already: true } : {}),
    ...(state === 'unknown' && entry.rereadAt !== null ? { rereadAt: entry.rereadAt } : {}),
    ...(state === 'unknown' && entry.wasSo ? { wasSo: true } : {}),
  };
}
