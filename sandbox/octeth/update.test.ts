// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { notable } from '../sandbox.ts';
import { useSandbox } from '../testing.ts';

const ada = { SubscriberID: 1001, SubscriberListID: 12 };

describe.each(['seed', 'public'] as const)('%s: subscriber.update', (dialect) => {
  const here = useSandbox({ dialect });
  const update = (parameters: Record<string, unknown>) =>
    here.octeth('subscriber.update', parameters);
  const row = () => here.world.subscriberById(12, 1001)!;

  test('changes what is given and nothing else', async () => {
    const { json } = await update({ ...ada, Fields: { CustomField43: 'Babbage & Co' } });
    expect(json).toEqual({ Success: true, ErrorCode: 0, ErrorText: '' });
    expect(row()).toMatchObject({ email: notable.ada.email, status: 'Subscribed' });
    expect([...row().fields.values()]).toEqual(['Ada', 'Lovelace', 'Babbage & Co']);
  });

  test('address, status and bounce', async () => {
    const EmailAddress = 'countess@lovelace.dev';
    await update({ ...ada, EmailAddress, SubscriptionStatus: 'Unsubscribed', BounceType: 'Soft' });
    expect(row()).toMatchObject({
      email: EmailAddress,
      status: 'Unsubscribed',
      bounce: 'Soft',
      unsubscriptionDate: '2026-11-20 09:00:00',
    });
  });

  test('fields of a form, in PHP’s brackets', async () => {
    await fetch(`${here.sandbox.octeth.url}/api.php`, {
      method: 'POST',
      body: new URLSearchParams({
        Command: 'subscriber.update',
        APIKey: here.sandbox.octeth.key,
        SubscriberID: '1001',
        SubscriberListID: '12',
        'Fields[CustomField41]': 'Augusta',
      }),
    });
    expect(row().fields.get(41)).toBe('Augusta');
  });

  test.each([
    [{}, 1],
    [{ SubscriberID: 1001 }, 2],
    [{ ...ada, EmailAddress: '' }, 3],
    [{ ...ada, EmailAddress: 'ada' }, 4],
    [{ ...ada, SubscriberListID: 99 }, 5],
    [{ ...ada, SubscriberID: 1 }, 6],
    [{ ...ada, EmailAddress: notable.linus.email }, 7],
  ])('%j is code %i', async (parameters, ErrorCode) => {
    expect((await update(parameters)).json).toEqual({ Success: false, ErrorCode });
  });
});

describe('a list with a required, unique, numeric field', () => {
  const seed = useSandbox({ dialect: 'seed' });
  const later = useSandbox({ dialect: 'public' });
  const place = { SubscriberID: 1001, SubscriberListID: 27 };
  const number = (CustomField53: string) => ({ ...place, Fields: { CustomField53 } });
  const strictly = { EnforceRequiredFields: true };

  test('seed: an update that leaves it out fails, unless only the given fields count', async () => {
    const name = { ...place, Fields: { CustomField51: 'Augusta' } };
    expect((await seed.octeth('subscriber.update', name)).json.ErrorCode).toBe(8);
    const only = { ...name, IgnoreAllOtherCustomFieldsExceptGivenOnes: true };
    expect((await seed.octeth('subscriber.update', only)).json.Success).toBe(true);
  });

  test.each([
    ['', 8],
    ['41002', 9],
    ['forty', 10],
  ])('%j is code %i, in public only where that is enforced', async (value, code) => {
    expect((await seed.octeth('subscriber.update', number(value))).json.ErrorCode).toBe(code);
    const strict = { ...number(value), ...strictly };
    expect((await later.octeth('subscriber.update', strict)).json.ErrorCode).toBe(code);
    expect((await later.octeth('subscriber.update', number(value))).json.Success).toBe(true);
  });

  test('public: a field nobody made is code 11', async () => {
    const unknown = { ...place, Fields: { CustomField999: 'x' } };
    const { json } = await later.octeth('subscriber.update', unknown);
    expect(json).toEqual({ Success: false, ErrorCode: 11, ErrorCustomFieldIDs: [999] });
  });
});
