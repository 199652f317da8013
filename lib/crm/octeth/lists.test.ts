import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { foldAddress } from '../../people/address';
import type { PeopleGroup } from '../../people/list-work';
import { notable, startSandbox } from '../../../sandbox/sandbox.ts';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { CLICK, octethOn, targetIn } from '../testing/fakes';
import { createOctethClient } from './client';

const NEWSLETTER = { id: '12', name: 'Newsletter' };
const CUSTOMERS = { id: '27', name: 'Customers' };
const ADA = foldAddress(notable.ada.email);
const limit = { calls: 10_000, seconds: 1 };

describe.each(['seed', 'public'] as const)('%s: a list', (dialect) => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ dialect, octethLimit: limit });
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());
  const crm = (more = {}) => octethOn(sandbox, { limit, retryMs: 0, ...more });
  const sent = (command: string) =>
    sandbox.log
      .filter((entry) => entry.command === command)
      .map((entry) => JSON.parse(entry.body) as Record<string, unknown>);

  test('is searched by a part of an address', async () => {
    const search = { by: 'address', part: ' ANN@liddell ' } as const;
    const found = await crm().searchPeople(NEWSLETTER, { search, from: 0 }, CLICK);
    expect(found).toMatchObject({
      ok: true,
      value: {
        rows: [{ address: notable.ann.email }, { address: notable.joann.email }],
        next: null,
        total: 2,
      },
    });
  });

  test('is searched by a tag, and knows how each of them stands', async () => {
    const search = { by: 'tag', tag: { id: '4', name: 'VIP' } } as const;
    const found = await crm().searchPeople(NEWSLETTER, { search, from: 0 }, CLICK);
    const rows = found.ok ? found.value.rows : [];
    const ada = rows.find(({ address }) => address === notable.ada.email);
    expect(ada).toEqual({
      id: '1001',
      address: notable.ada.email,
      name: null,
      standing: 'subscribed',
      standingSure: true,
      since: dialect === 'seed' ? null : expect.stringMatching(/^2026/),
    });
  });

  test('law 1: people who were not asked for are told as an ignored filter', async () => {
    sandbox.become({ dialect: 'seed', rules: 'none' });
    const search = { by: 'address', part: 'ann@liddell' } as const;
    const found = await crm().searchPeople(NEWSLETTER, { search, from: 0 }, CLICK);
    expect(found).toMatchObject({
      ok: false,
      failure: { kind: 'refused', reason: expect.stringContaining('ignored the filter') },
    });
    const tagged = { by: 'tag', tag: { id: '4', name: 'VIP' } } as const;
    const others = await crm().searchPeople(NEWSLETTER, { search: tagged, from: 0 }, CLICK);
    expect(others.ok).toBe(false);
  });

  test('law 3: a search that failed is told as that, whatever the other grammar is taken for', async () => {
    const replace = JSON.stringify({ Success: false, ErrorCode: 4 });
    sandbox.break({ command: 'subscribers.search', do: { replace }, times: 1 });
    const search = { by: 'address', part: 'ann@liddell' } as const;
    expect(await crm().searchPeople(NEWSLETTER, { search, from: 0 }, CLICK)).toMatchObject({
      ok: false,
      failure: { code: 4, reason: 'The server could not work out the search' },
    });
    expect(sent('subscribers.search')).toHaveLength(2);
  });

  test('an empty search asks nobody', async () => {
    const search = { by: 'address', part: '  ' } as const;
    const found = await crm().searchPeople(NEWSLETTER, { search, from: 0 }, CLICK);
    expect(found).toMatchObject({ ok: false, failure: { kind: 'bad-input' } });
    expect(sandbox.log).toEqual([]);
  });

  test.each([
    ['active', 'subscribed', notable.ada.email],
    ['suppressed', 'suppressed', notable.suppressed.email],
    ['unsubscribed', 'unsubscribed', notable.unsubscribed.email],
    ['hard-bounced', 'hard-bounced', notable.hardBounced.email],
    ['soft-bounced', 'soft-bounced', notable.softBounced.email],
    ['pending', 'pending', notable.pending.email],
    [{ segment: { id: '71', name: 'VIPs' } }, 'subscribed', notable.ada.email],
  ] as [PeopleGroup, string, string][])(
    'group %j shows %s people',
    async (group, standing, who) => {
      const pages = [];
      for await (const page of crm().walkPeople(NEWSLETTER, { group, from: 0 }, CLICK)) {
        pages.push(page);
      }
      const rows = pages.flatMap((page) => page.rows);
      const row = rows.find(({ address }) => address === who);
      expect(row?.standing).toBe(standing);
      // Rows here tell nothing of suppression, so nobody is called certainly mailable.
      expect(row?.standingSure).toBe(group === 'suppressed');
      expect(rows).toHaveLength(pages[0]?.total ?? -1);
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    },
  );

  test.each<[PeopleGroup, Record<string, unknown>]>([
    ['active', { SubscriptionStatus: 'Unsubscribed' }],
    ['unsubscribed', {}],
    ['pending', {}],
    ['soft-bounced', { BounceType: 'Hard' }],
    ['hard-bounced', { BounceType: 'Not Bounced' }],
    ['suppressed', { Suppressed: false }],
  ])('law 1: is not shown as %s where a row says otherwise', async (group, told) => {
    const row = { SubscriberID: 7, EmailAddress: ADA, SubscriptionStatus: 'Subscribed', ...told };
    const body = { Success: true, ErrorCode: 0, TotalSubscribers: 1, Subscribers: [row] };
    sandbox.break({ command: 'subscribers.get', do: { replace: JSON.stringify(body) }, times: 1 });
    const found = await crm().browsePeople(NEWSLETTER, { group, from: 0 }, CLICK);
    expect(found).toMatchObject({ ok: false, failure: { kind: 'refused' } });
  });

  test('is walked on from where it was left', async () => {
    const first = await crm().browsePeople(NEWSLETTER, { group: 'active', from: 0 }, CLICK);
    const { next = null, rows = [], total = 0 } = first.ok ? first.value : {};
    expect(next).toBe(100);
    const later = [];
    for await (const page of crm().walkPeople(
      NEWSLETTER,
      { group: 'active', from: next ?? 0 },
      CLICK,
    )) {
      later.push(...page.rows);
    }
    expect(rows.length + later.length).toBe(total);
  });

  test('tells its segments', async () => {
    const told = await crm().segments(NEWSLETTER, CLICK);
    expect(told).toMatchObject({
      ok: true,
      value: [{ id: '72' }, { id: '71', name: 'VIPs', people: expect.any(Number) }],
    });
  });

  test('loses those who are named, and no key that could be read as rules is sent', async () => {
    const before = sandbox.world.onList(12).length;
    expect((await crm().removePeople(NEWSLETTER, ['1001', '1002'], CLICK)).ok).toBe(true);
    expect(sandbox.world.onList(12)).toHaveLength(before - 2);
    const [request = {}] = sent('subscribers.delete');
    expect(request['Subscribers']).toBe('1001,1002');
    expect(Object.keys(request).filter((key) => /rules|suppressed/i.test(key))).toEqual([]);
  });

  test.each([[[]], [['']], [['0']], [['1,2']], [['all']]])(
    'law 8: removing %j sends nothing',
    async (ids) => {
      const removed = await crm().removePeople(NEWSLETTER, ids as [string], CLICK); // on purpose
      expect(removed).toMatchObject({ ok: false, failure: { kind: 'bad-input' } });
      expect(sandbox.log).toEqual([]);
    },
  );

  test('loses everybody, with its tags only where asked', async () => {
    await crm().removeEveryone(NEWSLETTER, { alsoTags: false }, CLICK);
    expect(sandbox.world.onList(12)).toEqual([]);
    expect(sandbox.world.tags.some(({ listId }) => listId === 12)).toBe(true);
    await crm().removeEveryone(CUSTOMERS, { alsoTags: true }, CLICK);
    expect(sandbox.world.tags.some(({ listId }) => listId === 27)).toBe(false);
  });

  test.each([5, 6, 7, 8])('a server that breaks down while deleting says so: %i', async (code) => {
    const replace = JSON.stringify({ Success: false, ErrorCode: code });
    sandbox.break({ command: 'subscribers.delete.all', do: { replace } });
    const removed = await crm().removeEveryone(NEWSLETTER, { alsoTags: true }, CLICK);
    expect(removed).toMatchObject({
      ok: false,
      failure: { kind: 'refused', code, reason: expect.stringContaining('failed while deleting') },
    });
  });

  test('one person is removed by her number, once it is still hers', async () => {
    const target = targetIn(await crm().find(ADA, CLICK), '12');
    sandbox.log.length = 0;
    const stranger = { ...target, profileId: '1002' };
    expect(await crm().removePerson(stranger, CLICK)).toMatchObject({
      ok: false,
      failure: { kind: 'not-found', what: 'person' },
    });
    expect(sent('subscribers.delete')).toEqual([]);
    expect(await crm().removePerson(target, CLICK)).toEqual({ ok: true, value: null });
    expect(sandbox.world.subscriber(12, notable.ada.email)).toBeUndefined();
    expect(sandbox.world.subscriber(27, notable.ada.email)).toBeDefined();
    expect(await crm().removePerson(target, CLICK)).toMatchObject({
      ok: false,
      failure: { kind: 'not-found' },
    });
  });

  test('keeps its tags and fields in a catalogue', async () => {
    const catalogue = await crm().catalogue(CLICK);
    const { tags, fields } = catalogue;
    expect(tags.ok && tags.value).toContainEqual({
      id: '4',
      name: 'VIP',
      place: NEWSLETTER,
      people: expect.any(Number),
    });
    expect(fields.ok && fields.value).toContainEqual({
      id: '53',
      name: 'Customer number',
      place: CUSTOMERS,
      required: true,
      part: null,
    });
    const parts = fields.ok ? fields.value.filter(({ part }) => part) : [];
    expect(parts.map(({ id, part }) => [id, part])).toContainEqual(['42', 'last']);
    expect([catalogue.courses, catalogue.communities]).toEqual([null, null]);
    sandbox.break({ command: 'subscriber.tags.get', do: { replace: '7' }, times: 1 });
    const broken = await crm().catalogue(CLICK);
    expect(broken.tags.ok).toBe(false);
    expect(broken.fields.ok).toBe(true);
  });

  test('renames a tag, and says why it does not', async () => {
    const vip = { id: '4', name: 'VIP' };
    expect(await crm().renameTag(NEWSLETTER, vip, ' Premium ', CLICK)).toEqual({
      ok: true,
      value: null,
    });
    expect(sandbox.world.tagsOf(12, notable.ada.email)).toContain('Premium');
    const premium = { id: '4', name: 'Premium' };
    expect((await crm().renameTag(NEWSLETTER, vip, 'Premium', CLICK)).ok).toBe(true);
    const taken = await crm().renameTag(NEWSLETTER, premium, 'Trial', CLICK);
    expect(taken).toMatchObject({
      ok: false,
      failure: { kind: 'refused', reason: 'A tag of this name exists already' },
    });
  });

  test('law 8: deletes one tag and leaves the others', async () => {
    const vip = { id: '4', name: 'VIP' };
    expect((await crm().deleteTag(NEWSLETTER, vip, CLICK)).ok).toBe(true);
    const left = sandbox.world.tags.filter(({ listId }) => listId === 12);
    expect(left.map(({ id }) => id)).toEqual([5, 6]);
    expect(sent('subscriber.tags.delete')).toMatchObject([{ TagID: 4, TagIDs: '4' }]);
  });

  test.each(['', '0', '-4', '4,5', '4.5', 'x', ' 4'])(
    'law 8: a tag numbered %j is not deleted, and nothing is sent',
    async (id) => {
      const refused = await crm().deleteTag(NEWSLETTER, { id, name: 'VIP' }, CLICK);
      expect(refused).toMatchObject({ ok: false, failure: { kind: 'bad-input' } });
      const { url, key } = sandbox.octeth;
      const client = createOctethClient({ server: url, key: async () => key });
      expect(() => client.deleteTag('12', id, CLICK)).toThrow('bad-input');
      expect(sandbox.log).toEqual([]);
    },
  );

  test('says that fields are changed in Octeth', async () => {
    const answers = await Promise.all([
      crm().createField({ name: 'Shoe size', slug: 'shoe' }, CLICK),
      crm().renameField('41', 'Forename', CLICK),
      crm().deleteField('41', CLICK),
    ]);
    for (const answer of answers) {
      expect(answer).toMatchObject({ ok: false, failure: { kind: 'refused' } });
    }
    expect(sandbox.log).toEqual([]);
  });
});
