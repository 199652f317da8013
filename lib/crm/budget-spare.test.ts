import { describe, expect, test, vi } from 'vitest';
import { failureOf } from '../failure';
import { MATON_LIMIT, OCTETH_LIMIT } from '../people/account';
import type { Urgency } from './crm';
import type { Budget } from './needs';
import { storeInMemory } from './testing/fakes';
import { budgetOf, now, pause, useClock } from './testing/spending';

useClock();

interface Manner {
  urgency: Urgency;
  answerMs: number;
}
const AT_ONCE: Manner = { urgency: 'spare', answerMs: 0 };

/** As a filling does: one call after the other; comes again when it is told to. */
function fill(
  budget: Budget,
  isOver: () => boolean,
  { urgency, answerMs } = AT_ONCE,
): { served: number; ended: Promise<void> } {
  const filling = { served: 0, ended: Promise.resolve() };
  const work = async (): Promise<void> => {
    while (!isOver()) {
      try {
        const spent = await budget.spend(urgency);
        if (answerMs > 0) await pause(answerMs);
        spent.settled();
        filling.served += 1;
      } catch (error) {
        await pause(untilAgain(error));
      }
    }
  };
  filling.ended = work();
  return filling;
}

function untilAgain(error: unknown): number {
  const failure = failureOf(error, 'test');
  if (failure.kind !== 'busy') throw error;
  return failure.retryAt - now();
}

/** As a team does: so many clicks a minute, evenly; tells how many had to wait. */
function click(budget: Budget, isOver: () => boolean, perMinute: number) {
  const team = { late: 0, ended: Promise.resolve() };
  const work = async (): Promise<void> => {
    while (!isOver()) {
      const askedAt = now();
      try {
        (await budget.spend('click')).settled();
      } catch (error) {
        await pause(untilAgain(error));
      }
      if (now() > askedAt) team.late += 1;
      await pause(60_000 / perMinute);
    }
  };
  team.ended = work();
  return team;
}

test('spare work spreads its calls, and half of each window is its own', async () => {
  let isOver = false;
  const filling = fill(budgetOf(OCTETH_LIMIT), () => isOver);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(filling.served).toBeLessThanOrEqual(27);
  await vi.advanceTimersByTimeAsync(119_000);
  filling.served = 0;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(filling.served).toBeGreaterThanOrEqual(48);
  isOver = true;
  await vi.advanceTimersByTimeAsync(120_000);
  await filling.ended;
});

test.each([
  [30, 48],
  [45, 34],
  [50, 29],
  [60, 19],
  [85, 1],
  [95, 1],
])(
  'beside %i clicks a minute spare work has at least %i calls, and no click waits for it',
  async (clicks, least) => {
    let isOver = false;
    const budget = budgetOf(OCTETH_LIMIT);
    const filling = fill(budget, () => isOver);
    const team = click(budget, () => isOver, clicks);
    await vi.advanceTimersByTimeAsync(300_000);
    [filling.served, team.late] = [0, 0];
    await vi.advanceTimersByTimeAsync(600_000);
    expect(filling.served).toBeGreaterThanOrEqual(least * 10 - 1);
    expect(filling.served).toBeLessThanOrEqual(500);
    expect(team.late).toBe(0);
    isOver = true;
    await vi.advanceTimersByTimeAsync(120_000);
    await Promise.all([filling.ended, team.ended]);
  },
);

test('beside a bulk run that takes all it may, spare work has its share too', async () => {
  let isOver = false;
  const budget = budgetOf(OCTETH_LIMIT);
  const bulk = fill(budget, () => isOver, { urgency: 'background', answerMs: 200 });
  const filling = fill(budget, () => isOver, { urgency: 'spare', answerMs: 200 });
  await vi.advanceTimersByTimeAsync(180_000);
  [filling.served, bulk.served] = [0, 0];
  await vi.advanceTimersByTimeAsync(600_000);
  expect(filling.served).toBeGreaterThanOrEqual(200);
  expect(bulk.served).toBeGreaterThanOrEqual(300);
  isOver = true;
  await vi.advanceTimersByTimeAsync(120_000);
  await Promise.all([filling.ended, bulk.ended]);
});

test('after the worker’s death spare work has no second half of the same window', async () => {
  const store = storeInMemory();
  let isOver = false;
  const before = fill(budgetOf(OCTETH_LIMIT, store), () => isOver);
  await vi.advanceTimersByTimeAsync(40_000);
  isOver = true;
  const next = budgetOf(OCTETH_LIMIT, store);
  let isOverThen = false;
  const after = fill(next, () => isOverThen);
  await vi.advanceTimersByTimeAsync(15_000);
  expect(before.served + after.served).toBeLessThanOrEqual(50);
  isOverThen = true;
  await vi.advanceTimersByTimeAsync(120_000);
  await Promise.all([before.ended, after.ended]);
});

describe.each([
  ['Octeth', OCTETH_LIMIT],
  ['Systeme.io', MATON_LIMIT],
])('in the first minute of filling a directory of %s', (_, limit) => {
  test.each<[Urgency, number]>([
    ['click', 0.5],
    ['background', 0.3],
  ])('so many calls of a %s go at once, whenever they come: a share of %d', async (who, share) => {
    for (let second = 0; second <= 60; second += 3) {
      const budget = budgetOf(limit);
      let isOver = false;
      const filling = fill(budget, () => isOver);
      await vi.advanceTimersByTimeAsync(second * 1_000);
      let gone = 0;
      const calls = Array.from({ length: Math.floor(limit.calls * share) }, async () => {
        (await budget.spend(who)).settled();
        gone += 1;
      });
      // Not by a millisecond later.
      await vi.advanceTimersByTimeAsync(0);
      expect(gone, `after ${second} seconds`).toBe(calls.length);
      isOver = true;
      await vi.advanceTimersByTimeAsync(120_000);
      await Promise.all([filling.ended, ...calls]);
    }
  });
});
