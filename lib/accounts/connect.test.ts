import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { done } from '../failure';
import type { ConnectRequest } from '../messaging/protocol';
import { createMemoryArea } from '../storage/testing/memory-area';
import { type Accounts, createAccounts } from './accounts';
import type { ConnectOptions } from './connect';
import { KEY, OCTETH, setUp, SYSTEME } from './testing/connecting';
import { openVaultStore } from './vault-store';

beforeEach(() => {
  indexedDB = new IDBFactory();
});

describe('law 5: a stored key is never sent to another host', () => {
  test.each([
    ['server', OCTETH, { server: 'https://evil.example' }],
    ['gateway', SYSTEME, { gateway: 'https://evil.example' }],
    ['control', SYSTEME, { control: 'https://evil.example' }],
  ])('a changed %s asks for the key again', async (_, request, change) => {
    const { saved, connect, probeOcteth, probeSysteme } = setUp();
    const { account } = await saved(request);
    probeOcteth.mockClear();
    probeSysteme.mockClear();
    const moved = { ...request, ...change, accountId: account.id, key: null };
    // The cast: the table mixes both systems, each row is whole.
    expect(await connect(moved as ConnectRequest)).toMatchObject({
      outcome: 'failed',
      failure: { kind: 'bad-input', field: 'key' },
      field: 'key',
    });
    expect(probeOcteth).not.toHaveBeenCalled();
    expect(probeSysteme).not.toHaveBeenCalled();
  });

  test('with the key it becomes a new account in the old one’s place', async () => {
    const { saved, accounts, vault, forget } = setUp();
    const { account } = await saved({ ...OCTETH, name: 'Mine' });
    const moved = { ...OCTETH, accountId: account.id, server: 'https://new.acme.com' };
    const reply = await saved({ ...moved, key: 'another-key-wxyz' });
    expect(reply.account.id).not.toBe(account.id);
    expect(await accounts.list()).toEqual([reply.account]);
    expect(reply.account.name).toBe('Mine');
    expect(await vault.key(reply.account.id)).toBe('another-key-wxyz');
    await expect(vault.key(account.id)).rejects.toThrow('not-found');
    expect(forget).toHaveBeenCalledWith(account.id);
  });
});

describe('law 4: no half-saved state', () => {
  test('a death between key and account leaves no account, and the key is swept away', async () => {
    const { accounts, vault, saved, connect } = setUp();
    const before = await saved(OCTETH);
    const orphans: string[] = [];
    const died = Promise.withResolvers<void>();
    const add: ConnectOptions['accounts']['add'] = (account) => {
      orphans.push(account.id);
      died.resolve();
      return new Promise(() => {});
    };
    const dying = setUp({ vault, accounts: { ...accounts, add } });
    void dying.connect({ ...OCTETH, name: 'Dying' });
    await died.promise;
    expect(await vault.tail(orphans[0] ?? '')).toBe('ngth');
    expect(await accounts.list()).toEqual([before.account]);
    await connect({ ...OCTETH, server: OCTETH.server });
    expect(await vault.tail(orphans[0] ?? '')).toBeNull();
    expect(await vault.key(before.account.id)).toBe(KEY);
  });

  test('accounts that cannot be read as a whole keep their keys while one is connected again', async () => {
    const local = createMemoryArea();
    const { vault, ...first } = setUp({}, local);
    const { account } = await first.saved(OCTETH);
    const other = await first.saved({ ...SYSTEME, key: 'another-key-wxyz' });
    const value = Object.fromEntries([account, other.account].map((each) => [each.id, each]));
    await local.set({ accounts: { version: 2, value } });
    const { saved, accounts } = setUp({}, local);
    const again = await saved(OCTETH);
    expect(await accounts.list()).toEqual([again.account]);
    expect(await vault.key(account.id)).toBe(KEY);
    expect(await vault.key(other.account.id)).toBe('another-key-wxyz');
  });

  test('while the keys are locked nothing is tried', async () => {
    const { vault, connect, probeOcteth } = setUp();
    await vault.setPassphrase('correct horse');
    await vault.lock();
    expect(await connect(OCTETH)).toMatchObject({ failure: { kind: 'locked' }, field: 'key' });
    expect(probeOcteth).not.toHaveBeenCalled();
  });
});

