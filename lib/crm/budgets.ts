import type { Account, CallLimit } from '../people/account';
import { createBudget } from './budget';
import type { LimitedBudget } from './budget';
import type { BudgetStore } from './slots';

/**
 * Servers count the calls of a key, so all accounts of one key on one host share one budget, and
 * an account removed and added again does not start afresh. The key itself may be locked: its
 * tail stands for it. Two keys that end alike share a budget too, which only makes them slower.
 */
export function createBudgets(options: { store: BudgetStore; now?: () => number }) {
  const budgets = new Map<string, LimitedBudget>();
  return (account: Account, all: readonly Account[]): LimitedBudget => {
    const name = nameOf(account);
    const sharing = all.filter((other) => nameOf(other) === name);
    const limit = strictest([account, ...sharing].map((one) => one.limit));
    const known = budgets.get(name);
    if (known) {
      known.setLimit(limit);
      return known;
    }
    const budget = createBudget({ ...options, name, limit });
    budgets.set(name, budget);
    return budget;
  };
}

function nameOf(account: Account): string {
  const { host } = new URL(account.system === 'octeth' ? account.server : account.gateway);
  return `budget:${host}:${account.keyTail}`;
}

/** Whoever keeps to it keeps to each of them. */
const strictest = (limits: readonly CallLimit[]): CallLimit => ({
  calls: Math.min(...limits.map(({ calls }) => calls)),
  seconds: Math.max(...limits.map(({ seconds }) => seconds)),
});
