/** What is unfinished for the same tag or journey of one profile: a new write reckons with it. */
import type { Concern, Intent, TagChoice } from '../people/intent';
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
  const entries = (await journal.unfinished()).filter((entry) => isRival(entry.intent, intent));
  const same = entries.filter((entry) => entry.intent.kind === intent.kind);
  const opposite = entries.filter((entry) => entry.intent.kind !== intent.kind);
  const inDoubt =
    intent.kind === 'trigger-journey' ? same.filter(({ state }) => state !== 'planned') : [];
  return {
    waiting: same.find(({ state }) => state === 'planned') ?? null,
    concerns:
      intent.kind === 'trigger-journey' && inDoubt.length > 0
        ? [{ kind: 'in-doubt', name: intent.journey.name }]
        : [],
    moves: [...opposite.map(giveWay), ...inDoubt.map(proveNothing)],
  };
}

function isRival(one: Intent, other: Intent): boolean {
  if (one.kind === 'add' || other.kind === 'add' || lockNameOf(one) !== lockNameOf(other)) {
    return false;
  }
  if ('journey' in one) return 'journey' in other && one.journey.id === other.journey.id;
  return 'tag' in other && isSameTag(one.tag, other.tag);
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