describe('law 4: what another window changes while a test runs stays', () => {
  /** Connected with these lists, then tested again while `meanwhile` happens. */
  const testedAgain = async (
    change: Partial<typeof OCTETH>,
    meanwhile: (accounts: Accounts, accountId: string) => Promise<unknown>,
    listsByHand = false,
  ) => {
    const { saved, accounts, probeOcteth } = setUp();
    const lists = ['1', '2', '3'].map((id) => ({ id, name: `List ${id}` }));
    probeOcteth.mockResolvedValue(done({ lists: listsByHand ? [] : lists, listsByHand, as: null }));
    const { account } = await saved({ ...OCTETH, name: 'Mine' });
    const found = await probeOcteth({ server: OCTETH.server, key: KEY });
    probeOcteth.mockImplementation(async () => {
      await meanwhile(accounts, account.id);
      return found;
    });
    const again = { ...OCTETH, name: 'Mine', ...change, accountId: account.id };
    const reply = await saved(again);
    expect(await accounts.list()).toEqual([reply.account]);
    return reply;
  };
  const rename = (accounts: Accounts, id: string) => accounts.rename(id, 'Ours');
  const choose = (accounts: Accounts, id: string) => accounts.chooseLists(id, ['2']);
  const searched = [{ searched: false }, { searched: true }, { searched: false }];

  test('the lists that were chosen, and they are told so', async () => {
    const { account, said } = await testedAgain({}, choose);
    expect(account).toMatchObject({ lists: searched });
    expect(said.join(' ')).toContain('1 of 3 lists are searched');
  });

  test.each([
    ['the test names none', { name: '' }, 'Ours'],
    ['the test names the one before', {}, 'Ours'],
    ['a name was typed', { name: 'Typed' }, 'Typed'],
    ['it moves to another server', { server: 'https://new.acme.com' }, 'Ours'],
  ])('a new name, where %s', async (_, change, name) => {
    expect((await testedAgain(change, rename)).account.name).toBe(name);
  });

  test('what was typed by hand', async () => {
    const byHand = {
      lists: [{ id: '7', name: 'Typed' }],
      journeys: [{ id: '5', name: 'Welcome' }],
    };
    const type = (accounts: Accounts, id: string) => accounts.nameByHand(id, byHand);
    const { account } = await testedAgain({}, type, true);
    expect(account).toMatchObject({
      lists: [{ id: '7', name: 'Typed', searched: true }],
      journeysByHand: byHand.journeys,
    });
  });

  test.each([{}, { server: 'https://new.acme.com' }])(
    'that it is paused, and its limit, with %j',
    async (change) => {
      const { account } = await testedAgain(change, async (accounts, id) => {
        await accounts.pause(id, true);
        await accounts.setLimit(id, { calls: 50, seconds: 60 });
      });
      expect(account).toMatchObject({ paused: true, limit: { calls: 50 } });
    },
  );
});

describe('law 5: removing an account removes its key', () => {
  const keysLeft = async () =>
    (await openVaultStore().read()).keys.map(({ accountId }) => accountId);
  /** Removed in another window while its test is under way. */
  const removedMeanwhile = async (change: Partial<typeof OCTETH>) => {
    const { saved, connect, accounts, probeOcteth } = setUp();
    const { account } = await saved(OCTETH);
    const found = await probeOcteth({ server: OCTETH.server, key: KEY });
    probeOcteth.mockImplementation(async () => {
      await accounts.remove(account.id);
      return found;
    });
    const again = { ...OCTETH, ...change, accountId: account.id, key: 'another-key-wxyz' };
    return { reply: await connect(again), list: await accounts.list() };
  };

  test.each([
    ['tested again', {}],
    ['moved to another server', { server: 'https://new.acme.com' }],
  ])('also while it is %s', async (_, change) => {
    const { reply, list } = await removedMeanwhile(change);
    expect(reply).toMatchObject({ outcome: 'failed', failure: { kind: 'not-found' } });
    expect(list).toEqual([]);
    expect(await keysLeft()).toEqual([]);
  });

  test('and what was learnt of it is not learnt once more', async () => {
    const local = createMemoryArea();
    const { saved, connect, accounts, probeSysteme } = setUp({}, local);
    const { account } = await saved(SYSTEME);
    const found = await probeSysteme({ ...SYSTEME, connectionId: null });
    probeSysteme.mockImplementation(async () => {
      if ((await accounts.list()).length > 0) await accounts.remove(account.id);
      return found;
    });
    await connect({ ...SYSTEME, accountId: account.id });
    expect(Object.keys(local.all())).toEqual(['accounts']);
  });

  test('an account that could not be kept leaves no key', async () => {
    const { accounts, ...first } = setUp();
    const full = async () => Promise.reject(new Error('the disk is full'));
    const { connect } = setUp({ vault: first.vault, accounts: { ...accounts, add: full } });
    expect(await connect(OCTETH)).toMatchObject({ outcome: 'failed' });
    expect(await keysLeft()).toEqual([]);
  });

  test('a worker that died in removing one: the next sweeps its key away, also while locked', async () => {
    const local = createMemoryArea();
    const { saved, vault } = setUp({}, local);
    const kept = await saved(SYSTEME);
    const { account } = await saved(OCTETH);
    await vault.setPassphrase('correct horse');
    await vault.lock();
    const died = Promise.withResolvers<void>();
    const remove = () => {
      died.resolve();
      return new Promise<void>(() => {});
    };
    void createAccounts({ local, vault: { remove } }).remove(account.id);
    await died.promise;
    await setUp({}, local).sweep();
    expect(await keysLeft()).toEqual([kept.account.id]);
  });

  test('a key that was put just now is not swept away before its account is there', async () => {
    const { accounts, ...first } = setUp();
    const sweeps: Promise<void>[] = [];
    const add: ConnectOptions['accounts']['add'] = async (account) => {
      sweeps.push(later.sweep());
      return accounts.add(account);
    };
    const later = setUp({ vault: first.vault, accounts: { ...accounts, add } });
    const { account } = await later.saved(OCTETH);
    await Promise.all(sweeps);
    expect(await first.vault.key(account.id)).toBe(KEY);
  });
});
