import { beforeEach, describe, expect, test, vi } from 'vitest';
import { NOTHING_LEARNT } from '../crm/needs';
import { createMemoryArea } from '../storage/testing/memory-area';
import { createAccounts } from './accounts';
import { octethAccount, systemeAccount } from './testing/accounts';

let local = createMemoryArea();
const removeKey = vi.fn(async () => {});
const accountsOf = () => createAccounts({ local, vault: { remove: removeKey } });
const badInput = (field: string) =>
  expect.objectContaining({ failure: expect.objectContaining({ kind: 'bad-input', field }) });

beforeEach(() => {
  local = createMemoryArea();
});

test('an account is there again in a new worker', async () => {
  await accountsOf().add(octethAccount());
  expect(await accountsOf().list()).toEqual([octethAccount()]);
  expect(await accountsOf().get('octeth-1')).toEqual(octethAccount());
});

test('an account nobody knows is not found', async () => {
  const missing = expect.objectContaining({ failure: { kind: 'not-found', what: 'account' } });
  await expect(accountsOf().get('x')).rejects.toEqual(missing);
  await expect(accountsOf().pause('x', true)).rejects.toEqual(missing);
});

describe('law 4: settings survive an update and a bad value', () => {
  test('accounts kept by version 1 are read', async () => {
    // Frozen as the first release writes them.
    local = createMemoryArea({
      accounts: { version: 1, value: [octethAccount(), systemeAccount()] },
    });
    expect(await accountsOf().list()).toEqual([octethAccount(), systemeAccount()]);
    expect(await accountsOf().trouble()).toEqual([]);
  });

  test.each([null, 7, {}, { ...octethAccount(), id: 'bad', server: 'no address' }])(
    'one bad account (%j) does not lose the others',
    async (bad) => {
      const value = [octethAccount(), bad, systemeAccount()];
      local = createMemoryArea({ accounts: { version: 1, value } });
      expect(await accountsOf().list()).toEqual([octethAccount(), systemeAccount()]);
      expect(local.all()).toMatchObject({ 'broken:accounts:1': bad });
    },
  );

  test('what was set aside is said, by name, and its key is kept', async () => {
    const bad = { ...octethAccount(), id: 'bad', name: 'Old shop', limit: null };
    local = createMemoryArea({ accounts: { version: 1, value: [bad, octethAccount()] } });
    expect(await accountsOf().trouble()).toEqual([expect.stringContaining('“Old shop”')]);
    expect(await accountsOf().keptIds()).toEqual(['octeth-1', 'bad']);
  });

  test.each([
    ['a newer version', { version: 2, value: { 'octeth-1': { n: 'Acme' }, 'systeme-1': {} } }],
    [
      'a newer version',
      { version: 2, value: { all: [{ account: octethAccount() }, ['systeme-1']] } },
    ],
    ['nobody we know', { octeth: octethAccount(), systeme: systemeAccount() }],
    [
      'this version, but as no list',
      { version: 1, value: { one: octethAccount(), two: systemeAccount() } },
    ],
  ])('what %s kept is set aside as a whole, and every key is kept', async (_, accounts) => {
    local = createMemoryArea({ accounts });
    expect(await accountsOf().list()).toEqual([]);
    expect(local.all()).toMatchObject({ 'broken:accounts:1': accounts });
    const kept = await accountsOf().keptIds();
    expect(kept).toEqual(expect.arrayContaining(['octeth-1', 'systeme-1']));
    const [said] = await accountsOf().trouble();
    expect(said).toMatch(/^(Your accounts|An account) could not be read/);
    expect(said).not.toContain('your other accounts are untouched');
  });

  test('accounts that were set aside together are not told of as one', async () => {
    local = createMemoryArea({ accounts: { version: 2, value: [octethAccount()] } });
    expect(await accountsOf().trouble()).toEqual([
      expect.stringMatching(/^Your accounts could not be read .* Connect them again\.$/),
    ]);
  });

  test('a setting that was set aside keeps no key', async () => {
    local = createMemoryArea({ 'broken:settings:1': { id: 'octeth-1', name: 'Not an account' } });
    expect(await accountsOf().keptIds()).toEqual([]);
  });
});

test('two windows changing two accounts at once both succeed', async () => {
  const accounts = accountsOf();
  await accounts.add(octethAccount());
  await accounts.add(systemeAccount());
  await Promise.all([accounts.pause('octeth-1', true), accounts.rename('systeme-1', 'School')]);
  expect(await accounts.list()).toEqual([
    octethAccount({ paused: true }),
    systemeAccount({ name: 'School' }),
  ]);
});

