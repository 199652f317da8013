import { afterEach, describe, expect, test } from 'vitest';
import { startSandbox } from '../../../sandbox/sandbox.ts';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { abilitiesToExpect } from '../../people/ability-words';
import { probeSystemeRights } from './rights';

let sandbox: Sandbox;
afterEach(() => sandbox.close());

const probe = (connectionId = sandbox.maton.connection) =>
  probeSystemeRights({
    gateway: sandbox.maton.gateway,
    key: async () => sandbox.maton.key,
    connectionId,
    retryMs: 0,
  });
const READS = [
  'GET /contacts',
  'GET /tags',
  'GET /contact_fields',
  'GET /school/courses',
  'GET /community/communities',
  'GET /payment/subscriptions',
];

describe.each(['seed', 'public'] as const)('%s dialect', (dialect) => {
  test('every read is tried, and what only a write could tell stays unknown', async () => {
    sandbox = await startSandbox({ dialect });
    const rights = await probe();
    expect(rights).toEqual(Object.fromEntries(READS.map((read) => [read, { may: true }])));
    expect(abilitiesToExpect('systeme').rights, 'so much room is kept').toEqual(rights);
    for (const { method } of sandbox.log) expect(method).toBe('GET');
  });

  test('a refusal of one read hides no other', async () => {
    sandbox = await startSandbox({ dialect });
    sandbox.break({ service: 'gateway', command: 'GET /tags', do: { status: 403, body: {} } });
    const rights = await probe();
    expect(rights['GET /tags']).toEqual({ may: false, named: null });
    expect(rights['GET /school/courses']).toEqual({ may: true });
  });

  test('without its connection nothing is told', async () => {
    sandbox = await startSandbox({ dialect });
    await expect(probe('nobody')).rejects.toThrow('no-connection');
  });
});
