// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { absent, notable } from '../sandbox.ts';
import { useSandbox } from '../testing.ts';

const newcomer = { ListID: '12', EmailAddress: absent.nobody, IPAddress: '192.0.2.7' };
const customer = { ...newcomer, ListID: '27', CustomField53: '77' };

describe.each(['seed', 'public'] as const)('%s: subscriber.subscribe', (dialect) => {
  const here = useSandbox({ dialect });
  const subscribe = (parameters: Record<string, unknown>) =>
    here.octeth('subscriber.subscribe', { APIKey: undefined, ...parameters });
  const row = (listId: number) => here.world.subscriber(listId, absent.nobody);

  test('needs no key; where a list wants a confirmation, it waits for one', async () => {
    const { json } = await subscribe({ ...newcomer, CustomField41: 'Nova', CustomField90: 'Peru' });
    const who = { SubscriberID: expect.any(Number), EmailAddress: absent.nobody };
    expect(json).toEqual({
      Success: true,
      ErrorCode: 0,
      SubscriberID: expect.any(Number),
      RedirectURL: expect.any(String),
      Subscriber: { ...who, SubscriptionStatus: 'Opt-In Pending' },
    });
    expect(row(12)).toMatchObject({ status: 'Opt-In Pending', subscriptionIp: '192.0.2.7' });
    expect([...row(12)!.fields]).toEqual([
      [41, 'Nova'],
      [90, 'Peru'],
    ]);
  });

  test('where a list wants none, she is on it at once', async () => {
    const { json } = await subscribe(customer);
    expect(json.Subscriber).toMatchObject({ SubscriptionStatus: 'Subscribed' });
    expect(row(27)).toMatchObject({ status: 'Subscribed', optInDate: '2026-11-20 09:00:00' });
  });

  test('joins several lists at once, with the fields of the first', async () => {
    await subscribe({ ...newcomer, ListID: '12,31', CustomField41: 'Nova', CustomField61: 'Nova' });
    expect(row(12)?.fields.get(41)).toBe('Nova');
    expect(row(31)).toMatchObject({ status: 'Subscribed', fields: new Map() });
  });

  test('who left comes back, by the list’s own way in', async () => {
    const { email } = notable.unsubscribed;
    expect((await subscribe({ ...newcomer, EmailAddress: email })).json.Success).toBe(true);
    expect(here.world.subscriber(12, email)!.status).toBe('Opt-In Pending');
  });

  test.each([
    ['no list', { ...newcomer, ListID: '' }, 1],
    ['no address', { ...newcomer, EmailAddress: '' }, 2],
    ['no IP address', { ...newcomer, IPAddress: '' }, 3],
    ['a list that is not there', { ...newcomer, ListID: '99' }, 4],
    ['one of two lists that is not there', { ...newcomer, ListID: '12,99' }, 4],
    ['an address that is none', { ...newcomer, EmailAddress: 'nova' }, 5],
    ['a required field sent empty', { ...customer, CustomField53: '' }, 6],
    ['somebody else’s number', { ...customer, CustomField53: '41002' }, 7],
    ['a number that is none', { ...customer, CustomField53: 'forty' }, 8],
    ['somebody who is there', { ...newcomer, EmailAddress: notable.ada.email }, 9],
    ['somebody who has not confirmed', { ...newcomer, EmailAddress: notable.pending.email }, 9],
  ])('%s', async (_, parameters, code) => {
    const before = here.world.subscribers.length;
    const { json } = await subscribe(parameters);
    expect(json).toMatchObject({ Success: false, ErrorCode: code });
    const named = { ErrorCustomFieldID: 53, ErrorCustomFieldTitle: 'Customer number' };
    if (dialect === 'public' && [6, 7, 8].includes(code)) expect(json).toMatchObject(named);
    else expect(json).toEqual({ Success: false, ErrorCode: code });
    expect(here.world.subscribers).toHaveLength(before);
  });

  test('a required field that is left out', async () => {
    const { CustomField53: _, ...without } = customer;
    const isPublic = dialect === 'public';
    expect((await subscribe(without)).json.Success).toBe(isPublic);
    here.sandbox.reset();
    const strict = { ...without, EnforceRequiredFields: true };
    expect((await subscribe(strict)).json.ErrorCode).toBe(6);
  });
});

describe.each(['seed', 'public'] as const)('%s: subscriber.optin', (dialect) => {
  const here = useSandbox({ dialect });
  const { email } = notable.pending;
  const her = () => here.world.subscriber(12, email)!;
  const confirm = (changes: Record<string, unknown> = {}) =>
    here.octeth('subscriber.optin', {
      APIKey: undefined,
      ListID: 12,
      SubscriberID: her().id,
      ConfirmationCode: here.world.confirmationCodeOf(12, email),
      ...changes,
    });

  test('the code from her mail confirms her, without a key and once', async () => {
    expect(here.world.confirmationCodeOf(12, notable.ada.email)).toBeNull();
    const code = here.world.confirmationCodeOf(12, email);
    const { json } = await confirm();
    expect(json).toEqual({ Success: true, ErrorCode: 0, RedirectURL: expect.any(String) });
    expect(her()).toMatchObject({ status: 'Subscribed', optInDate: '2026-11-20 09:00:00' });
    expect((await confirm({ ConfirmationCode: code })).json.ErrorCode).toBe(4);
  });

  test.each([
    [{ ListID: '' }, 1],
    [{ SubscriberID: '' }, 2],
    [{ ConfirmationCode: '' }, 3],
    [{ ConfirmationCode: 'abc123def456' }, 4],
    [{ SubscriberID: 1 }, 5],
    [{ ListID: 99 }, 5],
  ])('%j is code %i', async (changes, ErrorCode) => {
    expect((await confirm(changes)).json).toEqual({ Success: false, ErrorCode });
    expect(her().status).toBe('Opt-In Pending');
  });
});
