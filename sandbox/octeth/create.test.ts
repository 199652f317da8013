// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { notable } from '../sandbox.ts';
import { useSandbox } from '../testing.ts';

const newcomer = {
  ListID: 12,
  EmailAddress: 'newcomer@example.org',
  SubscriptionDate: '2026-11-20 08:00:00',
  SubscriptionIP: '192.0.2.7',
};
const leaver = {
  ListID: 12,
  EmailAddress: 'leaver@example.org',
  Status: 'Unsubscribed',
  UnsubscriptionDate: '2026-11-20',
  UnsubscriptionIP: '2001:db8::1',
};

describe.each(['seed', 'public'] as const)('%s: subscriber.create', (dialect) => {
  const here = useSandbox({ dialect });
  const create = (parameters: Record<string, unknown>) =>
    here.octeth('subscriber.create', parameters);

  test('adds somebody, by api.php and by its route', async () => {
    const { json } = await create({ ...newcomer, CustomFields: { 41: 'Nova' } });
    expect(json).toEqual({
      Success: true,
      ErrorCode: 0,
      SubscriberInformation: {
        SubscriberID: expect.any(Number),
        EmailAddress: 'newcomer@example.org',
        SubscriptionStatus: 'Subscribed',
        SubscriptionDate: '2026-11-20 08:00:00',
      },
      Suppressed: false,
      SubscriberTags: [],
      SubscriberSegments: [expect.objectContaining({ SegmentName: 'At example domains' })],
      SubscriberJourneys: [],
      SubscriberWebsiteEvents: [],
    });
    expect(here.world.subscriber(12, newcomer.EmailAddress)!.fields.get(41)).toBe('Nova');
    const byRoute = { Command: 'subscriber.create', ...leaver };
    expect((await here.route('subscriber.create', byRoute)).json.Success).toBe(true);
    expect(here.world.subscriber(12, leaver.EmailAddress)).toMatchObject({
      status: 'Unsubscribed',
      unsubscriptionIp: '2001:db8::1',
    });
  });

  test('says when the newcomer is suppressed', async () => {
    const { email } = notable.suppressed;
    const { json } = await create({ ...newcomer, ListID: 27, EmailAddress: email });
    expect(json.Suppressed).toBe(true);
  });

  test.each([
    ['no list', { ...newcomer, ListID: '' }, 1],
    ['no address', { ListID: 12 }, 2],
    ['an address that is none', { ...newcomer, EmailAddress: 'newcomer' }, 3],
    ['a list that is not there', { ...newcomer, ListID: 99 }, 4],
    ['an unknown bounce', { ...newcomer, BounceType: 'Boing' }, 5],
    ['an unknown status', { ...newcomer, Status: 'Asleep' }, 6],
    ['a day that is none', { ...newcomer, SubscriptionDate: '2026-02-30' }, 7],
    ['no date', { ...newcomer, SubscriptionDate: '' }, 8],
    ['no date, pending', { ...newcomer, Status: 'Opt-In Pending', SubscriptionDate: '' }, 8],
    ['no IP address', { ...newcomer, SubscriptionIP: '' }, 9],
    ['an IP address that is none', { ...newcomer, SubscriptionIP: 'home' }, 10],
    ['no date of leaving', { ...leaver, UnsubscriptionDate: '' }, 11],
    ['no IP address of leaving', { ...leaver, UnsubscriptionIP: '' }, 12],
    ['a date of leaving that is none', { ...leaver, UnsubscriptionDate: 'soon' }, 13],
    ['an IP address of leaving that is none', { ...leaver, UnsubscriptionIP: '1.2.3' }, 14],
    ['an opt-in date that is none', { ...newcomer, OptInDate: '20/11/2026' }, 16],
    ['another list’s custom field', { ...newcomer, CustomFields: { 53: '1' } }, 17],
    ['somebody who is there', { ...newcomer, EmailAddress: 'ADA@lovelace.dev' }, 20],
    ['somebody who left', { ...newcomer, EmailAddress: notable.unsubscribed.email }, 21],
    ['a confirmation mail that is no id', { ...newcomer, OptInConfirmationEmailID: 'x' }, 24],
    ['a confirmation mail that is not there', { ...newcomer, OptInConfirmationEmailID: 5 }, 25],
  ])('%s', async (_, parameters, code) => {
    const before = here.world.subscribers.length;
    const { status, json } = await create(parameters);
    expect([status, json]).toEqual([
      200,
      {
        Success: false,
        ErrorCode: code,
        Errors: [{ Code: code, Message: expect.any(String) }],
      },
    ]);
    expect(here.world.subscribers).toHaveLength(before);
  });

  test('an account that is full takes nobody more, and goes on updating', async () => {
    here.world.subscriberLimit = here.world.subscribers.length;
    expect((await create(newcomer)).json.ErrorCode).toBe(18);
    const again = { ...newcomer, EmailAddress: notable.ada.email, UpdateIfDuplicate: true };
    expect((await create(again)).json.Success).toBe(true);
  });

  test('a field of every list is a field of this one', async () => {
    await create({ ...newcomer, CustomFields: { 90: 'Portugal' } });
    expect(here.world.subscriber(12, newcomer.EmailAddress)!.fields.get(90)).toBe('Portugal');
  });

  test.each([
    ['a required field left out', {}, 26],
    ['a required field sent empty', { 53: ' ' }, 26],
    ['somebody else’s number', { 53: '41002' }, 27],
    ['a number that is none', { 53: 'forty' }, 28],
  ])('%s is told from 5.9.3 on, and only if asked', async (_, CustomFields, code) => {
    const strict = { ...newcomer, ListID: 27, CustomFields, EnforceRequiredFields: true };
    const { json } = await create(strict);
    expect(json.ErrorCode).toBe(dialect === 'public' ? code : 0);
    if (dialect === 'seed') return;
    expect((await create({ ...strict, EnforceRequiredFields: false })).json.Success).toBe(true);
  });

  test('updates who is there, if asked', async () => {
    const again = {
      ...newcomer,
      EmailAddress: notable.ada.email,
      CustomFields: { 41: 'Countess' },
    };
    expect((await create({ ...again, UpdateIfDuplicate: true })).json.Success).toBe(true);
    const ada = here.world.subscriber(12, notable.ada.email)!;
    expect([ada.id, ada.fields.get(41), ada.tagIds.size]).toEqual([1001, 'Countess', 2]);
  });

  test('brings back who left only on a word of its own', async () => {
    const { email } = notable.unsubscribed;
    const back = { ...newcomer, EmailAddress: email, UpdateIfDuplicate: true };
    expect((await create(back)).json.ErrorCode).toBe(21);
    expect(here.world.subscriber(12, email)!.status).toBe('Unsubscribed');
    expect((await create({ ...back, UpdateIfUnsubscribed: true })).json.Success).toBe(true);
    expect(here.world.subscriber(12, email)!.status).toBe('Subscribed');
  });
});
