// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { absent, notable } from '../sandbox.ts';
import { useSandbox } from '../testing.ts';

const ada = { ListID: 12, EmailAddress: notable.ada.email };

describe.each(['seed', 'public'] as const)('%s: subscriber.get', (dialect) => {
  const here = useSandbox({ dialect });
  const get = (parameters: Record<string, unknown>) => here.octeth('subscriber.get', parameters);

  test('answers with everything about her', async () => {
    const { json } = await get(ada);
    expect(json).toMatchObject({
      Success: true,
      ErrorCode: 0,
      SubscriberInformation: {
        SubscriberID: 1001,
        EmailAddress: 'ada@lovelace.dev',
        SubscriptionStatus: 'Subscribed',
        BounceType: 'Not Bounced',
        UnsubscriptionDate: '0000-00-00 00:00:00',
        CustomField41: 'Ada',
      },
      Suppressed: false,
      SubscriberTags: [
        { TagID: 4, TagName: 'VIP' },
        { TagID: 5, TagName: 'Trial' },
      ],
      SubscriberSegments: [{ SegmentID: 71, SegmentName: 'VIPs' }],
      SubscriberWebsiteEvents: [],
      TotalRevenue: 248,
    });
    // Of the last ten days alone.
    const told = json.SubscriberActivity as { ActivityType: string }[];
    expect(told.map(({ ActivityType }) => ActivityType)).toEqual([
      'email link click',
      'email open',
      'email campaign delivery',
    ]);
  });

  test('finds by id, and by address in any case, and answers with the stored spelling', async () => {
    const byId = await get({ ListID: '12', SubscriberID: '1001' });
    expect(byId.json.SubscriberInformation).toMatchObject({ EmailAddress: 'ada@lovelace.dev' });
    const { email } = notable.upperCase;
    const byAddress = await get({ ListID: 12, EmailAddress: email.toLowerCase() });
    expect(byAddress.json.SubscriberInformation).toMatchObject({ EmailAddress: email });
  });

  test('never takes part of an address for the whole', async () => {
    const { json } = await get({ ListID: 12, EmailAddress: notable.ann.email });
    expect(json.SubscriberInformation).toMatchObject({ EmailAddress: 'ann@liddell.example' });
    const plain = await get({ ListID: 27, EmailAddress: notable.sam.email });
    expect(plain.json.ErrorCode).toEqual([3]);
  });

  test.each([
    ['nothing about whom', {}, 1],
    ['an empty address', { ListID: 12, EmailAddress: '' }, 1],
    ['no list', { EmailAddress: 'ada@lovelace.dev' }, 2],
    ['nobody', { ListID: 12, EmailAddress: absent.nobody }, 3],
    ['an address with spaces about it', { ListID: 12, EmailAddress: ' ada@lovelace.dev' }, 3],
    ['a list that is not there', { ...ada, ListID: 99 }, 4],
    ['a list that is no number', { ...ada, ListID: 'twelve' }, 4],
  ])('%s', async (_, parameters, code) => {
    const { status, json } = await get(parameters);
    expect([status, json]).toEqual([200, { Success: false, ErrorCode: [code] }]);
  });

  test('what is not included is not there', async () => {
    const { json } = await get({ ...ada, IncludeTags: false, IncludeActivity: 'false' });
    expect(json).not.toHaveProperty('SubscriberTags');
    expect(json).not.toHaveProperty('SubscriberActivity');
    expect(json).toHaveProperty('SubscriberJourneys');
  });

  test('standings', async () => {
    const row = async (email: string, ListID = 12) =>
      (await get({ ListID, EmailAddress: email })).json;
    expect(await row(notable.suppressed.email)).toMatchObject({ Suppressed: true });
    expect((await row(notable.softBounced.email)).SubscriberInformation).toMatchObject({
      BounceType: 'Soft',
    });
    expect((await row(notable.hardBounced.email)).SubscriberInformation).toMatchObject({
      BounceType: 'Hard',
    });
    expect((await row(notable.pending.email)).SubscriberInformation).toMatchObject({
      SubscriptionStatus: 'Opt-In Pending',
      OptInDate: '0000-00-00 00:00:00',
    });
    expect((await row(notable.imported.email, 31)).SubscriberInformation).toMatchObject({
      SubscriptionIP: ' - Manual Import',
      SubscriptionDate: '2019-06-01',
    });
  });

  test('journeys', async () => {
    const { json } = await get(ada);
    if (dialect === 'seed') {
      expect(json.SubscriberJourneys).toEqual([]);
      return;
    }
    expect(json.SubscriberJourneys).toMatchObject({
      InProgress: [{ JourneyID: 7, JourneyName: 'Welcome series', CurrentStep: 2, TotalSteps: 5 }],
      Completed: [],
    });
    const done = await get({ ListID: 12, EmailAddress: notable.traveller.email });
    expect(done.json.SubscriberJourneys).toMatchObject({
      InProgress: [],
      Completed: [{ JourneyID: 7, RelActionID: 0, CurrentStep: 5, TotalSteps: 5 }],
    });
    const none = await get({ ListID: 12, EmailAddress: notable.linus.email });
    expect(none.json.SubscriberJourneys).toEqual([]);
  });
});

describe.each(['seed', 'public'] as const)('%s: subscriber.exists', (dialect) => {
  const here = useSandbox({ dialect });

  test('says yes with the id, or no', async () => {
    const yes = await here.octeth('subscriber.exists', ada);
    expect(yes.json).toEqual({ Success: true, ErrorCode: 0, Exists: true, SubscriberID: 1001 });
    const no = await here.octeth('subscriber.exists', { ...ada, EmailAddress: absent.nobody });
    expect(no.json).toEqual({ Success: true, ErrorCode: 0, Exists: false });
  });

  test.each([
    [{}, 1],
    [{ ListID: 12 }, 2],
    [{ ...ada, ListID: 99 }, 3],
  ])('%j is code %i', async (parameters, code) => {
    const { json } = await here.octeth('subscriber.exists', parameters);
    expect(json).toEqual({ Success: false, ErrorCode: code });
  });
});
