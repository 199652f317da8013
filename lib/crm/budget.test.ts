import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { failureOf } from '../failure';
import { createBudget } from './budget';
import type { Urgency } from './crm';
import type { Budget } from './needs';
import { storeInMemory } from './testing/fakes';

const LIMIT = { calls: 10, seconds: 10 };
const now = () => Date.now();

beforeEach(() => void vi.useFakeTimers({ now: 1_700_000_000_000 }));
afterEach(() => void vi.useRealTimers());

const budgetOf = (limit = LIMIT, store = storeInMemory()) =>
  createBudget({ name: 'one', limit, store, now });

const retryAtOf = async (spending: Promise<unknown>): Promise<number | null> => {
  try {
    await spending;
    return null;
  } catch (error) {
    const failure = failureOf(error, 'test');
    return failure.kind === 'busy' ? failure.retryAt : Number.NaN;
  }
};

/** Whether a call goes out without any wait; one that does not leaves the line again. */
async function goesAtOnce(budget: Budget): Promise<boolean> {
  const leaving = new AbortController();
  let went = false;
  const spending = budget.spend('click', leaving.signal).then(
    () => (went = true),
    () => undefined,
  );
  await vi.advanceTimersByTimeAsync(0);
  leaving.abort();
  await spending;
  return went;
}

/** How many calls a next worker could send at once. */
async function leftIn(store: ReturnType<typeof storeInMemory>): Promise<number> {
  const copy = storeInMemory();
  for (const [name, value] of store.kept) await copy.set(name, value);
  const budget = budgetOf(LIMIT, copy);
  let left = 0;
  while (await goesAtOnce(budget)) left += 1;
  return left;
}

/** Uses the whole window up, each call answered at once. */
async function useUp(budget: Budget, calls = LIMIT.calls): Promise<void> {
  for (let call = 0; call < calls; call += 1) (await budget.spend('click')).settled();
}

test('a window’s worth goes through at once, one more is told when to come', async () => {
  const budget = budgetOf();
  await useUp(budget);
  const retryAt = await retryAtOf(budget.spend('click'));
  expect(retryAt).toBeGreaterThanOrEqual(now() + 10_000);
  expect(retryAt).toBeLessThan(now() + 10_100);
});

test('a call counts until a window after its answer, not after its start', async () => {
  const budget = budgetOf({ calls: 1, seconds: 10 });
  const call = await budget.spend('click');
  await vi.advanceTimersByTimeAsync(20_000);
  expect(await goesAtOnce(budget)).toBe(false);
  call.settled();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await goesAtOnce(budget)).toBe(false);
  await vi.advanceTimersByTimeAsync(20);
  expect(await goesAtOnce(budget)).toBe(true);
});

test('a wait of less than five seconds is waited out in line', async () => {
  const budget = budgetOf();
  await useUp(budget);
  await vi.advanceTimersByTimeAsync(6_000);
  let served = false;
  const spending = budget.spend('click').then(() => (served = true));
  await vi.advanceTimersByTimeAsync(3_900);
  expect(served).toBe(false);
  await vi.advanceTimersByTimeAsync(200);
  await spending;
  expect(served).toBe(true);
});

test('a call still without an answer keeps nobody in line for longer than five seconds', async () => {
  const budget = budgetOf({ calls: 1, seconds: 1 });
  await budget.spend('click');
  const refused = retryAtOf(budget.spend('click'));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(await refused).toBeGreaterThan(now());
});

test('background work leaves a fifth of the window to clicks', async () => {
  const budget = budgetOf();
  for (let call = 0; call < 8; call += 1) (await budget.spend('background')).settled();
  expect(await retryAtOf(budget.spend('background'))).not.toBeNull();
  expect(await retryAtOf(budget.spend('click'))).toBeNull();
});

test('a click overtakes background work that came first, and else first come is first served', async () => {
  const budget = budgetOf();
  await useUp(budget);
  await vi.advanceTimersByTimeAsync(8_000);
  const order: string[] = [];
  const spend = (urgency: Urgency, name: string) =>
    budget.spend(urgency).then(() => order.push(name));
  const all = [
    spend('background', 'work 1'),
    spend('background', 'work 2'),
    spend('click', 'click 1'),
    spend('click', 'click 2'),
  ];
  await vi.advanceTimersByTimeAsync(3_000);
  await Promise.all(all);
  expect(order).toEqual(['click 1', 'click 2', 'work 1', 'work 2']);
});

test('many at once are told different times, and at those times each is served', async () => {
  const budget = budgetOf();
  const asked = Array.from({ length: 45 }, () =>
    budget.spend('click').then((call) => call.settled()),
  );
  const times = await Promise.all(asked.map(retryAtOf));
  const late = times.filter((time) => time !== null);
  expect(late).toHaveLength(35);
  expect(new Set(late).size).toBe(35);
  const served = Promise.allSettled(
    late.map(async (time) => {
      await pause(time - now());
      (await budget.spend('click')).settled();
    }),
  );
  await vi.advanceTimersByTimeAsync(60_000);
  expect((await served).map(({ status }) => status)).toEqual(late.map(() => 'fulfilled'));
});

