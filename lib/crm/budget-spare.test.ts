import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { failureOf } from '../failure';
import { createBudget } from './budget';
import { storeInMemory } from './testing/fakes';

const now = () => Date.now();
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

beforeEach(() => void vi.useFakeTimers({ now: 1_700_000_000_000 }));
afterEach(() => void vi.useRealTimers());

const retryAtOf = async (spending: Promise<unknown>): Promise<number | null> => {
  try {
    await spending;
    return null;
  } catch (error) {
    const failure = failureOf(error, 'test');
    return failure.kind === 'busy' ? failure.retryAt : Number.NaN;
  }
};

test('spare work spreads its calls, and gets as many through as background work would', async () => {
  const budget = createBudget({
    name: 'one',
    limit: { calls: 100, seconds: 60 },
    store: storeInMemory(),
    now,
  });
  let served = 0;
  const end = new AbortController();
  const working = (async () => {
    while (!end.signal.aborted) {
      try {
        (await budget.spend('spare')).settled();
        served += 1;
      } catch (error) {
        const failure = failureOf(error, 'test');
        if (failure.kind !== 'busy') throw error;
        await pause(failure.retryAt - now());
      }
    }
  })();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(served).toBeLessThanOrEqual(43);
  await vi.advanceTimersByTimeAsync(119_000);
  served = 0;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(served).toBeGreaterThanOrEqual(78);
  // After all that could go at once, a click still has not to wait for long.
  const clicks = Array.from({ length: 24 }, () => retryAtOf(budget.spend('click')));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(new Set(await Promise.all(clicks))).toEqual(new Set([null]));
  end.abort();
  await vi.advanceTimersByTimeAsync(120_000);
  await working;
});
