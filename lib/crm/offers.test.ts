import { expect, test, vi } from 'vitest';
import { done, failed } from '../failure';
import type { TagOffer } from '../people/offers';
import type { Crm, TagsReply } from './crm';
import { createOffers, tagUseKey } from './offers';

const tag = (id: string, name: string, people: number | null): TagOffer => ({
  id,
  name,
  place: { id: '1', name: 'Newsletter' },
  people,
});

function setUp(tags: TagsReply) {
  const kept = new Map<string, unknown>();
  const clock = { now: 1_000_000 };
  const ask = vi.fn(async () => tags);
  // Only these two of the port are asked for offers.
  const crm = { tags: ask, journeys: async () => done([]) } as unknown as Crm;
  const offers = createOffers({
    crmOf: async () => crm,
    tagUses: async () => ({ [tagUseKey('1', '3')]: 2 }),
    session: {
      get: async (key) => kept.get(key),
      set: async (key, value) => void kept.set(key, value),
    },
    now: () => clock.now,
  });
  return { offers, ask, clock };
}

const three = done([tag('1', 'B', 5), tag('2', 'A', 5), tag('3', 'Z', null)]);

test('tags used from here come first, then those most people carry, then by name', async () => {
  const { offers } = setUp(three);
  const { tags } = await offers.offersOf('a');
  expect(tags.ok && tags.value.map(({ name }) => name)).toEqual(['Z', 'A', 'B']);
});

test('a picker opened again within five minutes asks nobody', async () => {
  const { offers, ask, clock } = setUp(three);
  await offers.offersOf('a');
  await offers.offersOf('a');
  expect(ask).toHaveBeenCalledTimes(1);
  clock.now += 5 * 60_000;
  await offers.offersOf('a');
  expect(ask).toHaveBeenCalledTimes(2);
});

test('what a clock that was set back calls yet to come is asked anew', async () => {
  const { offers, ask, clock } = setUp(three);
  await offers.offersOf('a');
  clock.now -= 3_600_000;
  await offers.offersOf('a');
  expect(ask).toHaveBeenCalledTimes(2);
});

test('a failure is told and not kept', async () => {
  const { offers, ask } = setUp(failed({ kind: 'not-allowed', permission: 'List.Update' }));
  expect((await offers.offersOf('a')).tags.ok).toBe(false);
  await offers.offersOf('a');
  expect(ask).toHaveBeenCalledTimes(2);
});

test('law 3: a list whose tags are missing is named, and what is not whole is not kept', async () => {
  const customers = { id: '2', name: 'Customers' };
  const { offers, ask } = setUp({ ...three, missing: [customers] });
  const { tags, missing } = await offers.offersOf('a');
  expect(tags.ok && tags.value).toHaveLength(3);
  expect(missing).toEqual([customers]);
  await offers.offersOf('a');
  expect(ask).toHaveBeenCalledTimes(2);
});

test('forgetting an account asks again', async () => {
  const { offers, ask } = setUp(three);
  await offers.offersOf('a');
  await offers.forget('a');
  await offers.offersOf('a');
  expect(ask).toHaveBeenCalledTimes(2);
});
