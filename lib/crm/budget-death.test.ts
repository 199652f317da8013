import { describe, expect, test, vi } from 'vitest';
import { createBudget } from './budget';
import { storeInMemory } from './testing/fakes';
import { budgetOf, goesAtOnce, LIMIT, now, retryAtOf, useClock, useUp } from './testing/spending';

useClock();

/** How many calls a next worker could send at once. */
async function leftIn(store: ReturnType<typeof storeInMemory>): Promise<number> {
  const copy = storeInMemory();
  for (const [name, value] of store.kept) await copy.set(name, value);
  const budget = budgetOf(LIMIT, copy);
  let left = 0;
  while (await goesAtOnce(budget)) left += 1;
  return left;
}

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

  test('law 3: a clock set back a day holds nobody for longer than a server may', async () => {
    const store = storeInMemory();
    await budgetOf(LIMIT, store).hold(now() + 60_000);
    vi.setSystemTime(now() - 86_400_000);
    const after = budgetOf(LIMIT, store);
    expect(await retryAtOf(after.spend('click'))).toBe(now() + 3_600_000);
    expect(await after.left()).toMatchObject({ heldUntil: now() + 3_600_000 });
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(await goesAtOnce(after)).toBe(true);
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
