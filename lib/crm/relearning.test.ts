/** Servers that are upgraded or downgraded under an account that has learnt what they are like. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { foldAddress } from '../people/address';
import { notable, startSandbox } from '../../sandbox/sandbox.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { CLICK, memoryOf, octethAccount, octethOn, systemeOn, targetIn } from './testing/fakes';

const ADA = foldAddress(notable.ada.email);
const LINUS = foldAddress(notable.linus.email);
const NEWSLETTER = { id: '12', name: 'Newsletter' };
const limit = { calls: 10_000, seconds: 1 };
const MINUTE = 60_000;

let sandbox: Sandbox;
let clock = 0;
const now = () => clock;

beforeAll(async () => {
  sandbox = await startSandbox({ octethLimit: limit, matonLimit: limit });
});
beforeEach(() => {
  sandbox.reset();
  clock = Date.UTC(2026, 10, 20, 9);
});
afterAll(() => sandbox.close());

const asked = (command: string) => sandbox.log.filter((entry) => entry.command === command).length;

describe('how Octeth tells journeys', () => {
  const account = () => {
    const only = { lists: [{ ...NEWSLETTER, searched: true }] };
    return octethAccount(sandbox, only);
  };
  const journeysOf = async (crm: ReturnType<typeof octethOn>, who = ADA) =>
    (await crm.find(who, CLICK)).profiles[0]?.journeys.map(({ id }) => id);

  test('a downgrade is noticed once nothing has been told for a while, and an upgrade at once', async () => {
    sandbox.become({ dialect: 'public' });
    const memory = memoryOf();
    const crm = octethOn(sandbox, { account: account(), limit, memory, now });
    const hers = await journeysOf(crm);
    expect(hers).toContain('7');
    expect(memory.learnt).toMatchObject({ journeysWithPerson: true, journeysSeenAt: clock });
    await journeysOf(crm, LINUS);
    expect(asked('subscriber.journey.list')).toBe(0);

    sandbox.become({ dialect: 'seed' });
    clock += 11 * MINUTE;
    expect(await journeysOf(crm)).toEqual(expect.arrayContaining(['7']));
    expect(memory.learnt).toMatchObject({ journeysWithPerson: false, journeysSeenAt: null });

    sandbox.become({ dialect: 'public' });
    expect(await journeysOf(crm)).toEqual(hers);
    expect(memory.learnt).toMatchObject({ journeysWithPerson: true, journeysSeenAt: clock });
  });

  test('a server that tells the completed ones alone is not believed to have told all', async () => {
    const memory = memoryOf({ journeysWithPerson: true, journeysSeenAt: clock });
    const crm = octethOn(sandbox, { account: account(), limit, memory, now });
    const Completed = [{ JourneyID: '9', JourneyName: 'Onboarding' }];
    const row = { SubscriberID: 1001, EmailAddress: ADA, SubscriptionStatus: 'Subscribed' };
    const reply = { SubscriberInformation: row, Suppressed: false, SubscriberTags: [] };
    const body = JSON.stringify({ Success: true, ...reply, SubscriberJourneys: { Completed } });
    sandbox.break({ command: 'subscriber.get', do: { replace: body } });
    expect(await journeysOf(crm)).toEqual(expect.arrayContaining(['7', '9']));
    expect(memory.learnt.journeysWithPerson).toBe(false);
  });

  test('nothing learnt lately is written anew with each look-up', async () => {
    sandbox.become({ dialect: 'public' });
    const memory = memoryOf();
    const crm = octethOn(sandbox, { account: account(), limit, memory, now });
    await journeysOf(crm);
    const first = memory.learnt.journeysSeenAt;
    clock += 2 * MINUTE;
    await journeysOf(crm);
    expect(memory.learnt.journeysSeenAt).toBe(first);
    clock += 6 * MINUTE;
    await journeysOf(crm);
    expect(memory.learnt.journeysSeenAt).toBe(clock);
  });
});

describe('whether Systeme.io heeds whose subscriptions are asked for', () => {
  const plansOf = async (crm: ReturnType<typeof systemeOn>) => {
    const { subscriptions } = await crm.details(targetIn(await crm.find(ADA, CLICK)), CLICK);
    return subscriptions?.ok ? subscriptions.value.map(({ plan }) => plan) : subscriptions?.failure;
  };

  test('a downgrade is noticed by whoever else comes back, an upgrade by trying again', async () => {
    sandbox.become({ dialect: 'public' });
    const memory = memoryOf();
    const crm = systemeOn(sandbox, { limit, memory, now });
    expect(await plansOf(crm)).toEqual(['Studio, monthly']);
    expect(memory.learnt).toMatchObject({ subscriptionFilter: 'honoured' });

    sandbox.become({ dialect: 'seed' });
    expect(await plansOf(crm)).toEqual(['Studio, monthly']);
    expect(memory.learnt).toMatchObject({
      subscriptionFilter: null,
      subscriptionFilterSeenAt: null,
    });

    sandbox.become({ dialect: 'public' });
    expect(await plansOf(crm)).toEqual(['Studio, monthly']);
    expect(memory.learnt).toMatchObject({ subscriptionFilter: 'honoured' });
  });

  test('law 1: rows that name nobody are tried again a minute later, and never told meanwhile', async () => {
    sandbox.become({ dialect: 'public' });
    const memory = memoryOf();
    const crm = systemeOn(sandbox, { limit, memory, now });
    await plansOf(crm);
    const stray = { id: 1, status: 'active', createdAt: null, cancelledAt: null };
    const page = JSON.stringify({ items: [stray], hasMore: false });
    sandbox.break({ command: 'GET /payment/subscriptions', do: { replace: page } });
    clock += MINUTE + 1;
    expect(await plansOf(crm)).toMatchObject({ kind: 'changed-shape' });
    expect(memory.learnt.subscriptionFilter).toBe('ignored');
    sandbox.mend();
    expect(await plansOf(crm)).toEqual(['Studio, monthly']);
    expect(memory.learnt.subscriptionFilter).toBe('honoured');
  });

  test('law 1: a row that names nobody among those of others is nobody’s', async () => {
    sandbox.become({ dialect: 'public' });
    const seen = { subscriptionFilter: 'honoured', subscriptionFilterSeenAt: clock } as const;
    const crm = systemeOn(sandbox, { limit, memory: memoryOf(seen), now });
    const rows = [
      { id: 1, status: 'active' },
      { id: 2, status: 'active', contact: { id: 5 } },
    ].map((row) => ({ createdAt: null, cancelledAt: null, ...row }));
    const page = JSON.stringify({ items: rows, hasMore: false });
    sandbox.break({ command: 'GET /payment/subscriptions', do: { replace: page } });
    expect(await plansOf(crm)).toMatchObject({ kind: 'changed-shape' });
  });
});

describe.each(['seed', 'public'] as const)('which rules Octeth reads, %s dialect', (dialect) => {
  beforeEach(() => sandbox.become({ dialect }));
  const part = (crm: ReturnType<typeof octethOn>, asked: string) =>
    crm.searchPeople(NEWSLETTER, { search: { by: 'address', part: asked }, from: 0 }, CLICK);
  const vips = (crm: ReturnType<typeof octethOn>) =>
    crm.searchPeople(
      NEWSLETTER,
      { search: { by: 'tag', tag: { id: '4', name: 'VIP' } }, from: 0 },
      CLICK,
    );
  const two = { ok: true, value: { total: 2, rows: [{ address: notable.ann.email }, {}] } };

  test('is found out by its answers, tried first from then on, and found out anew', async () => {
    const memory = memoryOf();
    const crm = octethOn(sandbox, { limit, retryMs: 0, memory });
    expect(await part(crm, 'ann@liddell')).toMatchObject(two);
    expect(memory.learnt.rules).toBeNull();

    sandbox.become({ rules: 'flat' });
    expect(await part(crm, 'ann@liddell')).toMatchObject(two);
    expect(memory.learnt.rules).toBe('flat');
    sandbox.log.length = 0;
    expect(await part(crm, 'ann@liddell')).toMatchObject(two);
    expect(asked('subscribers.search')).toBe(1);

    sandbox.become({ rules: 'typed' });
    expect(await part(crm, 'ann@liddell')).toMatchObject(two);
    expect(memory.learnt.rules).toBe('typed');
  });

  test('what simple rules cannot ask is refused in words, until the server can be asked', async () => {
    const memory = memoryOf({ rules: 'flat' });
    const crm = octethOn(sandbox, { limit, retryMs: 0, memory });
    sandbox.become({ rules: 'flat' });
    expect(await vips(crm)).toMatchObject({
      ok: false,
      failure: { kind: 'refused', reason: expect.stringContaining('by address only') },
    });
    sandbox.become({ rules: 'typed' });
    const found = await vips(crm);
    expect(found.ok && found.value.rows.map(({ address }) => address)).toContain(ADA);
    expect(memory.learnt.rules).toBe('typed');
  });

  test('law 1: people whose tags are not told are not taken for those of a tag', async () => {
    const row = { SubscriberID: 7, EmailAddress: ADA, SubscriptionStatus: 'Subscribed' };
    const body = { Success: true, ErrorCode: 0, TotalSubscribers: 1, Subscribers: [row] };
    sandbox.break({ command: 'subscribers.search', do: { replace: JSON.stringify(body) } });
    expect(await vips(octethOn(sandbox, { limit, retryMs: 0 }))).toMatchObject({ ok: false });
  });
});
