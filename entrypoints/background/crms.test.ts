import { expect, test } from 'vitest';
import { createBudgets } from '@/lib/crm/budgets';
import { memoryOf, storeInMemory, walkInMemory } from '@/lib/crm/testing/fakes';
import type { SystemeAccount } from '@/lib/people/account';
import { createCrms } from './crms';

const shop: SystemeAccount = {
  id: 'shop',
  name: 'Acme Shop',
  system: 'systeme',
  paused: false,
  keyTail: 'YbQe',
  limit: { calls: 10, seconds: 1 },
  gateway: 'https://gateway.test',
  control: 'https://control.test',
  connection: { id: '1', label: 'Shop' },
};

function setUp(walkMemory = async () => walkInMemory()) {
  const accounts = {
    get: async () => shop,
    list: async () => [shop],
    memory: () => memoryOf(),
  };
  const vault = { key: async () => 'a-key' };
  const budgetOf = createBudgets({ store: storeInMemory() });
  return createCrms({ accounts, vault, walkMemory, budgetOf, hear: () => {} });
}

test('an account asked for twice is one back end: its callers share one walk', async () => {
  const crmOf = setUp();
  expect(await crmOf('shop')).toBe(await crmOf('shop'));
});

test('an account whose memory could not be opened once is asked for again', async () => {
  const walks = [Promise.reject(new Error('blocked')), Promise.resolve(walkInMemory())];
  const crmOf = setUp(async () => (await walks.shift()) ?? walkInMemory());
  await expect(crmOf('shop')).rejects.toThrow('blocked');
  expect((await crmOf('shop')).account.id).toBe('shop');
});
