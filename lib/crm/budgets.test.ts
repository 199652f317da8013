import { expect, test } from 'vitest';
import { failureOf } from '../failure';
import type { Account } from '../people/account';
import { createBudgets } from './budgets';
import type { Budget } from './needs';
import { storeInMemory } from './testing/fakes';

const limit = { calls: 4, seconds: 60 };
const octeth: Account = {
  id: 'mail',
  name: 'Acme Mail',
  system: 'octeth',
  paused: false,
  keyTail: 'c64a',
  limit,
  server: 'https://mail.acme.test',
  lists: [],
  listsByHand: false,
  journeysByHand: [],
};
const maton: Account = {
  id: 'shop',
  name: 'Acme Shop',
  system: 'systeme',
  paused: false,
  keyTail: 'YbQe',
  limit,
  gateway: 'https://gateway.test',
  control: 'https://control.test',
  connection: { id: '1', label: 'Shop' },
};

/** How many calls go through before the next is told to come later. */
async function useUp(...budgets: Budget[]): Promise<number> {
  for (let calls = 0; ; calls += 1) {
    const budget = budgets[calls % budgets.length];
    try {
      (await budget?.spend('click'))?.settled();
    } catch (error) {
      expect(failureOf(error, 'test').kind).toBe('busy');
      return calls;
    }
  }
}

test('two connections of one Maton key share its calls', async () => {
  const budgetOf = createBudgets({ store: storeInMemory() });
  const other: Account = { ...maton, id: 'school', connection: { id: '2', label: 'School' } };
  const all = [maton, other];
  expect(await useUp(budgetOf(maton, all), budgetOf(other, all))).toBe(4);
});

test('an account removed and added again goes on with what was used', async () => {
  const store = storeInMemory();
  const budgetOf = createBudgets({ store });
  await useUp(budgetOf(octeth, [octeth]));
  const again = { ...octeth, id: 'again', name: 'Acme Mail again' };
  expect(await useUp(budgetOf(again, [again]))).toBe(0);
  expect(await useUp(createBudgets({ store })(again, [again]))).toBe(0);
});

test('another key or another host has calls of its own', async () => {
  const budgetOf = createBudgets({ store: storeInMemory() });
  const otherKey = { ...octeth, id: 'key', keyTail: 'beef' };
  const otherHost = { ...octeth, id: 'host', server: 'https://mail.other.test' };
  const all = [octeth, otherKey, otherHost];
  await useUp(budgetOf(octeth, all));
  expect(await useUp(budgetOf(otherKey, all))).toBe(4);
  expect(await useUp(budgetOf(otherHost, all))).toBe(4);
});

test('where limits differ the smaller counts, whoever asks', async () => {
  const budgetOf = createBudgets({ store: storeInMemory() });
  const careful = { ...octeth, id: 'careful', limit: { calls: 2, seconds: 60 } };
  const all = [octeth, careful];
  expect(await useUp(budgetOf(octeth, all), budgetOf(careful, all))).toBe(2);
});

test('a changed limit is the limit of the one budget there is', async () => {
  const budgetOf = createBudgets({ store: storeInMemory() });
  const before = budgetOf(octeth, [octeth]);
  await useUp(before);
  const raised = { ...octeth, limit: { calls: 5, seconds: 60 } };
  const after = budgetOf(raised, [raised]);
  expect(await useUp(before, after)).toBe(1);
});

test('law 5: no key stands in what is kept', async () => {
  const store = storeInMemory();
  await useUp(createBudgets({ store })(octeth, [octeth]));
  expect([...store.kept.keys()]).toEqual(['budget:mail.acme.test:c64a']);
});