test('while the server asks us to wait, nothing goes out', async () => {
  const budget = budgetOf();
  await budget.hold(now() + 60_000);
  expect(await retryAtOf(budget.spend('click'))).toBe(now() + 60_000);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await retryAtOf(budget.spend('click'))).toBeNull();
});

test('a hold reaches those who already stand in line', async () => {
  const budget = budgetOf();
  await useUp(budget);
  await vi.advanceTimersByTimeAsync(8_000);
  const waiting = retryAtOf(budget.spend('click'));
  await vi.advanceTimersByTimeAsync(0);
  await budget.hold(now() + 60_000);
  expect(await waiting).toBe(now() + 60_000);
});

test('someone who gives up leaves the line', async () => {
  const budget = budgetOf();
  await useUp(budget);
  await vi.advanceTimersByTimeAsync(8_000);
  const leaving = new AbortController();
  const gone = retryAtOf(budget.spend('click', leaving.signal));
  await vi.advanceTimersByTimeAsync(0);
  leaving.abort();
  expect(await gone).not.toBeNull();
  await vi.advanceTimersByTimeAsync(3_000);
  for (let call = 0; call < LIMIT.calls; call += 1) expect(await goesAtOnce(budget)).toBe(true);
});

describe('after the worker’s death', () => {
  test('what was used still counts, and a call under way for as long as it could take', async () => {
    const store = storeInMemory();
    const before = budgetOf(LIMIT, store);
    await useUp(before, 4);
    await before.spend('click');
    expect(await leftIn(store)).toBe(5);
    await vi.advanceTimersByTimeAsync(11_000);
    expect(await leftIn(store)).toBe(9);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await leftIn(store)).toBe(10);
  });

  test('a hold still holds', async () => {
    const store = storeInMemory();
    await budgetOf(LIMIT, store).hold(now() + 60_000);
    expect(await leftIn(store)).toBe(0);
  });

  test('what cannot be read is no reason to stand still', async () => {
    const store = storeInMemory();
    await store.set('one', { until: 'yesterday' });
    expect(await leftIn(store)).toBe(10);
    const broken = {
      get: () => Promise.reject(new Error('no')),
      set: () => Promise.reject(new Error('no')),
    };
    expect(
      await retryAtOf(
        createBudget({ name: 'one', limit: LIMIT, store: broken, now }).spend('click'),
      ),
    ).toBeNull();
  });

  test('a clock set back an hour blocks nobody for an hour', async () => {
    const store = storeInMemory();
    await useUp(budgetOf(LIMIT, store));
    vi.setSystemTime(now() - 3_600_000);
    const after = budgetOf(LIMIT, store);
    await vi.advanceTimersByTimeAsync(41_000);
    expect(await goesAtOnce(after)).toBe(true);
  });

  test('calls made under a shorter window count for the longer one', async () => {
    const store = storeInMemory();
    await useUp(budgetOf({ calls: 10, seconds: 1 }, store));
    await vi.advanceTimersByTimeAsync(500);
    const after = budgetOf(LIMIT, store);
    await vi.advanceTimersByTimeAsync(9_000);
    expect(await goesAtOnce(after)).toBe(false);
    await vi.advanceTimersByTimeAsync(600);
    expect(await goesAtOnce(after)).toBe(true);
  });
});

describe('a limit that changes', () => {
  test('counts the calls made before', async () => {
    const budget = budgetOf();
    await useUp(budget, 6);
    budget.setLimit({ calls: 7, seconds: 10 });
    expect(await goesAtOnce(budget)).toBe(true);
    expect(await goesAtOnce(budget)).toBe(false);
  });

  test('lets those in line go where it is larger now', async () => {
    const budget = budgetOf();
    await useUp(budget);
    await vi.advanceTimersByTimeAsync(8_000);
    const waiting = retryAtOf(budget.spend('click'));
    await vi.advanceTimersByTimeAsync(0);
    budget.setLimit({ calls: 11, seconds: 10 });
    expect(await waiting).toBeNull();
  });

  test('keeps calls for as long as its own window says', async () => {
    const budget = budgetOf({ calls: 1, seconds: 1 });
    await useUp(budget, 1);
    budget.setLimit({ calls: 1, seconds: 10 });
    await vi.advanceTimersByTimeAsync(9_900);
    expect(await goesAtOnce(budget)).toBe(false);
    await vi.advanceTimersByTimeAsync(200);
    expect(await goesAtOnce(budget)).toBe(true);
  });
});

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

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * A server that notes when each call reaches it; callers come again when they are told to. After
 * a restart nobody hears what the dead worker still says: neither a grant nor an answer.
 */
async function live(all: Caller[], restartAfter: number | null): Promise<number[]> {
  const store = storeInMemory();
  const limit = { calls: 5, seconds: 4 };
  let budget = createBudget({ name: 'one', limit, store, now });
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
    setTimeout(() => (budget = createBudget({ name: 'one', limit, store, now })), restartAfter);
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
