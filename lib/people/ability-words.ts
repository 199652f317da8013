/** What is said of what a key may do. */
import type { Abilities, Known } from './ability';
import type { System } from './account';
import { RIGHTS, type Right } from './rights';

export interface AbilityRow extends Right {
  /** Null: not known. */
  known: Known | null;
}

export const rowsOf = (system: System, { rights }: Abilities): AbilityRow[] =>
  RIGHTS[system].map((right) => ({ ...right, known: rights[right.right] ?? null }));

export interface AbilityWords {
  /** “look up, tag and edit”; empty where nothing is known to work. */
  may: string;
  /** “trigger journeys (Campaign.Create)”; empty where nothing is refused. */
  mayNot: string;
  /** “delete people”, or how many; empty where everything is known. */
  untried: string;
}

/** More than these make a line that nobody reads. */
const NAMED = 3;

export function sayAbilities(system: System, abilities: Abilities): AbilityWords {
  const rows = rowsOf(system, abilities);
  const untried = rows.filter(({ known }) => known === null);
  return {
    may: rows
      .filter(({ known }) => known?.may)
      .map(({ does }) => does)
      .join(', '),
    mayNot: rows
      .filter(({ known }) => known?.may === false)
      .map((row) => `${row.does} (${nameOf(row)})`)
      .join(', '),
    untried:
      untried.length <= NAMED
        ? untried.map(({ does }) => does).join(', ')
        : `${untried.length} other things`,
  };
}

/** Of Octeth's rights those that no read can tell of; of Systeme.io's, every right to write. */
const BY_WRITES_ALONE = new Set(['Subscriber.Update', 'Subscribers.Delete']);

/**
 * What a key is mostly found to be able to do when it is first tried, which is by reads alone. More
 * words are needed only for what a server refuses, and for what writes teach later.
 */
export const abilitiesToExpect = (system: System): Abilities => ({
  at: null,
  rights: Object.fromEntries(
    RIGHTS[system]
      .filter(({ right }) =>
        system === 'octeth' ? !BY_WRITES_ALONE.has(right) : right.startsWith('GET '),
      )
      .map(({ right }) => [right, { may: true }]),
  ),
});

/** As the server called it when it refused, else by its name in the reference. */
export const nameOf = ({ right, known }: AbilityRow): string =>
  (known?.may === false && known.named) || right;

/** Why it was not done, in full, where nothing can be shown as off. */
export const sayLackingIn = (right: string, accountName: string): string =>
  `The key of ${accountName} may not do this: it lacks ${right}. Ask whoever manages the account to allow it, then choose “Check the key again” in the options.`;
