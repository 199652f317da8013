/** The roll of a place: everybody who is in it, read a page at a time, for the directory. */
import type { OctethRollPosition } from './octeth/roll';
import type { SystemeRollPosition } from './systeme/roll';
import type { Passed } from './needs';

/** From the newest down, it may end where everybody is known. */
export type RollOrder = 'whole' | 'newest-first';

/** Where a roll goes on, in plain data: understood by the back end alone that has told it. */
export type RollPosition = OctethRollPosition | SystemeRollPosition;

export interface RollPage {
  /**
   * Each with all her standings, but for what groups that follow add; with none where it is only
   * told that she is there.
   */
  people: Passed[];
  /** People of a group: its standing is added to theirs, and nobody is in the place by it. */
  isGroup: boolean;
  next: RollPosition | null;
  /** How many have been told so far. */
  passed: number;
  /** How many there are in all; null where the server does not say. */
  total: number | null;
}
