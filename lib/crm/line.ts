import { FailureError } from '../failure';
import type { Urgency } from './crm';
import { hasRoom, spareAfter } from './forecast';
import type { Forecast } from './forecast';
import type { Slot, Slots } from './slots';

/** How long a call that would have to wait is kept in line before it is told when to come. */
const LINE_MS = 5_000;

interface Waiting {
  urgency: Urgency;
  patientUntil: number;
  grant(slot: Slot): void;
  refuse(retryAt: number): void;
}

export interface Line {
  /** A place taken, or `busy` thrown; clicks before background, else first come first served. */
  join(urgency: Urgency, signal?: AbortSignal): Promise<Slot>;
  /** Something changed: lets go whoever can be served, or has waited long enough. */
  serve(): void;
}

export interface LineOptions {
  slots: Slots;
  forecast: Forecast;
  now: () => number;
}

export function createLine({ slots, forecast, now }: LineOptions): Line {
  const line: Waiting[] = [];
  let alarm: ReturnType<typeof setTimeout> | undefined;

  const aheadOf = (urgency: Urgency): Urgency[] =>
    line.map((one) => one.urgency).filter((other) => other === 'click' || urgency !== 'click');

  const leave = (waiting: Waiting): boolean => {
    const place = line.indexOf(waiting);
    if (place >= 0) line.splice(place, 1);
    return place >= 0;
  };

  const isFreeAt = (at: number, urgency: Urgency): boolean =>
    at >= slots.heldUntil &&
    hasRoom(urgency, slots.taken, slots.calls) &&
    (urgency !== 'spare' || at >= slots.spareAt);

  const take = (at: number, urgency: Urgency): Slot => {
    const isSpare = urgency === 'spare';
    const slot = slots.take(at, isSpare);
    if (isSpare) slots.spareAt = spareAfter(slots, at);
    return slot;
  };

  const serve = (): void => {
    const at = now();
    slots.forgetPast(at);
    for (const waiting of line.toSorted(clicksFirst)) {
      const { urgency, patientUntil } = waiting;
      const isFree = isFreeAt(at, urgency);
      if (!isFree && at < patientUntil && slots.heldUntil <= patientUntil) continue;
      leave(waiting);
      if (isFree) waiting.grant(take(at, urgency));
      else waiting.refuse(forecast.promiseAfter(aheadOf(urgency), urgency));
    }
    wakeForNext();
  };

  const wakeForNext = (): void => {
    clearTimeout(alarm);
    if (line.length === 0) return;
    const times = [
      ...slots.taken.map((slot) => slot.until),
      ...line.map((waiting) => waiting.patientUntil),
      slots.heldUntil,
      slots.spareAt,
    ].filter((time) => time > now());
    alarm = setTimeout(serve, Math.max(1, Math.min(...times) - now()));
  };

  return {
    serve,
    join(urgency, signal) {
      if (signal?.aborted) return Promise.reject(busy(now()));
      slots.forgetPast(now());
      const ahead = aheadOf(urgency);
      if (forecast.turnAfter(ahead, urgency) > now() + LINE_MS) {
        return Promise.reject(busy(forecast.promiseAfter(ahead, urgency)));
      }
      return new Promise((resolve, reject) => {
        const refuse = (retryAt: number): void => reject(busy(retryAt));
        const waiting = { urgency, patientUntil: now() + LINE_MS, grant: resolve, refuse };
        line.push(waiting);
        signal?.addEventListener('abort', () => leave(waiting) && refuse(now()), { once: true });
        serve();
      });
    },
  };
}

const clicksFirst = (one: Waiting, other: Waiting): number =>
  Number(other.urgency === 'click') - Number(one.urgency === 'click');

const busy = (retryAt: number): FailureError => new FailureError({ kind: 'busy', retryAt });