describe('law 2: names tell accounts apart', () => {
  test('a name taken gets a number', async () => {
    const accounts = accountsOf();
    await accounts.add(octethAccount());
    expect(await accounts.add(octethAccount({ id: 'b' }))).toHaveProperty('name', 'Acme Mail 2');
    expect(await accounts.rename('b', 'acme mail')).toHaveProperty('name', 'acme mail 2');
    expect(await accounts.rename('octeth-1', 'Acme Mail')).toHaveProperty('name', 'Acme Mail');
  });

  test('a name of sixty characters stays within sixty with its number', async () => {
    const accounts = accountsOf();
    const name = 'n'.repeat(60);
    await accounts.add(octethAccount({ name }));
    expect((await accounts.add(octethAccount({ id: 'b', name }))).name).toHaveLength(60);
  });

  test.each(['', '   ', '\u200b\n', 'n'.repeat(61)])('%j is no name', async (name) => {
    await expect(async () => accountsOf().rename('a', name)).rejects.toEqual(badInput('name'));
  });
});

describe('lists', () => {
  test('those chosen are searched', async () => {
    const accounts = accountsOf();
    await accounts.add(octethAccount());
    const { lists } = octethAccount(
      (await accounts.chooseLists('octeth-1', ['2'])) as Partial<ReturnType<typeof octethAccount>>, // it is Octeth's
    );
    expect(lists.map(({ id, searched }) => [id, searched])).toEqual([
      ['1', false],
      ['2', true],
    ]);
  });

  test.each([[[]], [['9']]])('choosing %j is refused', async (searched) => {
    const accounts = accountsOf();
    await accounts.add(octethAccount());
    await expect(accounts.chooseLists('octeth-1', searched)).rejects.toEqual(badInput('lists'));
  });

  test('typed by hand keep their choice, new ones are searched, a nameless one is named', async () => {
    const accounts = accountsOf();
    await accounts.add(
      octethAccount({ listsByHand: true, lists: [{ id: '1', name: 'News', searched: false }] }),
    );
    const byHand = {
      lists: [
        { id: '1', name: 'News' },
        { id: ' 7 ', name: ' ' },
      ],
      journeys: [{ id: '5', name: 'Welcome' }],
    };
    expect(await accounts.nameByHand('octeth-1', byHand)).toMatchObject({
      lists: [
        { id: '1', name: 'News', searched: false },
        { id: '7', name: 'List 7', searched: true },
      ],
      journeysByHand: [{ id: '5', name: 'Welcome' }],
    });
  });

  test.each(['', '0', '-1', '1.5', 'abc', '1,2', '٣', '9'.repeat(40)])(
    'the id %j is refused',
    async (id) => {
      const accounts = accountsOf();
      await accounts.add(octethAccount({ listsByHand: true }));
      const byHand = { lists: [{ id, name: 'x' }], journeys: [] };
      await expect(accounts.nameByHand('octeth-1', byHand)).rejects.toEqual(badInput('lists'));
    },
  );

  test('typed by hand are refused where the server tells them', async () => {
    const accounts = accountsOf();
    await accounts.add(octethAccount());
    const byHand = { lists: [{ id: '9', name: 'x' }], journeys: [] };
    await expect(accounts.nameByHand('octeth-1', byHand)).rejects.toEqual(badInput('lists'));
  });
});

test.each([
  [0, 60],
  [10_001, 60],
  [1.5, 60],
  [100, 0],
  [100, 3_601],
  [Number.NaN, 60],
])('a limit of %d calls in %d seconds is refused', async (calls, seconds) => {
  const accounts = accountsOf();
  await accounts.add(octethAccount());
  await expect(accounts.setLimit('octeth-1', { calls, seconds })).rejects.toThrow('bad-input');
  expect(await accounts.list()).toEqual([octethAccount()]);
});

test('a removed account takes its key and what was learnt along', async () => {
  const accounts = accountsOf();
  await accounts.add(octethAccount());
  await accounts.memory('octeth-1').learn({ emailFilter: 'ignored' });
  await accounts.remove('octeth-1');
  expect(await accounts.list()).toEqual([]);
  expect(removeKey).toHaveBeenCalledWith('octeth-1');
  expect(await accounts.memory('octeth-1').read()).toEqual(NOTHING_LEARNT);
});

test('what is learnt of a server outlives the worker and adds up', async () => {
  await accountsOf().memory('a').learn({ emailFilter: 'ignored' });
  const seen = { journeysWithPerson: true, journeysSeenAt: 5, rules: 'flat' } as const;
  const preview = { verdict: 'honoured', at: 6 } as const;
  await accountsOf()
    .memory('a')
    .learn({ ...seen, preview });
  expect(await accountsOf().memory('a').read()).toEqual({
    ...{ ...NOTHING_LEARNT, emailFilter: 'ignored' },
    ...{ ...seen, preview },
  });
});

test('what an earlier version learnt is kept, and what it did not ask is unknown', async () => {
  const value = { emailFilter: 'ignored', journeysWithPerson: true };
  await local.set({ 'learnt:a': { version: 1, value } });
  expect(await accountsOf().memory('a').read()).toEqual({ ...NOTHING_LEARNT, ...value });
  expect(await accountsOf().trouble()).toEqual([]);
});
