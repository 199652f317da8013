import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { foldAddress } from '../../people/address';
import type { Target } from '../../people/intent';
import { notable, startSandbox } from '../../../sandbox/sandbox.ts';
import type { Fault, Sandbox } from '../../../sandbox/sandbox.ts';
import { CLICK, octethOn } from '../testing/fakes';

const limit = { calls: 1000, seconds: 1 };

describe.each([
  ['seed', 'plain'],
  ['public', 'plain'],
  ['seed', 'filtered'],
] as const)('Octeth, %s dialect, %s activity', (dialect, activity) => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    const now = () => Date.UTC(2026, 10, 20, 9);
    sandbox = await startSandbox({ dialect, activity, octethLimit: limit, now });
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());

  const detailsOf = (name: keyof typeof notable, listId = 12, changes: Partial<Target> = {}) => {
    const crm = octethOn(sandbox, { limit, retryMs: 0 });
    const target: Target = {
      account: crm.account,
      place: { id: String(listId), name: 'List' },
      profileId: String(sandbox.world.subscriber(listId, notable[name].email)?.id),
      address: foldAddress(notable[name].email),
      ...changes,
    };
    return crm.details(target, CLICK);
  };
  const reply = (changes: object) => ({
    Success: true,
    ErrorCode: 0,
    SubscriberInformation: { SubscriberID: 1001, EmailAddress: notable.ada.email },
    ...changes,
  });
  const answer = (command: string, body: unknown) =>
    sandbox.break({ command, do: { replace: JSON.stringify(body) } });

  test('fields by name, those of every list among them, and those with nothing in them', async () => {
    const { fields } = await detailsOf('linus');
    expect(fields).toEqual({
      ok: true,
      value: [
        { id: '43', name: 'Company', value: '' },
        { id: '90', name: 'Country', value: 'Finland' },
        { id: '41', name: 'First name', value: 'Linus' },
        { id: '42', name: 'Last name', value: 'Torvalds' },
      ],
    });
  });

  test('segments, revenue and where she comes from', async () => {
    const details = await detailsOf('ada');
    expect(details).toMatchObject({
      segments: { ok: true, value: ['VIPs'] },
      revenue: 248,
      origin: { since: '2026-08-30 12:00:00', unsubscribedAt: null, from: '192.0.2.1' },
      courses: null,
      communities: null,
      subscriptions: null,
    });
  });

  test('zero dates are none, and a note may stand where an address should', async () => {
    const { origin } = await detailsOf('imported', 31);
    expect(origin).toMatchObject({ since: '2019-06-01', confirmedAt: null, from: 'Manual Import' });
  });

  test('what she did, newest first', async () => {
    const { activity: told } = await detailsOf('ada');
    const isFiltered = activity === 'filtered';
    const about = (what: string, otherwise: string) => (isFiltered ? what : otherwise);
    expect(told?.ok && told.value.map(({ kind, what }) => [kind, what])).toEqual([
      ['click', about('Autumn prints', 'Campaign 789')],
      ['open', about('Autumn letter', 'Campaign 789')],
      ['delivery', about('Autumn letter', 'Campaign 789')],
      ['tag', about('VIP', 'Tagged')],
      ['journey', about('Welcome series: start', 'JourneyStart')],
      ['subscription', about('subscription', 'Subscription')],
    ]);
  });

  test('where the history fails, the last ten days are told', async () => {
    sandbox.break({ command: 'subscriber.get.activity', do: 'html' });
    const { activity: told } = await detailsOf('ada');
    expect(told?.ok && told.value.map(({ kind }) => kind)).toEqual(['click', 'open', 'delivery']);
  });

  test('law 3: ten quiet days are not called a life without events', async () => {
    sandbox.break({ command: 'subscriber.get.activity', do: 'html' });
    const { activity: told } = await detailsOf('linus');
    expect(told).toMatchObject({ ok: false, failure: { kind: 'web-page' } });
  });

  test('law 1: nothing is told of somebody else under her number', async () => {
    const { id } = sandbox.world.subscriber(12, notable.linus.email)!;
    const gone = { ok: false, failure: { kind: 'not-found', what: 'person' } };
    expect(await detailsOf('ada', 12, { profileId: String(id) })).toMatchObject({
      fields: gone,
      segments: gone,
      activity: gone,
      revenue: null,
      origin: { since: null, from: null },
    });
  });

  test('a part that fails hides none of the others', async () => {
    sandbox.break({ command: 'customfields.get', do: { status: 500 } });
    const details = await detailsOf('ada');
    expect(details.fields).toMatchObject({ ok: false, failure: { kind: 'server-error' } });
    expect(details).toMatchObject({ segments: { ok: true }, activity: { ok: true }, revenue: 248 });
  });

  test.each([
    ['no segments told', {}, { segments: null, revenue: null }],
    ['false for none', { SubscriberSegments: false }, { segments: { value: [] } }],
    [
      'segments by name alone',
      { SubscriberSegments: ['Active'] },
      { segments: { value: ['Active'] } },
    ],
    [
      'segments of another key, in an array with gaps',
      { SubscriberSegments: { 2: { SegmentID: '7', Name: 'Active' } } },
      { segments: { value: ['Active'] } },
    ],
    ['segments of a wrong type', { SubscriberSegments: 7 }, { segments: { ok: false } }],
    ['revenue as text', { TotalRevenue: '12.50' }, { revenue: 12.5 }],
    ['revenue that is none', { TotalRevenue: { a: 1 } }, { revenue: null }],
    [
      'dates of a wrong type',
      {
        SubscriberInformation: {
          SubscriberID: '1001',
          EmailAddress: notable.ada.email,
          SubscriptionDate: 7,
          SubscriptionIP: [],
          OptInDate: '2026-01-02',
        },
      },
      { origin: { since: null, from: null, confirmedAt: '2026-01-02' } },
    ],
  ])('%s', async (_, changes, told) => {
    answer('subscriber.get', reply(changes));
    expect(await detailsOf('ada')).toMatchObject(told);
  });

  test('fields in a map of their own, by number or by column', async () => {
    const row = { SubscriberID: 1001, EmailAddress: notable.ada.email };
    const CustomFields = { 41: 'Augusta', CustomField42: 7 };
    answer('subscriber.get', reply({ SubscriberInformation: { ...row, CustomFields } }));
    const { fields } = await detailsOf('ada');
    expect(fields.ok && fields.value.map(({ value }) => value)).toEqual(['', '', 'Augusta', '7']);
    sandbox.mend();
    answer('subscriber.get', reply({ SubscriberInformation: { ...row, CustomField41: {} } }));
    expect((await detailsOf('ada')).fields).toMatchObject({
      ok: false,
      failure: { kind: 'changed-shape' },
    });
  });

  test('visits to the website are among what she did', async () => {
    const visit = { event: 'conversion', event_created_at: '2026-11-19 19:27:34' };
    answer('subscriber.get', reply({ SubscriberWebsiteEvents: [{ 'a-tracker': [visit] }] }));
    const { activity: told } = await detailsOf('ada');
    expect(told?.ok && told.value[0]).toEqual({
      kind: 'other',
      what: 'Website: conversion',
      at: '2026-11-19 19:27:34',
    });
  });

  const huge = `{"pad":"${'x'.repeat(5_000_000)}"}`;
  const misfortunes: [string, Fault['do']][] = [
    ['an HTML page', 'html'],
    ['an empty body', 'empty'],
    ['null', { replace: 'null' }],
    ['an empty object', { replace: '{}' }],
    ['a body cut in the middle', 'cut'],
    ['5 MB', { replace: huge }],
  ];
  describe.each(misfortunes)('%s', (_, misfortune) => {
    test('in subscriber.get fails every part and is told', async () => {
      sandbox.break({ command: 'subscriber.get', do: misfortune });
      const details = await detailsOf('ada');
      expect(details).toMatchObject({
        fields: { ok: false },
        segments: { ok: false },
        activity: { ok: false },
        revenue: null,
      });
    });

    test('in subscriber.get.activity leaves the rest, in customfields.get too', async () => {
      sandbox.break({ command: 'subscriber.get.activity', do: misfortune });
      sandbox.break({ command: 'customfields.get', do: misfortune });
      const details = await detailsOf('linus');
      expect(details).toMatchObject({
        fields: { ok: false },
        activity: { ok: false },
        segments: { ok: true },
      });
    });
  });

  test.each([
    { SubscriberActivity: [{ ActivityType: 7, ActivityDate: '2026-01-01' }] },
    { Activity: 'none' },
    { Activity: [{ ActivityDate: '2026-01-01' }] },
    { Activities: [] },
  ])('activity of the shape %j is a failure', async (shape) => {
    answer('subscriber.get.activity', { Success: true, ...shape });
    expect((await detailsOf('linus')).activity).toMatchObject({
      ok: false,
      failure: { kind: 'changed-shape' },
    });
  });

  test.each([false, null, {}])('activity that is %j is none', async (Activity) => {
    answer('subscriber.get.activity', { Success: true, Activity });
    expect((await detailsOf('linus')).activity).toEqual({ ok: true, value: [] });
  });

  test('a code that an older server means of its filter is asked again without one', async () => {
    const no = { Success: false, ErrorCode: [3], ErrorText: ['Invalid FilterJson parameter'] };
    sandbox.break({
      command: 'subscriber.get.activity',
      do: { replace: JSON.stringify(no) },
      times: 1,
    });
    await detailsOf('ada');
    const bodies = sandbox.log.filter(({ command }) => command === 'subscriber.get.activity');
    expect(bodies.map(({ body }) => /filterjson/i.test(body))).toEqual([true, false]);
  });
});
