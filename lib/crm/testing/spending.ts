/** A budget under a clock that the tests turn. */
import { afterEach, beforeEach, vi } from 'vitest';
import { failureOf } from '../../failure';
import { createBudget } from '../budget';
import type { Budget } from '../needs';
import { storeInMemory } from './fakes';

export const LIMIT = { calls: 10, seconds: 10 };
export const now = () => Date.now();
export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export function useClock(): void {
  beforeEach(() => void vi.useFakeTimers({ now: 1_700_000_000_000 }));
  afterEach(() => void vi.useRealTimers());
}

export const budgetOf = (limit = LIMIT, store = storeInMemory()) =>
  createBudget({ name: 'one', limit, store, now });

/** When a call was told to come again; null: it went through. */
export async function retryAtOf(spending: Promise<unknown>): Promise<number | null> {
  try {
    await spending;
    return null;
  } catch (error) {
    const failure = failureOf(error, 'test');
    return failure.kind === 'busy' ? failure.retryAt : Number.NaN;
  }
}

/** Whether a call goes out without any wait; one that does not leaves the line again. */
export async function goesAtOnce(budget: Budget): Promise<boolean> {
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

/** Uses the whole window up, each call answered at once. */
export async function useUp(budget: Budget, calls = LIMIT.calls): Promise<void> {
  for (let call = 0; call < calls; call += 1) (await budget.spend('click')).settled();
}
