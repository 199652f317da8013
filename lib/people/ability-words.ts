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

/** As the server called it when it refused, else by its name in the reference. */
export const nameOf = ({ right, known }: AbilityRow): string =>
  (known?.may === false && known.named) || right;

/** Why it was not done, in full, where nothing can be shown as off. */
export const sayLackingIn = (right: string, accountName: string): string =>
  `The key of ${accountName} may not do this: it lacks ${right}. Ask whoever manages the account to allow it, then choose “Check the key again” in the options.`;
