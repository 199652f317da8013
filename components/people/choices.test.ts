import { describe, expect, test } from 'vitest';
import { foldAddress } from '@/lib/people/address';
import type { Findings } from '@/lib/people/findings';
import type { JourneyOffer } from '@/lib/people/offers';
import type { Standing } from '@/lib/people/standing';
import { journeyOptions, profileFor, tagOptions } from './choices';

const account = { id: 'm', name: 'Acme Mail', system: 'octeth' as const };
const news = { id: '1', name: 'Newsletter' };
const shop = { id: '2', name: 'Customers' };
const address = foldAddress('ada@lovelace.dev');

const on = (place: typeof news, standing: Standing, tags: { id: string; name: string }[] = []) => ({
  account,
  place,
  id: `p${place.id}`,
  address,
  name: null,
  standings: [standing],
  since: null,
  tags,
  journeys: [],
});
const findings = (profiles: Findings['profiles']): Findings => ({
  account,
  at: 0,
  profiles,
  places: [],
  walk: null,
  failure: null,
});
const vip = { id: '7', name: 'VIP', place: news, people: 1200 };
const trial = { id: '8', name: 'Trial', place: null, people: null };

describe('the tags that can be chosen', () => {
  test('a new one that is longer than a tag may be is refused before anything is sent', () => {
    const long = (typed: string) =>
      tagOptions([], { findings: findings([on(news, 'subscribed')]), address, typed })[0]?.off;
    expect(long('x'.repeat(65))).toBe('A tag’s name has 64 characters at most; this one has 65.');
    expect(long(` ${'x'.repeat(64)} `)).toBeNull();
  });

  const labels = (typed: string, profiles = [on(news, 'subscribed')]) =>
    tagOptions([vip, trial], { findings: findings(profiles), address, typed }).map(
      ({ label, note }) => [label, note],
    );

  test('keep the order offered and are filtered by what is typed, whatever its case', () => {
    expect(labels('')).toEqual([
      ['VIP', '1,200'],
      ['Trial', null],
    ]);
    expect(labels('vI')).toEqual([
      ['VIP', '1,200'],
      ['Create tag “vI”', null],
    ]);
  });

  test('leave out what she carries, which is not to be created either', () => {
    expect(labels('vip', [on(news, 'subscribed', [{ id: '7', name: 'VIP' }])])).toEqual([]);
  });

  test('law 1: are each of one list, though she has the same number on two', () => {
    const profiles = [news, shop].map((place) => ({ ...on(place, 'subscribed'), id: '5' }));
    const options = tagOptions([trial], { findings: findings(profiles), address, typed: 'tr' });
    expect(options).toHaveLength(4);
    expect(new Set(options.map(({ id }) => id)).size).toBe(4);
  });

  test('law 2: name the list when she is on several', () => {
    expect(labels('v', [on(news, 'subscribed'), on(shop, 'subscribed')])).toEqual([
      ['VIP', 'Newsletter · 1,200'],
      ['Create tag “v”', 'Newsletter'],
      ['Create tag “v”', 'Customers'],
    ]);
  });
});

describe('the journeys that can be chosen', () => {
  const journey = (more: Partial<JourneyOffer>): JourneyOffer => ({
    id: '1',
    name: 'Welcome',
    enabled: true,
    placeId: null,
    ...more,
  });

  test('say of a disabled one why it is refused', () => {
    const [option] = journeyOptions([journey({ enabled: false })], 'wel');
    expect(option).toMatchObject({ note: 'Disabled' });
    expect(option?.off).toContain('disabled');
  });

  test('run on the list that starts them, else where she gets mail, else on the first', () => {
    const both = findings([on(news, 'unsubscribed'), on(shop, 'subscribed')]);
    expect(profileFor(journey({ placeId: '1' }), both)?.place).toEqual(news);
    expect(profileFor(journey({}), both)?.place).toEqual(shop);
    expect(profileFor(journey({}), findings([on(news, 'pending')]))?.place).toEqual(news);
    expect(profileFor(journey({}), findings([]))).toBeNull();
  });
});
