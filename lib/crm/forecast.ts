import type { Urgency } from './crm';
import type { Slots } from './slots';
import { turnOf } from './turns';
import type { Stay } from './turns';

/** How much of a window such calls may take: the rest is left to who comes before. */
const SHARES: Record<Urgency, number> = { click: 1, background: 0.8, spare: 0.5 };

export const capacityFor = (urgency: Urgency, calls: number): number =>
  Math.max(1, Math.floor(calls * SHARES[urgency]));

/**
 * Whether one may go beside those that count at that moment. Spare work keeps to its own half,
 * whatever others take, and out of what is left to clicks; but for one call a window, or a team
 * that is never at rest would have it stand still for ever.
 */
export function hasRoom(
  urgency: Urgency,
  beside: readonly { isSpare: boolean }[],
  calls: number,
): boolean {
  if (urgency !== 'spare') return beside.length < capacityFor(urgency, calls);
  const own = beside.filter(({ isSpare }) => isSpare).length;
  const most = capacityFor(own === 0 ? 'click' : 'background', calls);
  return own < capacityFor('spare', calls) && beside.length < most;
}

/** So much of its share spare work takes at once; of the rest, a call at a time. */
const SPARE_AT_ONCE = 0.5;
/** Where calls would lie further apart, nobody could stand in line for them. */
const FURTHEST_APART_MS = 2_500;

/** From when on the next spare call may go, after one at `at`. */
export function spareAfter({ calls, windowMs, taken }: Slots, at: number): number {
  const share = capacityFor('spare', calls);
  const apart = windowMs / share;
  const own = taken.filter(({ isSpare }) => isSpare).length;
  const isSpread = own > share * SPARE_AT_ONCE && apart <= FURTHEST_APART_MS;
  return isSpread ? at + apart : at;
}

export interface Forecast {
  /** When a caller would be served who comes after `ahead`. */
  turnAfter(ahead: readonly Urgency[], urgency: Urgency): number;
  /** The same, promised: nobody else is told that moment, and later callers come after it. */
  promiseAfter(ahead: readonly Urgency[], urgency: Urgency): number;
}

export function createForecast(slots: Slots, now: () => number): Forecast {
  let promised: { at: number; urgency: Urgency }[] = [];

  const turnAfter = (
    ahead: readonly Urgency[],
    urgency: Urgency,
    apartFrom: readonly number[] = [],
  ): number => {
    const at = now();
    const from = Math.max(at, slots.heldUntil, urgency === 'spare' ? slots.spareAt : 0);
    const taking = (turn: number, other: Urgency): Stay => ({
      ...{ from: turn, to: turn + slots.windowMs, isSpare: other === 'spare' },
    });
    const turn = (stays: readonly Stay[], other: Urgency, apart: readonly number[] = []): number =>
      turnOf(stays, {
        isFree: (beside) => hasRoom(other, beside, slots.calls),
        ...{ from, apartFrom: apart },
      });
    const stays = [
      ...slots.expectedFree(at).map((free) => ({ from: at, ...free })),
      ...promised.filter((one) => one.at > at).map((one) => taking(one.at, one.urgency)),
    ];
    for (const other of ahead) stays.push(taking(turn(stays, other), other));
    return turn(stays, urgency, apartFrom);
  };

  return {
    turnAfter: (ahead, urgency) => turnAfter(ahead, urgency),
    promiseAfter(ahead, urgency) {
      promised = promised.filter((one) => one.at > now());
      const times = promised.map((one) => one.at);
      const at = turnAfter(ahead, urgency, times);
      promised.push({ at, urgency });
      return at;
    },
  };
}
