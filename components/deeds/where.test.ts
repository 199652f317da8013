import { expect, test } from 'vitest';
import { foldAddress } from '@/lib/people/address';
import type { Profile } from '@/lib/people/profile';
import { EVERYWHERE } from './deeds';
import { namesOf, onlyPlaceFor, placesWithout, profilesAt, whyNotOn } from './where';

const on = (id: string, name: string): Profile => ({
  account: { id: 'm', name: 'Acme Mail', system: 'octeth' },
  place: { id, name },
  id: `p${id}`,
  address: foldAddress('ada@lovelace.dev'),
  name: null,
  standings: ['subscribed'],
  since: null,
  tags: [],
  journeys: [],
});
const news = on('1', 'Newsletter');
const shop = on('2', 'Customers');

test('of several lists none is meant until one or all of them were chosen', () => {
  expect(profilesAt(null, [news, shop])).toEqual([]);
  expect(profilesAt('2', [news, shop])).toEqual([shop]);
  expect(profilesAt(EVERYWHERE, [news, shop])).toEqual([news, shop]);
  expect(profilesAt('3', [news, shop])).toEqual([]);
});

test('where there is only one, it is meant', () => {
  expect(profilesAt(null, [news])).toEqual([news]);
});

test('law 2: a list that was chosen and is gone is not taken for the one that is left', () => {
  expect(profilesAt('2', [news])).toEqual([]);
});

test('they are named as one would say them', () => {
  expect(namesOf([news, shop])).toBe('Newsletter and Customers');
  expect(namesOf([{ ...news, place: null }])).toBe('Acme Mail');
});

test('she can be added where she was looked for and is not, and nowhere else', () => {
  const places = [news, shop, on('3', 'Archive')].flatMap(({ place }) => place ?? []);
  const [first, second, third] = places;
  const slot = { account: news.account, places };
  const findings = {
    places: [
      { place: first, outcome: 'found' },
      { place: second, outcome: 'absent' },
      { place: third, outcome: 'failed', failure: { kind: 'timeout', host: 'h' } },
    ],
  } as unknown as Parameters<typeof placesWithout>[1]; // no more is read of them
  expect(placesWithout(slot, findings)).toEqual([second]);
  expect(whyNotOn('2', slot, findings)).toBeNull();
  expect(whyNotOn('1', slot, findings)).toBe('This address is on “Newsletter” by now.');
  expect(whyNotOn('3', slot, findings)).toMatch(/^“Archive” could not be asked: ./);
  expect(whyNotOn('9', slot, findings)).toContain('not searched any more');
});

test('law 2: the list to add to is chosen by her, unless she is on all others', () => {
  const places = [news, shop].flatMap(({ place }) => place ?? []);
  const slot = { account: news.account, places };
  const onlyOf = (...outcomes: string[]) =>
    onlyPlaceFor(slot, {
      places: places.map((place, index) => ({ place, outcome: outcomes[index] })),
    } as unknown as Parameters<typeof onlyPlaceFor>[1]); // as above
  expect(onlyOf('absent', 'absent')).toBeNull();
  expect(onlyOf('found', 'absent')).toBe('2');
  expect(onlyOf('failed', 'absent')).toBeNull();
  expect(onlyOf('found', 'found')).toBeNull();
});
