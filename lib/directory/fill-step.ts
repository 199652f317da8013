/** What filling a register is made of: one page taken, and those caught up with who came since. */
import type { Crm } from '../crm/crm';
import type { RollPage, RollPosition } from '../crm/roll';
import { valueOf } from '../failure';
import type { Place } from '../people/account';
import type { Filling, RegisterKey, Registers } from './registers';

export interface FillStep {
  registers: Registers;
  crm: Pick<Crm, 'roll'>;
  key: RegisterKey;
  place: Place | null;
  signal: AbortSignal;
  now: () => number;
}

/** What a filling keeps of its way; the register keeps it unread. */
export interface FillPosition {
  roll: RollPosition | null;
  passed: number;
  total: number | null;
  /** Every page was taken; only the end is left to be made. */
  isOver: boolean;
}

const START: FillPosition = { roll: null, passed: 0, total: null, isOver: false };

/** Written by `takePage` below alone. */
export const positionOf = ({ position }: Pick<Filling, 'position'>): FillPosition =>
  position === '' ? START : (JSON.parse(position) as FillPosition);

/** One page more; null when that was the last and the register is made, or the filling is gone. */
export async function takePage(step: FillStep, before: FillPosition): Promise<FillPosition | null> {
  const { registers, crm, key, place, signal } = step;
  if (!before.isOver) {
    const ask = { urgency: 'spare', signal } as const;
    const page = valueOf(await crm.roll(place, { from: before.roll, order: 'whole' }, ask));
    const { next: roll, passed, people } = page;
    const total = page.total ?? before.total;
    const position: FillPosition = { roll, passed, total, isOver: roll === null };
    const take = page.isGroup ? registers.takeGroup : registers.takePage;
    if (!(await take(key, people, JSON.stringify(position)))) return null;
    if (!position.isOver) return position;
  }
  await registers.finish(key);
  return null;
}

/** A listing of those who came since; `from` is null at its start. */
export interface Listing {
  at: number;
  from: RollPosition | null;
}

/**
 * A page more, newest first, down to one on which everybody was known; null once that was it, or
 * there is no register any more. What it applied answers, but does not count as known before.
 */
export async function catchUp(step: FillStep, { at, from }: Listing): Promise<RollPosition | null> {
  const { registers, crm, key, place, signal } = step;
  const ask = { urgency: 'spare', signal } as const;
  const page: RollPage = valueOf(await crm.roll(place, { from, order: 'newest-first' }, ask));
  const known = await registers.has(
    key,
    page.people.map(({ address }) => address),
  );
  // Of whom it is only told that she is there, what is known already says more.
  const told = page.people.filter(({ standings }, index) => standings.length > 0 || !known[index]);
  if (!(await registers.apply(key, told, at))) return null;
  if (page.next !== null && !(known.length > 0 && known.every(Boolean))) return page.next;
  await registers.caughtUp(key, at);
  return null;
}
