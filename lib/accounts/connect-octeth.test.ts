import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { done, type Failure, failed } from '../failure';
import { KEY, OCTETH, setUp } from './testing/connecting';

beforeEach(() => {
  indexedDB = new IDBFactory();
});

describe('Octeth', () => {
  test('is saved with all lists searched, and says whose key it is', async () => {
    const { saved, vault, accounts } = setUp();
    const { account, said } = await saved(OCTETH);
    expect(account).toMatchObject({
      name: 'Octeth · mail.acme.com',
      lists: [{ id: '1', name: 'News', searched: true }],
      keyTail: 'ngth',
    });
    expect(said.join(' ')).toContain('ada@acme.com');
    expect(said.join(' ')).toContain('Its one list is searched.');
    expect(await vault.key(account.id)).toBe(KEY);
    expect(await accounts.list()).toEqual([account]);
  });

  test.each<[Failure, string]>([
    [{ kind: 'offline', host: 'mail.acme.com' }, 'server'],
    [{ kind: 'web-page', host: 'mail.acme.com' }, 'server'],
    [{ kind: 'wrong-key', service: 'octeth' }, 'key'],
  ])('that fails with %j saves nothing', async (failure, field) => {
    const { connect, accounts } = setUp({ probeOcteth: async () => failed(failure) });
    expect(await connect(OCTETH)).toEqual({ outcome: 'failed', failure, field, offer: null });
    expect(await accounts.list()).toEqual([]);
  });

  test('is not asked without the host permission', async () => {
    const { connect, probeOcteth } = setUp({ mayReach: async () => false });
    expect(await connect(OCTETH)).toMatchObject({
      failure: { kind: 'no-permission', host: 'mail.acme.com' },
      field: 'server',
    });
    expect(probeOcteth).not.toHaveBeenCalled();
  });

  test.each(['', ' ', 'two words', 'k'.repeat(10_000)])(
    'is not asked with the key %j',
    async (key) => {
      const { connect, probeOcteth } = setUp();
      expect(await connect({ ...OCTETH, key })).toMatchObject({
        failure: { kind: 'bad-input', field: 'key' },
        field: 'key',
      });
      expect(probeOcteth).not.toHaveBeenCalled();
    },
  );

  test('tested again with the stored key keeps pause, limit and choice of lists', async () => {
    const { saved, accounts, probeOcteth } = setUp();
    const lists = [
      { id: '1', name: 'News' },
      { id: '2', name: 'Course' },
    ];
    probeOcteth.mockResolvedValue(done({ lists, listsByHand: false, as: null }));
    const { account } = await saved(OCTETH);
    await accounts.chooseLists(account.id, ['2']);
    await accounts.setLimit(account.id, { calls: 50, seconds: 60 });
    const again = await saved({ ...OCTETH, accountId: account.id, key: null, name: 'Mine' });
    expect(probeOcteth).toHaveBeenLastCalledWith({ server: OCTETH.server, key: KEY });
    expect(again.account).toMatchObject({
      id: account.id,
      name: 'Mine',
      keyTail: 'ngth',
      limit: { calls: 50 },
      lists: [{ searched: false }, { searched: true }],
    });
  });
});
