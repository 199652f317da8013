import type { CallLimit } from '../people/account';
import { createForecast } from './forecast';
import { createLine } from './line';
import type { Budget } from './needs';
import { createSlots } from './slots';
import type { BudgetStore } from './slots';

export interface BudgetOptions {
  /** Names in the store whose calls these are. */
  name: string;
  limit: CallLimit;
  store: BudgetStore;
  now?: () => number;
}

export interface LimitedBudget extends Budget {
  /** Another limit from now on, for the calls already made too. */
  setLimit(limit: CallLimit): void;
  /** How many could be made at this moment; `heldUntil` where the server asked us to wait. */
  left(): Promise<{ left: number; heldUntil: number | null }>;
}

/**
 * The calls that may be made: at no time are more than `limit.calls` under way or answered
 * within the last `limit.seconds`. So whatever the network delays, a server that counts in any
 * window of that length never counts more. Make one for each name and keep it for the worker's
 * life: two of one name would not see each other's calls.
 */
export function createBudget({ name, limit, store, now = Date.now }: BudgetOptions): LimitedBudget {
  const slots = createSlots(name, limit, store);
  const ready = slots.load(now());
  const forecast = createForecast(slots, now);
  const line = createLine({ slots, forecast, now });
  return {
    async spend(urgency, signal) {
      await ready;
      const slot = await line.join(urgency, signal);
      // Kept before the request goes out: a worker that dies now must still have counted it.
      await slots.save();
      return {
        settled() {
          if (!slot.open) return;
          slots.close(slot, now());
          void slots.save();
          line.serve();
        },
      };
    },
    async hold(until) {
      await ready;
      slots.heldUntil = Math.max(slots.heldUntil, until);
      line.serve();
      await slots.save();
    },
    setLimit(changed) {
      slots.setLimit(changed);
      line.serve();
    },
    async left() {
      await ready;
      const at = now();
      slots.forgetPast(at);
      const isHeld = slots.heldUntil > at;
      return {
        left: Math.max(0, slots.calls - slots.taken.length),
        heldUntil: isHeld ? slots.heldUntil : null,
      };
    },
  };
}
