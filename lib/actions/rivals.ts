/** What is unfinished for the same thing of one person or desk: a new write reckons with it. */
import type { Concern } from '../people/concern';
import type { Intent, IntentOf, TagChoice } from '../people/intent';
import { importedPeople } from '../people/people-words';
import { subjectOf } from '../people/subject';
import type { Entry } from './entry';
import type { Journal, Move } from './journal';
import { lockNameOf } from './needs';
import { MOST_ATTEMPTS } from './send';
import { refusedBecause, REPLACED } from './words';

export interface Rivals {
  /** The same, not sent yet: there is no need for a second one. */
  waiting: Entry | null;
  concerns: Concern[];
  /** What becomes of the others when the new write is planned. */
  moves: Move[];
}

export async function rivalsOf(intent: Intent, journal: Journal): Promise<Rivals> {
  const unfinished = await journal.unfinished();
  const entries = unfinished.filter((entry) => isRival(entry.intent, intent));
  const same = entries.filter((entry) => isSameWish(entry.intent, intent));
  const opposite = entries.filter((entry) => !isSameWish(entry.intent, intent));
  const doubted = doubtedIn(intent);
  const isBegun = ({ state }: Entry): boolean => state !== 'planned';
  const inDoubt = doubted === null ? [] : same.filter(isBegun);
  // The file chosen again is another load, and may bring the same people a second time.
  const mayHaveBegun =
    intent.kind === 'import'
      ? unfinished.filter((entry) => isBegun(entry) && isImportTo(entry.intent, intent))
      : inDoubt;
  return {
    waiting: same.find(({ state }) => state === 'planned') ?? null,
    concerns:
      doubted !== null && mayHaveBegun.length > 0 ? [{ kind: 'in-doubt', name: doubted }] : [],
    moves: [...opposite.map(giveWay), ...inDoubt.map(proveNothing)],
  };
}

/** What may have been begun once already, where a second beginning does it again. */
function doubtedIn(intent: Intent): string | null {
  if (intent.kind === 'trigger-journey') return intent.journey.name;
  return intent.kind === 'import' ? importedPeople(intent.people) : null;
}

const isImportTo = (one: Intent, other: Intent): boolean =>
  one.kind === 'import' && lockNameOf(one) === lockNameOf(other);

function isRival(one: Intent, other: Intent): boolean {
  if (one.kind === 'add' || other.kind === 'add' || lockNameOf(one) !== lockNameOf(other)) {
    return false;
  }
  // Whoever is brought in must not be caught by an emptying that was meant for those before.
  const kinds = [one.kind, other.kind];
  if (kinds.includes('import') && kinds.includes('empty-list')) return true;
  if (one.kind === 'update' && other.kind === 'update') return changeTheSame(one, other);
  if ('tag' in one && 'tag' in other) return isSameTag(one.tag, other.tag);
  return subjectOf(one) === subjectOf(other);
}

/** Different fields are changed side by side. */
const changeTheSame = (one: IntentOf<'update'>, other: IntentOf<'update'>): boolean =>
  (one.newAddress !== null && other.newAddress !== null) ||
  one.fields.some(({ id }) => other.fields.some((field) => field.id === id));

/** Of two rivals: whether the second asks for no more and no less than the first. */
const isSameWish = (one: Intent, other: Intent): boolean =>
  one.kind === other.kind && manner(one) === manner(other);

/** How it is wanted, beside the kind and the subject. */
function manner(intent: Intent): string {
  switch (intent.kind) {
    case 'update': {
      const { fields, newAddress } = intent;
      const values = fields.map(({ id, after }) => [id, after] as const);
      return JSON.stringify([values.toSorted(([a], [b]) => (a < b ? -1 : 1)), newAddress?.after]);
    }
    case 'unsubscribe':
      return String(intent.suppress);
    case 'confirm':
      return intent.code;
    case 'enrol':
      return JSON.stringify(intent.access);
    case 'unenrol':
      return intent.only ?? '';
    case 'cancel':
      return intent.when;
    case 'import': {
      const { people, tags, updateKnown, startActions } = intent;
      return JSON.stringify([people, tags, updateKnown, startActions]);
    }
    case 'empty-list':
      return String(intent.alsoTags);
    case 'rename-tag':
    case 'create-field':
    case 'rename-field':
      return intent.name;
    default:
      return '';
  }
}

/** A tag that is still to be created is known by its name. */
const isSameTag = (one: TagChoice, other: TagChoice): boolean =>
  one.id !== null && other.id !== null
    ? one.id === other.id
    : one.name.trim().toLowerCase() === other.name.trim().toLowerCase();

/** What was certainly not sent is given up; what may have been is at least not sent again. */
function giveWay({ id, state, intent, attempts }: Entry): Move {
  const hasNoTag = intent.kind === 'tag' && intent.tag.id === null;
  if (hasNoTag || (state === 'planned' && attempts === 0)) {
    const patch = { failure: refusedBecause(REPLACED), retryAt: null };
    return { id, from: state, to: 'refused', patch };
  }
  const to = state === 'planned' ? 'unknown' : state;
  return { id, from: state, to, patch: { attempts: MOST_ATTEMPTS } };
}

/** With a second start on its way, seeing her in the journey no longer settles the first. */
const proveNothing = ({ id, state }: Entry): Move => ({
  id,
  from: state,
  to: state,
  patch: { wasSo: true },
});
