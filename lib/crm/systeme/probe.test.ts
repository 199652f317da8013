import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startSandbox } from '../../../sandbox/sandbox.ts';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { answeringFamily } from './families';
import { probeSysteme } from './probe';

describe.each(['seed', 'public'] as const)('%s dialect', (dialect) => {
  let sandbox: Sandbox;
  beforeEach(async () => void (sandbox = await startSandbox({ dialect })));
  afterEach(() => sandbox.close());

  const probe = (changes: { key?: string; connectionId?: string | null } = {}) => {
    const { gateway, control, key } = sandbox.maton;
    return probeSysteme({ gateway, control, key, connectionId: null, retryMs: 0, ...changes });
  };

  test('without a connection chosen, those that are active are offered', async () => {
    const result = await probe();
    const ids = result.ok ? result.value.connections.map(({ id }) => id) : [];
    expect(ids.toSorted()).toEqual(
      [sandbox.maton.connection, sandbox.maton.wrongConnection].toSorted(),
    );
    const labels = result.ok ? result.value.connections.map(({ label }) => label) : [];
    for (const label of labels)
      expect(label).toMatch(/^Connection of \d{1,2} \w{3} \d{4} \(\w{8}\)$/);
    expect(JSON.stringify(result)).not.toContain('session_token');
    expect(sandbox.log.every(({ service }) => service === 'control')).toBe(true);
  });

  test('with a connection, whether the filter is heeded is learnt', async () => {
    const result = await probe({ connectionId: sandbox.maton.connection });
    const emailFilter = dialect === 'seed' ? 'ignored' : 'honoured';
    expect(result).toMatchObject({ ok: true, value: { emailFilter } });
    for (const { service, headers } of sandbox.log) {
      if (service !== 'gateway') continue;
      expect(headers['maton-connection']).toBe(sandbox.maton.connection);
    }
  });

  test('an account without contacts teaches nothing about the filter', async () => {
    sandbox.world.right.contacts = [];
    const result = await probe({ connectionId: sandbox.maton.connection });
    expect(result).toMatchObject({ ok: true, value: { emailFilter: null } });
  });

  test('a wrong Maton key, a broken Systeme.io key and a lost connection are told apart', async () => {
    expect(await probe({ key: 'wrong' })).toEqual({
      ok: false,
      failure: { kind: 'wrong-key', service: 'maton' },
    });
    expect(await probe({ connectionId: 'gone' })).toEqual({
      ok: false,
      failure: { kind: 'no-connection' },
    });
    sandbox.world.breakKey(sandbox.maton.connection);
    expect(await probe({ connectionId: sandbox.maton.connection })).toEqual({
      ok: false,
      failure: { kind: 'wrong-key', service: 'systeme' },
    });
  });

  test('a key that no header can carry is refused before any request', async () => {
    for (const key of ['', '  ', 'ключ', 'a b', '😀', 'two\nlines']) {
      const result = await probe({ key });
      expect(result).toMatchObject({ ok: false, failure: { kind: 'bad-input', field: 'key' } });
    }
    expect(sandbox.log).toEqual([]);
  });

  test('the other host family is offered where it answers, and it is shown no key', async () => {
    const { gateway, control } = sandbox.maton;
    const dead = { gateway: 'http://127.0.0.1:9', control: 'http://127.0.0.1:9' };
    const families = [dead, { gateway, control }];
    const patience = { retryMs: 0 };
    expect(await answeringFamily({ ...dead, families }, patience)).toEqual({ gateway, control });
    expect(await answeringFamily({ gateway, control, families }, patience)).toBeNull();
    for (const { headers } of sandbox.log) expect(headers['authorization']).toBeUndefined();
  });
});
