import { describe, expect, test, vi } from 'vitest';
import { budgetOf, goesAtOnce, now, pause, retryAtOf, useClock, useUp } from './testing/spending';

useClock();

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

test('background work leaves a fifth of the window to clicks', async () => {
  const budget = budgetOf();
  for (let call = 0; call < 8; call += 1) (await budget.spend('background')).settled();
  expect(await retryAtOf(budget.spend('background'))).not.toBeNull();
  expect(await retryAtOf(budget.spend('click'))).toBeNull();
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
