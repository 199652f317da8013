import { expect, test, vi } from 'vitest';
import type { Urgency } from './crm';
import { budgetOf, goesAtOnce, LIMIT, now, retryAtOf, useClock, useUp } from './testing/spending';

useClock();

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
