import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { absent, startSandbox } from '../../../sandbox/sandbox.ts';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { foldAddress } from '../../people/address';
import { CLICK, octethOn } from '../testing/fakes';

describe.each(['seed', 'public'] as const)('%s dialect: adding', (dialect) => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ dialect });
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());

  test.each([
    ['subscribed', 'Subscribed', 'subscription'],
    ['pending', 'Opt-In Pending', 'subscription'],
    ['leaving', 'Opt-Out Pending', 'unsubscription'],
    ['unsubscribed', 'Unsubscribed', 'unsubscription'],
  ] as const)('somebody is added as %s with the day and the IP of it', async (...row) => {
    const [standing, status, side] = row;
    const crm = octethOn(sandbox);
    const newcomer = {
      ...{ account: crm.account, place: { id: '12', name: 'Newsletter' }, standing },
      ...{ address: foldAddress(absent.nobody), firstName: '', lastName: '', fields: [] },
      ...{ since: '2025-03-09', ipAddress: '203.0.113.7', way: 'create' as const },
    };
    expect(await crm.add(newcomer, CLICK)).toEqual({ ok: true, value: null });
    expect(sandbox.world.subscriber(12, absent.nobody)).toMatchObject({
      status,
      [`${side}Date`]: '2025-03-09',
      [`${side}Ip`]: '203.0.113.7',
    });
    const [found] = (await crm.find(newcomer.address, CLICK)).profiles;
    expect(found?.standings).toEqual([standing]);
  });
});
