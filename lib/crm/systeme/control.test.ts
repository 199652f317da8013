import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startSandbox } from '../../../sandbox/sandbox.ts';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { CLICK, systemeOn } from '../testing/fakes';
import {
  createConnection,
  listConnections,
  readConnection,
  readConnectionPage,
  removeConnection,
} from './control';

const patience = { retryMs: 0 };

describe.each(['seed', 'public'] as const)('%s dialect: connections', (dialect) => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ dialect, matonLimit: { calls: 1000, seconds: 1 } });
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());

  const access = () => ({ control: sandbox.maton.control, key: sandbox.maton.key });
  const states = async () => {
    const listed = await listConnections(access(), patience);
    return listed.ok ? listed.value.map(({ state }) => state) : [];
  };

  test('all are listed with how they stand, and without their sessions', async () => {
    expect(await states()).toEqual(['active', 'active', 'pending', 'failed']);
    const listed = await listConnections(access(), patience);
    expect(JSON.stringify(listed)).not.toContain('session_token');
  });

  test('a new one is pending until its page was opened', async () => {
    const made = await createConnection(access(), patience);
    if (!made.ok) throw new Error(made.failure.kind);
    const id = made.value;
    const one = { ...access(), connectionId: id };
    const read = () => readConnection(one, patience);
    expect(await read()).toMatchObject({ value: { id, state: 'pending' } });
    const page = await readConnectionPage(one, patience);
    if (!page.ok) throw new Error(page.failure.kind);
    expect((await fetch(page.value)).status).toBe(200);
    expect(await read()).toMatchObject({ value: { id, state: 'active' } });
  });

  test.each([
    ['bare', { connection_id: 'c-1', url: 'https://connect.maton.ai/?session_token=x' }],
    [
      'in an envelope',
      { connection: { connection_id: 'c-1', url: 'https://connect.maton.ai/?session_token=x' } },
    ],
  ])('one that comes %s is understood', async (_, reply) => {
    sandbox.break({ command: 'POST /connections', do: { replace: JSON.stringify(reply) } });
    expect(await createConnection(access(), patience)).toMatchObject({ value: 'c-1' });
  });

  test.each(['javascript:alert(1)', 'http://elsewhere.example/', 'data:text/html,x', ''])(
    'a page at %j is not handed out',
    async (url) => {
      const body = JSON.stringify({ connection: { connection_id: 'c-1', url } });
      sandbox.break({ service: 'control', do: { replace: body } });
      const page = await readConnectionPage({ ...access(), connectionId: 'c-1' }, patience);
      expect(page).toMatchObject({ failure: { kind: 'changed-shape' } });
    },
  );

  test('one is removed; what is gone already is no failure', async () => {
    const one = { ...access(), connectionId: sandbox.maton.wrongConnection };
    expect(await removeConnection(one, patience)).toEqual({ ok: true, value: null });
    expect(await states()).toHaveLength(3);
    expect(await removeConnection(one, patience)).toEqual({ ok: true, value: null });
    expect(await readConnection(one, patience)).toMatchObject({
      failure: { kind: 'not-found', what: 'connection' },
    });
  });

  test('law 8: an id that is none sends nothing', async () => {
    for (const connectionId of ['', '..', 'a/b', '.'])
      expect(await removeConnection({ ...access(), connectionId }, patience)).toMatchObject({
        failure: { kind: 'bad-input' },
      });
    expect(sandbox.log).toEqual([]);
  });

  test('another connection’s answer is not taken for the one asked for', async () => {
    const other = { connection: { connection_id: 'other', status: 'ACTIVE' } };
    sandbox.break({ command: 'GET /connections/{id}', do: { replace: JSON.stringify(other) } });
    const one = { ...access(), connectionId: sandbox.maton.connection };
    for (const read of [readConnection, readConnectionPage]) {
      expect(await read(one, patience)).toMatchObject({ failure: { kind: 'changed-shape' } });
    }
  });

  test.each(['html', 'empty', { replace: 'null' }, { replace: '{}' }, 'cut', 'reset'] as const)(
    'a reply that is %j is a failure, never a list of none',
    async (misfortune) => {
      sandbox.break({ do: misfortune });
      expect((await listConnections(access(), patience)).ok).toBe(false);
      expect((await createConnection(access(), patience)).ok).toBe(false);
    },
  );

  test('each call is one of the account’s own', async () => {
    let spent = 0;
    const budget = {
      spend: async () => {
        spent += 1;
        return { settled: () => {} };
      },
      hold: async () => {},
    };
    const crm = systemeOn(sandbox, { budget });
    const made = await crm.createConnection(CLICK);
    if (!made.ok) throw new Error(made.failure.kind);
    expect(await crm.connection(made.value, CLICK)).toMatchObject({ value: { state: 'pending' } });
    expect(await crm.removeConnection(made.value, CLICK)).toEqual({ ok: true, value: null });
    expect(spent).toBe(3);
    expect(sandbox.log).toHaveLength(3);
  });

  test('a wrong key is told as Maton’s', async () => {
    const wrong = { ...access(), key: 'mtn_wrong' };
    expect(await listConnections(wrong, patience)).toEqual({
      ok: false,
      failure: { kind: 'wrong-key', service: 'maton' },
    });
  });
});
