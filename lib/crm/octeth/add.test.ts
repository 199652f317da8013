import { describe, expect, test } from 'vitest';
import { absent } from '../../../sandbox/sandbox.ts';
import { foldAddress } from '../../people/address';
import { CLICK } from '../testing/fakes';
import { DIALECTS, NEWSLETTER, person, useOcteth } from '../testing/use-octeth';

describe.each(DIALECTS)('%s dialect: adding', (dialect) => {
  const octeth = useOcteth({ dialect });

  test.each([
    ['subscribed', 'Subscribed', 'subscription'],
    ['pending', 'Opt-In Pending', 'subscription'],
    ['leaving', 'Opt-Out Pending', 'unsubscription'],
    ['unsubscribed', 'Unsubscribed', 'unsubscription'],
  ] as const)('somebody is added as %s with the day and the IP of it', async (...row) => {
    const [standing, status, side] = row;
    const crm = octeth.crm();
    const newcomer = {
      ...{ account: crm.account, place: NEWSLETTER, standing },
      ...{ address: foldAddress(absent.nobody), firstName: '', lastName: '', fields: [] },
      ...{ since: '2025-03-09', ipAddress: '203.0.113.7', way: 'create' as const },
    };
    expect(await crm.add(newcomer, CLICK)).toEqual({ ok: true, value: null });
    expect(octeth.world.subscriber(12, absent.nobody)).toMatchObject({
      status,
      [`${side}Date`]: '2025-03-09',
      [`${side}Ip`]: '203.0.113.7',
    });
    const [found] = (await crm.find(newcomer.address, CLICK)).profiles;
    expect(found?.standings).toEqual([standing]);
  });

  test('by the list’s own form the list is named in text, as the reference has it', async () => {
    const crm = octeth.crm();
    const newcomer = {
      ...{ account: crm.account, place: NEWSLETTER, address: foldAddress(absent.nobody) },
      ...{ firstName: 'No', lastName: 'Body', standing: 'subscribed' as const },
      ...{ ipAddress: '203.0.113.7', way: 'subscribe' as const, since: null, fields: [] },
    };
    expect(await crm.add(newcomer, CLICK)).toEqual({ ok: true, value: null });
    const sent = octeth.sandbox.log.find(({ command }) => command === 'subscriber.subscribe');
    expect(JSON.parse(sent?.body ?? '')).toMatchObject({ ListID: '12', SubscriberListID: 12 });
  });

  test('law 6: somebody is added with the address and time given, and never updated', async () => {
    const crm = octeth.crm();
    const newcomer = {
      account: crm.account,
      place: NEWSLETTER,
      address: foldAddress(absent.nobody),
      firstName: 'No',
      lastName: 'Body',
      standing: 'pending' as const,
      ipAddress: '203.0.113.7',
      way: 'create' as const,
      since: null,
      fields: [],
    };
    expect(await crm.add({ ...newcomer, ipAddress: null }, CLICK)).toMatchObject({
      ok: false,
      failure: { kind: 'bad-input', field: 'ipAddress' },
    });
    expect(octeth.sandbox.log).toEqual([]);
    expect(await crm.add(newcomer, CLICK)).toEqual({ ok: true, value: null });
    expect(octeth.world.subscriber(12, absent.nobody)).toMatchObject({
      status: 'Opt-In Pending',
      subscriptionIp: '203.0.113.7',
    });
    const added = await crm.find(newcomer.address, CLICK);
    expect(added.profiles[0]?.name).toBe('No Body');
    const twice = await crm.add(newcomer, CLICK);
    expect(twice).toMatchObject({ ok: false, failure: { kind: 'refused', code: 20 } });
    const unsubscribed = { ...newcomer, address: person('unsubscribed') };
    expect(await crm.add(unsubscribed, CLICK)).toMatchObject({ ok: false });
    expect(octeth.sandbox.log.map(({ body }) => body).join()).not.toMatch(/UpdateIf/i);
  });
});
