// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { absent, notable } from '../sandbox.ts';
import { useSandbox } from '../testing.ts';

const annie = { ListID: 12, EmailAddress: notable.everywhere.email };

describe.each(['seed', 'public'] as const)('%s: a subscriber’s own session', (dialect) => {
  const here = useSandbox({ dialect });
  const asHerself = (command: string, parameters: Record<string, unknown>) =>
    here.octeth(command, { APIKey: undefined, ...parameters });
  const login = async () => (await asHerself('subscriber.login', annie)).json;

  test('she logs in and sees the lists she is on, and how she stands there', async () => {
    const { SessionID, ...rest } = await login();
    expect(rest).toEqual({
      Success: true,
      ErrorCode: 0,
      SubscriberInformation: {
        SubscriberID: here.world.subscriber(12, annie.EmailAddress)!.id,
        EmailAddress: annie.EmailAddress,
        SubscriptionStatus: 'Subscribed',
      },
    });
    const { json } = await asHerself('subscriber.getlists', { SessionID });
    expect(json).toEqual({
      Success: true,
      ErrorCode: 0,
      Lists: [
        { ListID: 12, ListName: 'Newsletter', SubscriptionStatus: 'Subscribed' },
        { ListID: 27, ListName: 'Customers', SubscriptionStatus: 'Opt-In Pending' },
        { ListID: 31, ListName: 'Archive 2019', SubscriptionStatus: 'Unsubscribed' },
      ],
    });
  });

  test('a key is no session, and a reset ends every session', async () => {
    const { SessionID } = await login();
    const no = { Success: false, ErrorCode: 1 };
    expect((await here.octeth('subscriber.getlists')).json).toEqual(no);
    expect((await asHerself('subscriber.getlists', { SessionID: 'x' })).json).toEqual(no);
    here.sandbox.reset();
    expect((await asHerself('subscriber.getlists', { SessionID })).json).toEqual(no);
  });

  test('it opens what is hers and nobody else’s', async () => {
    const { SessionID } = await login();
    const own = { SessionID, ListID: 12, EmailAddress: annie.EmailAddress };
    expect((await asHerself('subscriber.get', own)).json.Success).toBe(true);
    const others = { ...own, EmailAddress: notable.ada.email };
    expect((await asHerself('subscriber.get', others)).json.ErrorCode).toBe(99998);
    const elsewhere = { ...own, ListID: 27 };
    expect((await asHerself('subscriber.get', elsewhere)).json.ErrorCode).toBe(99998);
    const { id } = here.world.subscriber(12, annie.EmailAddress)!;
    const name = { SubscriberListID: 12, SubscriberID: id, Fields: { CustomField41: 'Ann' } };
    expect((await asHerself('subscriber.update', { SessionID, ...name })).json.Success).toBe(true);
    expect(here.world.subscriberById(12, id)!.fields.get(41)).toBe('Ann');
  });

  test.each([
    [{}, 1],
    [{ ListID: 12 }, 2],
    [{ ...annie, EmailAddress: 'annie' }, 3],
    [{ ...annie, EmailAddress: absent.nobody }, 4],
    [{ ...annie, ListID: 99 }, 4],
  ])('login with %j is code %i', async (parameters, ErrorCode) => {
    const { json } = await asHerself('subscriber.login', parameters);
    expect(json).toEqual({ Success: false, ErrorCode });
  });
});
