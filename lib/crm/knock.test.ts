import { afterEach, describe, expect, test } from 'vitest';
import { startSandbox } from '../../sandbox/sandbox.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { Failure } from '../failure';
import { knock } from './knock';
import { CLICK, octethAccount, octethOn, systemeAccount, systemeOn } from './testing/fakes';

let sandbox: Sandbox;
afterEach(() => sandbox.close());

describe.each(['seed', 'public'] as const)('%s dialect', (dialect) => {
  test('law 5: whether somebody is there is asked without a key, and tells the time', async () => {
    sandbox = await startSandbox({ dialect });
    for (const account of [octethAccount(sandbox), systemeAccount(sandbox)]) {
      const before = Date.now();
      const serverTime = await knock(account, {});
      // Servers tell whole seconds.
      expect(serverTime).toBeGreaterThan(before - 1_000);
      expect(serverTime).toBeLessThanOrEqual(Date.now());
    }
    expect(new Set(sandbox.log.map(({ service }) => service)).size).toBeGreaterThan(1);
    for (const { body, headers } of sandbox.log) {
      expect(body + JSON.stringify(headers)).not.toContain(sandbox.octeth.key);
      expect(headers['authorization']).toBeUndefined();
    }
  });

  test('a login page is no answer with data', async () => {
    sandbox = await startSandbox({ dialect });
    sandbox.break({ service: 'octeth', do: 'html' });
    await expect(knock(octethAccount(sandbox), {})).rejects.toThrow('web-page');
  });

  test('every answer is heard by the name of its operation, let through or refused', async () => {
    sandbox = await startSandbox({ dialect, octethPermissions: 'Subscribers.Get' });
    const heard: [string, Failure | null][] = [];
    const rig = { heard: (...told: [string, Failure | null]) => void heard.push(told) };
    await octethOn(sandbox, rig).tags(CLICK);
    await systemeOn(sandbox, rig).tags(CLICK);
    const refused = { kind: 'not-allowed', permission: 'List.Update' };
    expect(heard).toContainEqual(['subscriber.tags.get', refused]);
    expect(heard).toContainEqual(['GET /tags', null]);
  });
});
