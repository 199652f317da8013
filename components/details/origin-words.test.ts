import { expect, test } from 'vitest';
import type { Details } from '@/lib/people/details';
import type { Profile } from '@/lib/people/profile';
import { originFacts } from './origin-words';

const nothing = {
  since: null,
  confirmedAt: null,
  unsubscribedAt: null,
  from: null,
  page: null,
  locale: null,
};
const facts = (origin: Partial<Details['origin']>, revenue: number | null = null, since = null) =>
  originFacts(
    { origin: { ...nothing, ...origin }, revenue } as Details, // no more is read of it
    { since } as unknown as Profile, // as above
  ).map(({ label, value }) => `${label}: ${value}`);

test('law 3: what is not known has no line', () => {
  expect(facts({})).toEqual([]);
});

test('since when, from where, and what she has brought', () => {
  const known = { since: '2026-03-01 09:12:33', from: '203.0.113.7', page: 'https://a.example/' };
  expect(facts(known, 1248)).toEqual([
    'Since: 1 Mar 2026, 09:12',
    'From: 203.0.113.7 · https://a.example/',
    'Revenue: 1,248.00',
  ]);
  expect(facts({}, 0)).toEqual(['Revenue: 0.00']);
});
