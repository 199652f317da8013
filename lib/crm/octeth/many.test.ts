import { describe, expect, test } from 'vitest';
import type { PeopleGroup, PeoplePage } from '../../people/list-work';
import { notable } from '../../../sandbox/sandbox.ts';
import type { Crm } from '../crm';
import { CLICK } from '../testing/fakes';
import { DIALECTS, NEWSLETTER, person, useOcteth } from '../testing/use-octeth';

/** Every page of a group from there on, as the workbench turns them. */
async function pagesFrom(crm: Crm, group: PeopleGroup, start: number | null = 0) {
  const pages: PeoplePage[] = [];
  for (let from = start; from !== null; from = pages.at(-1)?.next ?? null) {
    const page = await crm.browsePeople(NEWSLETTER, { group, from }, CLICK);
    if (!page.ok) throw new Error(page.failure.kind);
    pages.push(page.value);
  }
  return pages;
}

describe.each(DIALECTS)('%s: a list', (dialect) => {
  const octeth = useOcteth({ dialect });

  test('is searched by a part of an address', async () => {
    const search = { by: 'address', part: ' ANN@liddell ' } as const;
    const found = await octeth.crm().searchPeople(NEWSLETTER, { search, from: 0 }, CLICK);
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
    const found = await octeth.crm().searchPeople(NEWSLETTER, { search, from: 0 }, CLICK);
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
    octeth.sandbox.become({ dialect: 'seed', rules: 'none' });
    const search = { by: 'address', part: 'ann@liddell' } as const;
    const found = await octeth.crm().searchPeople(NEWSLETTER, { search, from: 0 }, CLICK);
    expect(found).toMatchObject({
      ok: false,
      failure: { kind: 'refused', reason: expect.stringContaining('ignored the filter') },
    });
    const tagged = { by: 'tag', tag: { id: '4', name: 'VIP' } } as const;
    const others = await octeth.crm().searchPeople(NEWSLETTER, { search: tagged, from: 0 }, CLICK);
    expect(others.ok).toBe(false);
  });

  test('law 3: a search that failed is told as that, whatever the other grammar is taken for', async () => {
    const replace = JSON.stringify({ Success: false, ErrorCode: 4 });
    octeth.sandbox.break({ command: 'subscribers.search', do: { replace }, times: 1 });
    const search = { by: 'address', part: 'ann@liddell' } as const;
    expect(await octeth.crm().searchPeople(NEWSLETTER, { search, from: 0 }, CLICK)).toMatchObject({
      ok: false,
      failure: { code: 4, reason: 'The server could not work out the search' },
    });
    expect(octeth.sent('subscribers.search')).toHaveLength(2);
  });

  test('an empty search asks nobody', async () => {
    const search = { by: 'address', part: '  ' } as const;
    const found = await octeth.crm().searchPeople(NEWSLETTER, { search, from: 0 }, CLICK);
    expect(found).toMatchObject({ ok: false, failure: { kind: 'bad-input' } });
    expect(octeth.sandbox.log).toEqual([]);
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
      const pages = await pagesFrom(octeth.crm(), group);
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
    const row = {
      SubscriberID: 7,
      EmailAddress: person('ada'),
      SubscriptionStatus: 'Subscribed',
      ...told,
    };
    const body = { Success: true, ErrorCode: 0, TotalSubscribers: 1, Subscribers: [row] };
    octeth.sandbox.break({
      command: 'subscribers.get',
      do: { replace: JSON.stringify(body) },
      times: 1,
    });
    const found = await octeth.crm().browsePeople(NEWSLETTER, { group, from: 0 }, CLICK);
    expect(found).toMatchObject({ ok: false, failure: { kind: 'refused' } });
  });

  test('is read on from where it was left', async () => {
    const first = await octeth.crm().browsePeople(NEWSLETTER, { group: 'active', from: 0 }, CLICK);
    const { next = null, rows = [], total = 0 } = first.ok ? first.value : {};
    expect(next).toBe(100);
    const later = await pagesFrom(octeth.crm(), 'active', next);
    const read = [...rows, ...later.flatMap((page) => page.rows)];
    expect(read).toHaveLength(total);
    expect(new Set(read.map(({ id }) => id)).size).toBe(total);
  });

  test('tells its segments', async () => {
    const told = await octeth.crm().segments(NEWSLETTER, CLICK);
    expect(told).toMatchObject({
      ok: true,
      value: [{ id: '72' }, { id: '71', name: 'VIPs', people: expect.any(Number) }],
    });
  });
});
