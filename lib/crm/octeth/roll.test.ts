import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { foldAddress } from '../../people/address';
import { startSandbox } from '../../../sandbox/sandbox.ts';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { createBudget } from '../budget';
import { octethOn, storeInMemory } from '../testing/fakes';
import { rollThrough, truthOfList } from '../testing/rolling';
import type { Window } from './commands/lists';
import { rollOfList } from './roll';
import { ROLL_PAGE } from './roll-rows';
import type { ManyRow } from './schemas/lists';

const DIALECTS = ['seed', 'public'] as const;
const limit = { calls: 10_000, seconds: 1 };
const newsletter = { id: '12', name: 'Newsletter' };
const LIST = 12;

describe.each(DIALECTS)('the roll of a list, %s dialect', (dialect) => {
  let sandbox: Sandbox;
  beforeEach(async () => {
    sandbox = await startSandbox({ dialect, people: 3000, octethLimit: limit });
  });
  afterEach(() => sandbox.close());

  const crm = () => octethOn(sandbox, { limit });
  const truth = () => truthOfList(sandbox.world, LIST);
  const requests = (command: string) =>
    sandbox.log.filter((entry) => entry.command === command).length;
  const deleteFirst = (count: number) => {
    const gone = new Set(sandbox.world.onList(LIST).slice(0, count));
    sandbox.world.subscribers = sandbox.world.subscribers.filter((one) => !gone.has(one));
  };

  test('it tells everybody once, with all her standings, in as few requests as there are pages', async () => {
    const { people, told } = await rollThrough(crm(), { place: newsletter });
    expect(people).toEqual(truth());
    expect(told).toBe(truth().size);
    const pages = Math.ceil(truth().size / ROLL_PAGE);
    expect(pages).toBeGreaterThan(2);
    expect(requests('subscribers.search')).toBe(pages);
    // Rows in the seed tell of no bounce: one page of each kind does.
    expect(requests('subscribers.get')).toBe(dialect === 'seed' ? 2 : 0);
  });

  test('where it goes on takes no room for those who bounced, however many they are', async () => {
    for (const [index, one] of sandbox.world.onList(LIST).entries()) {
      if (index % 2 === 0) one.bounce = 'Hard';
    }
    const sizes: number[] = [];
    const { people } = await rollThrough(crm(), { place: newsletter }, (_pages, next) => {
      sizes.push(JSON.stringify(next).length);
    });
    expect(people).toEqual(truth());
    expect(Math.max(...sizes)).toBeLessThan(200);
  });

  test('whoever is deleted behind it makes it pass over nobody', async () => {
    const before = truth();
    const { people } = await rollThrough(crm(), { place: newsletter }, (pages) => {
      deleteFirst(7 * pages);
    });
    for (const [address, standings] of truth()) expect(people.get(address)).toBe(standings);
    for (const address of people.keys()) expect(before.has(address)).toBe(true);
  });

  test('whoever bounces while those who bounced are read, wherever she stands, ends no reading', async () => {
    const people = sandbox.world.onList(LIST);
    for (const [index, one] of people.entries()) {
      one.bounce = index > 700 || index % 2 === 0 ? 'Hard' : 'Not Bounced';
    }
    const everybody = Math.ceil(people.length / ROLL_PAGE);
    const bounced = people.filter(({ bounce }) => bounce === 'Hard').length;
    expect(bounced).toBeGreaterThan(2 * ROLL_PAGE);
    const late: string[] = [];
    const before = truth();
    const { people: told, pages } = await rollThrough(crm(), { place: newsletter }, (read) => {
      if (read <= everybody) return;
      // More than fill a page at first, then one or the other; all in front of who was read last.
      const coming = people.filter(({ bounce }) => bounce !== 'Hard');
      for (const one of coming.slice(0, read === everybody + 1 ? 300 : 1)) {
        one.bounce = 'Hard';
        late.push(foldAddress(one.email));
      }
    });
    for (const [address, standings] of told) {
      if (!late.includes(address)) expect(standings).toBe(before.get(address));
    }
    expect(told.size).toBe(before.size);
    if (dialect === 'seed') {
      expect(late.length).toBeGreaterThan(300);
      expect(pages).toBe(everybody + Math.ceil((bounced + 300) / ROLL_PAGE) + 1);
    }
  });

  test('a list that nearly empties while it is read is read to its end', async () => {
    const { people } = await rollThrough(crm(), { place: newsletter }, (pages) => {
      if (pages === 2) deleteFirst(truth().size - 3);
    });
    for (const [address, standings] of truth()) expect(people.get(address)).toBe(standings);
  });

  test('who comes while it is read is told of at the end', async () => {
    const { people } = await rollThrough(crm(), { place: newsletter }, (pages) => {
      const [someone] = sandbox.world.onList(LIST);
      if (!someone || pages > 2) return;
      const email = `comer${pages}@late.example`;
      sandbox.world.subscribers.push({ ...someone, id: sandbox.world.nextId(), email });
    });
    expect(people).toEqual(truth());
  });

  test('from the newest down, it begins with them and tells the same', async () => {
    const { people } = await rollThrough(crm(), { place: newsletter, order: 'newest-first' });
    expect([...people]).toEqual([...truth()].toReversed());
  });

  test('law 3: from the newest down, a server that sends fewer rows than were asked for is asked on', async () => {
    const rows = Array.from({ length: 150 }, (_, index) => ({
      ...{ SubscriberID: String(150 - index), EmailAddress: `p${index}@a.example` },
      ...{ SubscriptionStatus: 'Subscribed', Suppressed: false, SubscriptionDate: null },
      ...(dialect === 'public' && { BounceType: 'Not Bounced' }),
    }));
    const bounced = rows.filter((_, index) => index % 3 === 0);
    let asked = 0;
    const page = (among: typeof rows, { from, count }: Window, most: number) => {
      asked += 1;
      const Subscribers = among.slice(from, from + Math.min(count, most)) as ManyRow[];
      return { TotalSubscribers: among.length, Subscribers };
    };
    const rolling = {
      client: {
        searchPeople: async (_list: string, _rules: unknown, window: Window) =>
          page(rows, window, 100),
        browsePeople: async (_list: string, segment: string, window: Window) =>
          page(segment === 'Hard bounced' ? bounced : [], window, 7),
      },
      ...{ budget: createBudget({ name: 'a', limit, store: storeInMemory() }) },
      ...{ place: newsletter, order: 'newest-first' as const },
    };
    const told = await rollOfList(rolling, null, { urgency: 'background' });
    const noted = told.people.filter(({ standings }) => standings.includes('hard-bounced'));
    expect(noted).toHaveLength(dialect === 'seed' ? 34 : 0);
    // One page of everybody, nine of the fifty who bounced hard, one of nobody.
    expect(asked).toBe(dialect === 'seed' ? 11 : 1);
  });

  test('law 3: from the newest down, where groups are not sorted so, people are told of without a standing', async () => {
    const rows = [3, 2, 1].map((id) => ({
      ...{ SubscriberID: String(id), EmailAddress: `p${id}@a.example`, SubscriptionDate: null },
      ...{ SubscriptionStatus: 'Subscribed', Suppressed: false },
      ...(dialect === 'public' && { BounceType: 'Not Bounced' }),
    })) as ManyRow[];
    const rolling = {
      client: {
        searchPeople: async () => ({ TotalSubscribers: 3, Subscribers: rows }),
        browsePeople: async () => ({ TotalSubscribers: 3, Subscribers: rows.toReversed() }),
      },
      ...{ budget: createBudget({ name: 'a', limit, store: storeInMemory() }) },
      ...{ place: newsletter, order: 'newest-first' as const },
    };
    const { people } = await rollOfList(rolling, null, { urgency: 'spare' });
    const subscribed = dialect === 'seed' ? [] : ['subscribed'];
    expect(people.map(({ standings }) => standings)).toEqual([subscribed, subscribed, subscribed]);
  });

  test('a list of nobody is one page', async () => {
    deleteFirst(truth().size);
    const { people, pages } = await rollThrough(crm(), { place: newsletter });
    expect([people.size, pages]).toEqual([0, 1]);
  });

  test('law 3: a server that ignores where a page of a group begins is told as such', async () => {
    const row = (id: number) => ({
      ...{ SubscriberID: String(id), EmailAddress: `p${id}@a.example`, SubscriptionDate: null },
      ...{ SubscriptionStatus: 'Subscribed' },
    });
    const page = (TotalSubscribers: number) => async () => ({
      ...{ TotalSubscribers, Subscribers: [1, 2, 3].map(row) as ManyRow[] },
    });
    const rolling = {
      client: { searchPeople: page(3), browsePeople: page(900) },
      ...{ budget: createBudget({ name: 'a', limit, store: storeInMemory() }) },
      ...{ place: newsletter, order: 'whole' as const },
    };
    const ask = { urgency: 'spare' } as const;
    const { next } = await rollOfList(rolling, null, ask);
    const group = await rollOfList(rolling, next, ask);
    expect([group.isGroup, group.people.length]).toEqual([true, 3]);
    await expect(rollOfList(rolling, group.next, ask)).rejects.toMatchObject({
      failure: { kind: 'changed-shape', expected: 'other rows than on the page before' },
    });
  });

  test.each([
    ['ignores where a page begins', [1, 2, 3], 'other rows than on the page before'],
    ['ignores the order', [3, 2], 'people in the order of their numbers'],
  ])('a server that %s is told as such, and believed nothing', async (_, ids, expected) => {
    const Subscribers = ids.map((SubscriberID) => ({
      SubscriberID,
      EmailAddress: `p${SubscriberID}@a.example`,
      SubscriptionStatus: 'Subscribed',
      BounceType: 'Not Bounced',
      Suppressed: false,
    }));
    const replace = JSON.stringify({ Success: true, TotalSubscribers: 900, Subscribers });
    sandbox.break({ command: 'subscribers.search', do: { replace } });
    const rolling = rollThrough(crm(), { place: newsletter });
    await expect(rolling).rejects.toMatchObject({ failure: { kind: 'changed-shape', expected } });
  });
});
