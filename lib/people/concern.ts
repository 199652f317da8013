import type { Place } from './account';
import type { Standing } from './standing';

/** What a write does that is told before it is done, for it is hard or impossible to take back. */
export const CONSEQUENCES = [
  'changes-address',
  'confirms',
  'unsubscribes',
  'suppresses',
  'takes-access',
  'takes-each',
  'takes-membership',
  'imports',
  'overwrites',
  'starts-actions',
  'adds-as-left',
] as const;
export type Consequence = (typeof CONSEQUENCES)[number];

/** Why a write needs a deliberate yes. */
export type Concern =
  | { kind: 'standing'; standing: Standing; place: Place | null }
  /** How the address stands that she is to get: `name`. */
  | { kind: 'address-standing'; standing: Standing; place: Place | null; name: string }
  | { kind: 'new-tag'; name: string }
  | { kind: 'already-in-journey'; name: string }
  /** Whether she is in this journey could not be read. */
  | { kind: 'journeys-unknown'; name: string }
  /** Whether an earlier start of this journey arrived is not known. */
  | { kind: 'in-doubt'; name: string }
  /** By its nature. `name`: what it is done to, or, for an address, what it becomes. */
  | { kind: 'consequence'; of: Consequence; name: string }
  /** Nothing brings it back: the name is typed before it is done (law 8). */
  | TypeName;

export interface TypeName {
  kind: 'type-name';
  name: string;
  /** How many people it is taken from, or who are deleted, where that is known. */
  people: number | null;
  /** What she typed: in a yes alone, which counts for nothing without it. */
  typed?: string;
}

/** The concerns that were shown when she said yes: any other, or a worse standing, asks again. */
export type Agreed = Concern[];
