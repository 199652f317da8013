import * as v from 'valibot';
import type { CallLimit } from '../people/account';
import { LONGEST_HOLD_MS } from './retry-at';

/** Keeps a budget beyond the worker's death; in the extension this is `storage.session`. */
export interface BudgetStore {
  get(name: string): Promise<unknown>;
  set(name: string, value: unknown): Promise<void>;
}

/** No request is under way for longer: the browser ends a worker's fetch after 30 s. */
const LONGEST_CALL_MS = 30_000;
/** Clocks tell whole milliseconds, the server's another one than ours. */
const MARGIN_MS = 10;

/** One call: until when it counts. While `open`, the server may still be about to count it. */
export interface Slot {
  until: number;
  open: boolean;
  /** Of spare work, whose share is counted apart. */
  isSpare: boolean;
}

export interface Slots {
  readonly taken: readonly Slot[];
  heldUntil: number;
  /** When the next call of spare work may go. */
  spareAt: number;
  readonly calls: number;
  readonly windowMs: number;
  /** Calls already taken count against another limit too. */
  setLimit(limit: CallLimit): void;
  load(at: number): Promise<void>;
  save(): Promise<void>;
  forgetPast(at: number): void;
  take(at: number, isSpare: boolean): Slot;
  /** The answer is here: the server counted this call before `at`. */
  close(slot: Slot, at: number): void;
  /** When each taken place is free again, were every open call answered at `at`. */
  expectedFree(at: number): { to: number; isSpare: boolean }[];
}

const Kept = v.object({
  until: v.array(v.number()),
  spareUntil: v.optional(v.array(v.number()), []),
  heldUntil: v.number(),
  /** Of the limit then: it may be another one now. */
  windowMs: v.number(),
});

const windowOf = ({ seconds }: CallLimit): number => seconds * 1000 + MARGIN_MS;

/** The calls that still count. After a restart open ones count for as long as they could take. */
export function createSlots(name: string, limit: CallLimit, store: BudgetStore): Slots {
  let { calls } = limit;
  let windowMs = windowOf(limit);
  let taken: Slot[] = [];
  let writing: Promise<void> = Promise.resolve();
  let nextWrite: Promise<void> | null = null;

  const slots: Slots = {
    get taken() {
      return taken;
    },
    get calls() {
      return calls;
    },
    get windowMs() {
      return windowMs;
    },
    heldUntil: 0,
    spareAt: 0,
    setLimit(changed) {
      const change = windowOf(changed) - windowMs;
      for (const slot of taken) slot.until += change;
      windowMs += change;
      ({ calls } = changed);
    },
    async load(at) {
      const kept = v.safeParse(Kept, await store.get(name).catch(() => null));
      if (!kept.success) return;
      const change = windowMs - kept.output.windowMs;
      const slotsOf = (times: readonly number[], isSpare: boolean): Slot[] =>
        times.map((until) => ({ until: until + change, open: false, isSpare }));
      const { until, spareUntil } = kept.output;
      taken = [...slotsOf(until, false), ...slotsOf(spareUntil, true), ...taken];
      slots.heldUntil = Math.max(slots.heldUntil, kept.output.heldUntil);
      slots.forgetPast(at);
    },
    save() {
      nextWrite ??= writing.then(() => {
        nextWrite = null;
        const timesOf = (isSpare: boolean): number[] =>
          taken.filter((slot) => slot.isSpare === isSpare).map(({ until }) => until);
        const [until, spareUntil] = [timesOf(false), timesOf(true)];
        const kept = { until, spareUntil, heldUntil: slots.heldUntil, windowMs };
        // Without storage the budget still holds for as long as this worker lives.
        writing = store.set(name, kept).catch(() => undefined);
        return writing;
      });
      return nextWrite;
    },
    forgetPast(at) {
      // A clock set back must not leave calls counting, or a hold holding, for hours.
      const latest = at + LONGEST_CALL_MS + windowMs;
      for (const slot of taken) slot.until = Math.min(slot.until, latest);
      slots.heldUntil = Math.min(slots.heldUntil, at + LONGEST_HOLD_MS);
      slots.spareAt = Math.min(slots.spareAt, at + windowMs);
      taken = taken.filter((slot) => slot.until > at);
    },
    take(at, isSpare) {
      const slot = { until: at + LONGEST_CALL_MS + windowMs, open: true, isSpare };
      taken.push(slot);
      return slot;
    },
    close(slot, at) {
      slot.open = false;
      slot.until = at + windowMs;
    },
    expectedFree: (at) =>
      taken.map(({ open, until, isSpare }) => ({ to: open ? at + windowMs : until, isSpare })),
  };
  return slots;
}
