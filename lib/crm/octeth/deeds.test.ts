import { describe, expect, test } from 'vitest';
import { foldAddress } from '../../people/address';
import type { Target } from '../../people/intent';
import { absent, notable } from '../../../sandbox/sandbox.ts';
import { CLICK } from '../testing/fakes';
import { CUSTOMERS, DIALECTS, NEWSLETTER, useOcteth } from '../testing/use-octeth';

const DONE = { ok: true, value: null };
const company = { id: '43', name: 'Company', before: 'Analytical Engines', after: 'Babbage & Co' };

describe.each(DIALECTS)('Octeth, %s dialect', (dialect) => {
  const octeth = useOcteth({ dialect });

  const rowOf = (name: keyof typeof notable, listId = 12) =>
    octeth.world.subscriber(listId, notable[name].email)!;
  const targetOf = (name: keyof typeof notable, place = NEWSLETTER): Target => ({
    account: octeth.crm().account,
    place,
    profileId: String(rowOf(name, Number(place.id)).id),
    address: foldAddress(notable[name].email),
  });
  const sent = (command: string) =>
    octeth.sandbox.log
      .filter((entry) => entry.command === command)
      .map(({ body }) => JSON.parse(body) as Record<string, unknown>);
  const writes = () => octeth.sandbox.log.filter(({ command }) => command !== 'subscriber.get');

  test('a field is changed, and nothing else', async () => {
    const changes = { fields: [company], address: null };
    expect(await octeth.crm().update(targetOf('ada'), changes, CLICK)).toEqual(DONE);
    expect([...rowOf('ada').fields.values()]).toEqual(['Ada', 'Lovelace', 'Babbage & Co']);
    expect(rowOf('ada').status).toBe('Subscribed');
    expect(sent('subscriber.update')).toMatchObject([
      {
        ListID: 12,
        SubscriberListID: 12,
        IgnoreAllOtherCustomFieldsExceptGivenOnes: true,
        Fields: { CustomField43: 'Babbage & Co' },
      },
    ]);
  });

  test('an address that stays is sent as the server spells it, for servers that want it', async () => {
    const name = { id: '41', name: 'First name', before: 'Margaret', after: 'Maggie' };
    const changes = { fields: [name], address: null };
    expect(await octeth.crm().update(targetOf('upperCase'), changes, CLICK)).toEqual(DONE);
    expect(sent('subscriber.update')[0]?.['EmailAddress']).toBe(notable.upperCase.email);
    expect(rowOf('upperCase').email).toBe(notable.upperCase.email);
  });

  test('on a list with a required field, another field can be changed alone', async () => {
    const name = { id: '51', name: 'First name', before: 'Ada', after: 'Augusta' };
    const target = targetOf('ada', CUSTOMERS);
    expect(await octeth.crm().update(target, { fields: [name], address: null }, CLICK)).toEqual(
      DONE,
    );
    expect(rowOf('ada', 27).fields.get(51)).toBe('Augusta');
  });

  test('an address is changed to one that nobody has, and to no other', async () => {
    const change = { before: notable.ada.email, after: 'countess@lovelace.dev' };
    const taken = { ...change, after: notable.linus.email };
    const target = targetOf('ada');
    const refused = await octeth.crm().update(target, { fields: [], address: taken }, CLICK);
    expect(refused).toMatchObject({ ok: false, failure: { kind: 'refused', code: 7 } });
    expect(await octeth.crm().update(target, { fields: [], address: change }, CLICK)).toEqual(DONE);
    expect(octeth.world.subscriberById(12, 1001)?.email).toBe('countess@lovelace.dev');
    expect(sent('subscriber.update').at(-1)).not.toHaveProperty('Fields');
  });

  test('law 1: under a number that is somebody else’s by now nothing is written', async () => {
    const target = { ...targetOf('ada'), profileId: targetOf('linus').profileId };
    const gone = { ok: false, failure: { kind: 'not-found', what: 'person' } };
    const how = { ipAddress: '192.0.2.7', suppress: true };
    const changes = { fields: [company], address: null };
    expect(await octeth.crm().update(target, changes, CLICK)).toEqual(gone);
    expect(await octeth.crm().unsubscribe(target, how, CLICK)).toEqual(gone);
    expect(writes()).toEqual([]);
  });

  test('what somebody else wrote meanwhile is not written over', async () => {
    rowOf('ada').fields.set(43, 'Royal Society');
    const changes = { fields: [company], address: null };
    expect(await octeth.crm().update(targetOf('ada'), changes, CLICK)).toMatchObject({
      ok: false,
      failure: { kind: 'refused', reason: expect.stringContaining('Company') },
    });
    expect(writes()).toEqual([]);
  });

  test.each([
    ['no change', { fields: [], address: null }],
    ['a field without a number', { fields: [{ ...company, id: '0' }], address: null }],
    [
      'an address that is none',
      { fields: [], address: { before: notable.ada.email, after: 'ada' } },
    ],
    [
      'an address of somebody else’s',
      { fields: [], address: { before: 'x@y.example', after: 'a@b.example' } },
    ],
  ])('%s is refused before any request', async (_, changes) => {
    expect(await octeth.crm().update(targetOf('ada'), changes, CLICK)).toMatchObject({ ok: false });
    expect(octeth.sandbox.log).toEqual([]);
  });

  test('law 8: one person is unsubscribed, by number, and no rule is ever sent', async () => {
    const gone = () =>
      octeth.world.onList(12).filter(({ status }) => status === 'Unsubscribed').length;
    const before = gone();
    const how = { ipAddress: ' 192.0.2.7 ', suppress: false };
    expect(await octeth.crm().unsubscribe(targetOf('linus'), how, CLICK)).toEqual(DONE);
    expect(rowOf('linus')).toMatchObject({ status: 'Unsubscribed', unsubscriptionIp: '192.0.2.7' });
    expect(gone()).toBe(before + 1);
    expect(octeth.world.isSuppressed(notable.linus.email)).toBe(false);
    const again = await octeth.crm().unsubscribe(targetOf('linus'), how, CLICK);
    expect(again).toMatchObject({ ok: false, failure: { kind: 'refused', code: 9 } });
    await octeth.crm().unsubscribe(targetOf('ann'), { ...how, suppress: true }, CLICK);
    expect(octeth.world.isSuppressed(notable.ann.email)).toBe(true);
    expect(octeth.sandbox.log.map(({ body }) => body).join()).not.toMatch(/rules/i);
  });

  test('law 6: without an IP address nobody is unsubscribed, and none is made up', async () => {
    const how = { ipAddress: ' ', suppress: false };
    expect(await octeth.crm().unsubscribe(targetOf('linus'), how, CLICK)).toMatchObject({
      ok: false,
      failure: { kind: 'bad-input', field: 'ipAddress' },
    });
    expect(octeth.sandbox.log).toEqual([]);
  });

  test('the code from her mail confirms her; any other does not', async () => {
    const target = targetOf('pending');
    const code = octeth.world.confirmationCodeOf(12, notable.pending.email) ?? '';
    const wrong = await octeth.crm().confirm(target, 'abc123def456', CLICK);
    expect(wrong).toMatchObject({ ok: false, failure: { kind: 'refused', code: 4 } });
    expect(await octeth.crm().confirm(target, ' ', CLICK)).toMatchObject({ ok: false });
    expect(await octeth.crm().confirm(target, ` ${code} `, CLICK)).toEqual(DONE);
    expect(rowOf('pending').status).toBe('Subscribed');
    expect(sent('subscriber.optin')).toHaveLength(2);
  });

  test('a journey is exited', async () => {
    const journey = { id: '7', name: 'Welcome series' };
    expect(await octeth.crm().exitJourney(targetOf('ada'), journey, CLICK)).toEqual(DONE);
    expect(octeth.world.journeysOf(12, notable.ada.email)).toEqual([]);
    expect(sent('subscriber.journey.exit')).toHaveLength(1);
    const unknown = await octeth.crm().exitJourney(targetOf('ada'), { id: '99', name: '' }, CLICK);
    expect(unknown).toMatchObject({ ok: false });
  });

  test('law 6: by the list’s own way in she waits for her confirmation', async () => {
    const newcomer = {
      account: octeth.crm().account,
      place: NEWSLETTER,
      address: foldAddress(absent.nobody),
      firstName: 'No',
      lastName: '',
      standing: 'subscribed' as const,
      ipAddress: '203.0.113.7',
      way: 'subscribe' as const,
      since: null,
      fields: [{ ...company, before: '' }],
    };
    expect(await octeth.crm().add(newcomer, CLICK)).toEqual(DONE);
    const added = octeth.world.subscriber(12, absent.nobody);
    expect(added).toMatchObject({ status: 'Opt-In Pending', subscriptionIp: '203.0.113.7' });
    expect([...(added?.fields ?? [])]).toEqual([
      [41, 'No'],
      [43, 'Babbage & Co'],
    ]);
    expect(await octeth.crm().add(newcomer, CLICK)).toMatchObject({ failure: { code: 9 } });
    const straight = { ...newcomer, way: 'create' as const, place: CUSTOMERS, fields: [] };
    const carried = { ...straight, fields: [{ id: '53', name: 'No', before: '', after: '7' }] };
    expect(await octeth.crm().add(carried, CLICK)).toEqual(DONE);
    expect(octeth.world.subscriber(27, absent.nobody)?.fields.get(53)).toBe('7');
  });

  test('a field that a newer server finds wanting is named', async () => {
    const number = { id: '53', name: 'Customer number', before: '', after: 'forty' };
    const refused = await octeth.crm().add(
      {
        account: octeth.crm().account,
        place: CUSTOMERS,
        address: foldAddress(absent.nobody),
        firstName: '',
        lastName: '',
        standing: 'subscribed',
        ipAddress: '203.0.113.7',
        way: 'subscribe',
        since: null,
        fields: [number],
      },
      CLICK,
    );
    expect(refused).toMatchObject({ ok: false, failure: { kind: 'refused', code: 8 } });
    expect(JSON.stringify(refused).includes('Customer number')).toBe(dialect === 'public');
  });

  test('as she herself sees it: every list she is on, searched or not, without our key', async () => {
    const { places } = await octeth.crm().details(targetOf('everywhere'), CLICK);
    expect(places?.map(({ place, standing }) => [place.name, standing])).toEqual([
      ['Newsletter', 'subscribed'],
      ['Customers', 'pending'],
      ['Archive 2019', 'unsubscribed'],
    ]);
    expect(sent('subscriber.getlists')[0]).not.toHaveProperty('APIKey');
    const other = { SessionID: 'x', SubscriberInformation: { EmailAddress: notable.ada.email } };
    octeth.sandbox.break({ command: 'subscriber.login', do: { replace: JSON.stringify(other) } });
    const later = await octeth.crm().details(targetOf('everywhere'), CLICK);
    expect([later.places, later.fields.ok]).toEqual([null, true]);
    expect(sent('subscriber.getlists')).toHaveLength(1);
  });

  test('a change that was done and then lost is told as lost, and sent once', async () => {
    octeth.sandbox.break({ command: 'subscriber.update', do: 'act-then-drop' });
    const changes = { fields: [company], address: null };
    expect(await octeth.crm().update(targetOf('ada'), changes, CLICK)).toMatchObject({
      ok: false,
      failure: { kind: 'offline' },
    });
    expect(sent('subscriber.update')).toHaveLength(1);
    octeth.sandbox.mend();
    // What stands there is what was wanted: to ask for it again does no harm.
    expect(await octeth.crm().update(targetOf('ada'), changes, CLICK)).toEqual(DONE);
  });

  test('law 2: a deed for another account is refused before any request', async () => {
    const target = { ...targetOf('ada'), account: { ...octeth.crm().account, id: 'octeth-2' } };
    const { fields } = await octeth.crm().details(target, CLICK);
    expect(fields).toMatchObject({ ok: false, failure: { kind: 'broken' } });
    expect(await octeth.crm().confirm(target, 'x', CLICK)).toMatchObject({ ok: false });
    expect(octeth.sandbox.log).toEqual([]);
  });
});
