import { expect, test } from 'vitest';
import type { Account } from '@/lib/people/account';
import { createMemoryArea } from '@/lib/storage/testing/memory-area';
import { createMenuJourneys } from './menu-journeys';

const welcome = { id: '7', name: 'Welcome', enabled: true, placeId: null };

function setUp() {
  // Only these of an account are read for the menu.
  const account = { id: 'a', name: 'Client X', system: 'octeth', paused: false } as Account;
  const accounts = [account];
  const journeys = createMenuJourneys({
    local: createMemoryArea(),
    accounts: { list: async () => accounts },
  });
  return { account, accounts, journeys };
}

test('law 2: a renamed account is never shown under its old name', async () => {
  const { account, journeys } = setUp();
  await journeys.keep('a', [welcome]);
  account.name = 'Client Y';
  expect((await journeys.all()).map((entry) => entry.account.name)).toEqual(['Client Y']);
});

test('a paused or removed account offers nothing', async () => {
  const { account, accounts, journeys } = setUp();
  await journeys.keep('a', [welcome]);
  account.paused = true;
  expect(await journeys.all()).toEqual([]);
  account.paused = false;
  accounts.length = 0;
  expect(await journeys.all()).toEqual([]);
});
