// @vitest-environment node
import { afterEach, expect, test } from 'vitest';
import { startSandbox } from './sandbox.ts';
import type { Sandbox } from './sandbox.ts';
import { ask } from './testing.ts';

let sandbox: Sandbox;

afterEach(() => sandbox.close());

test('each service listens on loopback, on a port of its own in the seed dialect', async () => {
  sandbox = await startSandbox();
  const urls = [sandbox.octeth.url, sandbox.maton.gateway, sandbox.maton.control];
  expect(new Set(urls).size).toBe(3);
  for (const url of urls) expect(new URL(url).hostname).toBe('127.0.0.1');
});

test('both servers become another version where they stand, until a reset', async () => {
  sandbox = await startSandbox({ dialect: 'seed' });
  const search = async () => {
    const reply = await ask(`${sandbox.octeth.url}/api.php`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        Command: 'subscribers.search',
        APIKey: sandbox.octeth.key,
        ListID: 12,
        Operator: 'and',
        RulesJSON: '[{"field":"EmailAddress","operator":"is","value":"ada@lovelace.dev"}]',
      }),
    });
    return [reply.json.ErrorCode, reply.json.TotalSubscribers];
  };
  const contacts = async () =>
    (
      await ask(`${sandbox.maton.gateway}/systeme/api/contacts?email=ada@lovelace.dev`, {
        headers: { Authorization: `Bearer ${sandbox.maton.key}` },
      })
    ).text.length;
  const [everyone, allContacts] = [sandbox.world.onList(12).length, await contacts()];
  expect(await search()).toEqual([0, everyone]);
  sandbox.become({ rules: 'flat' });
  expect(await search()).toEqual([0, 1]);
  sandbox.become({ dialect: 'public', rules: 'typed' });
  expect(await search()).toEqual([[6], undefined]);
  expect(await contacts()).toBeLessThan(allContacts);
  expect(sandbox.dialect).toBe('public');
  sandbox.reset();
  expect(await search()).toEqual([0, everyone]);
});

test('gateway and control are one address in the public dialect', async () => {
  sandbox = await startSandbox({ dialect: 'public' });
  expect(sandbox.maton.control).toBe(sandbox.maton.gateway);
});
