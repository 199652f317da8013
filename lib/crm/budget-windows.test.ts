import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { failureOf } from '../failure';
import type { Urgency } from './crm';
import { storeInMemory } from './testing/fakes';
import { budgetOf, now, pause, useClock } from './testing/spending';

useClock();

interface Caller {
  after: number;
  out: number;
  thinks: number;
  back: number;
  urgency: Urgency;
}

const callers = fc.array(
  fc.record({
    after: fc.integer({ min: 0, max: 3_000 }),
    out: fc.integer({ min: 0, max: 2_000 }),
    thinks: fc.integer({ min: 0, max: 1_000 }),
    back: fc.integer({ min: 0, max: 2_000 }),
    urgency: fc.constantFrom<Urgency>('click', 'background', 'spare'),
  }),
  { minLength: 5, maxLength: 60 },
);

/**
 * A server that notes when each call reaches it; callers come again when they are told to. After
 * a restart nobody hears what the dead worker still says: neither a grant nor an answer.
 */
async function live(all: Caller[], restartAfter: number | null): Promise<number[]> {
  const store = storeInMemory();
  const limit = { calls: 5, seconds: 4 };
  let budget = budgetOf(limit, store);
  const arrivals: number[] = [];
  const call = async ({ after, out, thinks, back, urgency }: Caller): Promise<void> => {
    await pause(after);
    for (;;) {
      try {
        const worker = budget;
        const spent = await worker.spend(urgency);
        if (worker !== budget) return;
        await pause(out);
        arrivals.push(now());
        await pause(thinks + back);
        if (worker === budget) spent.settled();
        return;
      } catch (error) {
        const failure = failureOf(error, 'test');
        if (failure.kind !== 'busy') throw error;
        await pause(Math.max(1, failure.retryAt - now()));
      }
    }
  };
  const done = Promise.all(all.map(call));
  if (restartAfter !== null) {
    setTimeout(() => (budget = budgetOf(limit, store)), restartAfter);
  }
  await vi.advanceTimersByTimeAsync(3_000_000);
  await done;
  return arrivals;
}

const mostInAnyWindow = (arrivals: number[], windowMs: number): number =>
  Math.max(
    ...arrivals.map(
      (start) => arrivals.filter((at) => at >= start && at < start + windowMs).length,
    ),
  );

test('however slow the network, the server never counts more than it allows, and nobody starves', async () => {
  await fc.assert(
    fc.asyncProperty(callers, async (all) => {
      const arrivals = await live(all, null);
      expect(arrivals).toHaveLength(all.length);
      expect(mostInAnyWindow(arrivals, 4_000)).toBeLessThanOrEqual(5);
    }),
    { numRuns: 60 },
  );
});

test('it never counts more even if a new worker takes over in the middle', async () => {
  const restart = fc.integer({ min: 0, max: 12_000 });
  await fc.assert(
    fc.asyncProperty(callers, restart, async (all, restartAfter) => {
      const arrivals = await live(all, restartAfter);
      expect(mostInAnyWindow(arrivals, 4_000)).toBeLessThanOrEqual(5);
    }),
    { numRuns: 30 },
  );
});
