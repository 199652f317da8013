import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { done, type Failure, failed } from '../failure';
import { KEY, SCHOOL, setUp, SYSTEME } from './testing/connecting';

const OLD_SHOP = { id: 'c1', label: 'Old shop', since: null };

beforeEach(() => {
  indexedDB = new IDBFactory();
});

describe('Systeme.io', () => {
  test('takes the only active connection and says so', async () => {
    const { saved } = setUp();
    const { account, said } = await saved(SYSTEME);
    expect(account).toMatchObject({ connection: { id: 'c2', label: 'School' } });
    expect(said.join(' ')).toContain('“School”');
  });

  test('law 2: with several connections the user chooses', async () => {
    const connections = [OLD_SHOP, SCHOOL];
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
    probeSysteme.mockResolvedValue(done({ connections: [OLD_SHOP, SCHOOL], emailFilter: null }));
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
      probeSysteme: async () => done({ connections: [SCHOOL], emailFilter: 'ignored' }),
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
    probeSysteme.mockResolvedValue(done({ connections: [SCHOOL], emailFilter: 'honoured' }));
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
