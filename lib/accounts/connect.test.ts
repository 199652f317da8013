import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { done, type Failure, failed } from '../failure';
import type { ConnectRequest } from '../messaging/protocol';
import { createMemoryArea } from '../storage/memory-area';
import { createAccounts } from './accounts';
import { type ConnectOptions, createConnect } from './connect';
import { createVault } from './vault';

const KEY = 'a-key-of-some-length';
const OCTETH = {
  system: 'octeth',
  accountId: null,
  name: '',
  server: 'https://mail.acme.com',
  key: KEY,
} satisfies ConnectRequest;
const SYSTEME = {
  system: 'systeme',
  accountId: null,
  name: '',
  gateway: 'https://gateway.maton.ai',
  control: 'https://ctrl.maton.ai',
  key: KEY,
  connectionId: null,
} satisfies ConnectRequest;
const FIRST = { id: 'c1', label: 'Old shop', since: null };
const SECOND = { id: 'c2', label: 'School', since: null };

function setUp(change: Partial<ConnectOptions> = {}) {
  const vault = createVault({ session: createMemoryArea(), rounds: 1_000 });
  const accounts = createAccounts({ local: createMemoryArea(), vault });
  const probes = {
    cleanServer: vi.fn((text: string) => done(text.trim().replace(/\/+$/, ''))),
    probeOcteth: vi.fn<ConnectOptions['probeOcteth']>(async () =>
      done({ lists: [{ id: '1', name: 'News' }], listsByHand: false, as: 'ada@acme.com' }),
    ),
    probeSysteme: vi.fn<ConnectOptions['probeSysteme']>(async () =>
      done({ connections: [SECOND], emailFilter: 'honoured' as const }),
    ),
    mayReach: vi.fn(async () => true),
    forget: vi.fn(async () => {}),
  };
  const connect = createConnect({ accounts, vault, ...probes, ...change });
  const saved = async (request: ConnectRequest) => {
    const reply = await connect(request);
    if (reply.outcome !== 'saved') throw new Error(`not saved: ${JSON.stringify(reply)}`);
    return reply;
  };
  return { vault, accounts, connect, saved, ...probes };
}

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
    expect(said.join(' ')).toContain('1 list');
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

describe('Systeme.io', () => {
  test('takes the only active connection and says so', async () => {
    const { saved } = setUp();
    const { account, said } = await saved(SYSTEME);
    expect(account).toMatchObject({ connection: { id: 'c2', label: 'School' } });
    expect(said.join(' ')).toContain('“School”');
  });

  test('law 2: with several connections the user chooses', async () => {
    const connections = [FIRST, SECOND];
    const { connect, saved, accounts, probeSysteme } = setUp();
    probeSysteme.mockResolvedValue(done({ connections, emailFilter: null }));
    expect(await connect(SYSTEME)).toEqual({ outcome: 'choose-connection', connections });
    expect(await connect({ ...SYSTEME, connectionId: 'gone' })).toHaveProperty('connections');
    expect(await accounts.list()).toEqual([]);
    const { account } = await saved({ ...SYSTEME, connectionId: 'c2' });
    expect(account).toMatchObject({ connection: { id: 'c2' } });
    expect(probeSysteme).toHaveBeenLastCalledWith(expect.objectContaining({ connectionId: 'c2' }));
  });

  test('another connection is another account, which may keep the key', async () => {
    const { saved, vault, probeSysteme, forget } = setUp();
    probeSysteme.mockResolvedValue(done({ connections: [FIRST, SECOND], emailFilter: null }));
    const { account } = await saved({ ...SYSTEME, connectionId: 'c1' });
    const change = { accountId: account.id, key: null, connectionId: 'c2' };
    const reply = await saved({ ...SYSTEME, ...change });
    expect(reply.account.id).not.toBe(account.id);
    expect(await vault.key(reply.account.id)).toBe(KEY);
    expect(forget).toHaveBeenCalledWith(account.id);
  });

  test('without an active connection says so', async () => {
    const { connect } = setUp({
      probeSysteme: async () => done({ connections: [], emailFilter: null }),
    });
    expect(await connect(SYSTEME)).toMatchObject({
      failure: { kind: 'no-connection' },
      field: 'connection',
    });
  });

  test('that ignores the address filter is remembered and warned of', async () => {
    const { saved, accounts } = setUp({
      probeSysteme: async () => done({ connections: [SECOND], emailFilter: 'ignored' }),
    });
    const { account, said } = await saved(SYSTEME);
    expect(said.join(' ')).toContain('first look-ups');
    expect(await accounts.memory(account.id).read()).toHaveProperty('emailFilter', 'ignored');
  });

  test('that ignored the filter once is trusted again only after it was tested anew', async () => {
    const { saved, accounts, probeSysteme } = setUp();
    const { account } = await saved(SYSTEME);
    const read = () => accounts.memory(account.id).read();
    await accounts.memory(account.id).learn({ emailFilter: 'ignored' });
    const again = { ...SYSTEME, accountId: account.id, key: null };
    probeSysteme.mockResolvedValue(done({ connections: [SECOND], emailFilter: 'honoured' }));
    expect((await saved(again)).account.id).toBe(account.id);
    expect(await read()).toHaveProperty('emailFilter', 'honoured');
  });

  const offer = { gateway: 'https://api.maton.ai', control: 'https://api.maton.ai' };
  test.each([
    ['ctrl.maton.ai', 'control'],
    ['gateway.maton.ai', 'gateway'],
  ])('where %s does not answer, the other family is offered', async (host, field) => {
    const failure: Failure = { kind: 'offline', host };
    const { connect } = setUp({
      probeSysteme: async () => failed(failure),
      answeringFamily: async () => offer,
    });
    expect(await connect(SYSTEME)).toEqual({ outcome: 'failed', failure, field, offer });
  });

  test('tells Maton’s key and Systeme.io’s apart and offers no other hosts then', async () => {
    const failures = [
      ['maton', 'key'],
      ['systeme', 'connection'],
    ] as const;
    for (const [service, field] of failures) {
      const { connect } = setUp({
        probeSysteme: async () => failed({ kind: 'wrong-key', service }),
        answeringFamily: async () => offer,
      });
      expect(await connect(SYSTEME)).toMatchObject({ field, offer: null });
    }
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

  test('while the keys are locked nothing is tried', async () => {
    const { vault, connect, probeOcteth } = setUp();
    await vault.setPassphrase('correct horse');
    await vault.lock();
    expect(await connect(OCTETH)).toMatchObject({ failure: { kind: 'locked' }, field: 'key' });
    expect(probeOcteth).not.toHaveBeenCalled();
  });
});
