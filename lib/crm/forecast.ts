import type { Urgency } from './crm';
import type { Slots } from './slots';
import { turnOf } from './turns';
import type { Stay } from './turns';

/** What background work leaves free for a click. */
const BACKGROUND_SHARE = 0.8;

export const capacityFor = (urgency: Urgency, calls: number): number =>
  urgency === 'click' ? calls : Math.max(1, Math.floor(calls * BACKGROUND_SHARE));

/** So much of its share spare work takes at once; of the rest, a call at a time. */
const SPARE_AT_ONCE = 0.5;
/** Where calls would lie further apart, nobody could stand in line for them. */
const FURTHEST_APART_MS = 2_500;

/** From when on the next spare call may go, after one at `at`. */
export function spareAfter({ calls, windowMs, taken }: Slots, at: number): number {
  const share = capacityFor('spare', calls);
  const apart = windowMs / share;
  const isSpread = taken.length > share * SPARE_AT_ONCE && apart <= FURTHEST_APART_MS;
  return isSpread ? at + apart : at;
}

export interface Forecast {
  /** When a caller would be served who comes after `ahead`. */
  turnAfter(ahead: readonly Urgency[], urgency: Urgency): number;
  /** The same, promised: nobody else is told that moment, and later callers come after it. */
  promiseAfter(ahead: readonly Urgency[], urgency: Urgency): number;
}

export function createForecast(slots: Slots, now: () => number): Forecast {
  let promised: number[] = [];

  const turnAfter = (
    ahead: readonly Urgency[],
    urgency: Urgency,
    apartFrom: readonly number[] = [],
  ): number => {
    const at = now();
    const from = Math.max(at, slots.heldUntil, urgency === 'spare' ? slots.spareAt : 0);
    const taking = (turn: number): Stay => ({ from: turn, to: turn + slots.windowMs });
    const stays = [
      ...slots.expectedFree(at).map((to) => ({ from: at, to })),
      ...promised.filter((time) => time > at).map(taking),
    ];
    for (const other of ahead) {
      stays.push(taking(turnOf(stays, { capacity: capacityFor(other, slots.calls), from })));
    }
    return turnOf(stays, { capacity: capacityFor(urgency, slots.calls), from, apartFrom });
  };

  return {
    turnAfter: (ahead, urgency) => turnAfter(ahead, urgency),
    promiseAfter(ahead, urgency) {
      promised = promised.filter((time) => time > now());
      const at = turnAfter(ahead, urgency, promised);
      promised.push(at);
      return at;
    },
  };
}
