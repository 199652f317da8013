import type { Urgency } from './crm';
import type { Slots } from './slots';
import { turnOf } from './turns';
import type { Stay } from './turns';

/** What background work leaves free for a click. */
const BACKGROUND_SHARE = 0.8;

export const capacityFor = (urgency: Urgency, calls: number): number =>
  urgency === 'click' ? calls : Math.max(1, Math.floor(calls * BACKGROUND_SHARE));

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
    const from = Math.max(at, slots.heldUntil);
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
