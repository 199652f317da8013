import { expect, test } from 'vitest';
import { done } from '@/lib/failure';
import type { CataloguedField } from '@/lib/people/catalogue';
import type { AddForm } from '../people/half-made';
import { filledIn, hasProblem, problemsOf } from './new-person';

const form: AddForm = {
  ...{ placeId: '1', standing: 'subscribed', since: null, way: 'create' },
  ...{ ipAddress: '203.0.113.7', firstName: null, lastName: null, left: [], typed: [] },
};
const field = (name: string, required = true): CataloguedField => ({
  ...{ id: name, name, place: null, required },
});
const PLACE = { id: '1', name: 'Newsletter' };
const NO_NAME = { first: '', last: '', from: null };

function problems(fields: CataloguedField[], change: Partial<AddForm> = {}) {
  const here = done(fields);
  const changed = { ...form, ...change };
  return problemsOf(
    changed,
    filledIn(changed, { name: NO_NAME, fields: [], place: null, here }),
    here,
  );
}

test('what a list takes nobody without is missing, a name beside the names', () => {
  expect(problems([field('City'), field('Size', false)]).fields).toEqual(['City']);
  expect(problems([field('first_name'), field('Surname')])).toMatchObject({
    firstName: expect.any(String),
    lastName: expect.any(String),
    fields: [],
  });
  expect(hasProblem(problems([field('City')], { typed: [{ key: 'city', text: 'Rome' }] }))).toBe(
    false,
  );
});

test('a whole name is one, unless the list keeps its parts apart', () => {
  expect(problems([field('Name')]).firstName).not.toBeNull();
  expect(hasProblem(problems([field('Name')], { lastName: 'King' }))).toBe(false);
  expect(problems([field('Name'), field('First name', false)]).fields).toEqual(['Name']);
});

test('what is carried over fills what the list wants, once', () => {
  const here = done([field('City')]);
  const city = { id: 'City', name: 'City', value: 'Rome', from: 'Acme School' };
  const filled = filledIn(form, { name: NO_NAME, fields: [city], place: null, here });
  expect(filled).toMatchObject({ fields: [], wanted: [{ value: 'Rome', from: 'Acme School' }] });
});

test('a day is one that has been', () => {
  expect(problems([], { since: '2025-03-09' }).since).toBeNull();
  for (const since of ['', '2999-01-01']) expect(problems([], { since }).since).not.toBeNull();
  expect(problems([], { since: '', way: 'subscribe' }).since).toBeNull();
});

test('a name is asked for where the list can keep it, and sent nowhere else', () => {
  const kept = (fields: CataloguedField[], place: typeof PLACE | null = PLACE) => {
    const carried = { name: { first: 'Ada', last: 'King', from: 'A' }, fields: [], place };
    const { firstName, lastName } = filledIn(form, { ...carried, here: done(fields) });
    return [firstName, lastName];
  };
  expect(kept([])).toEqual(['', '']);
  expect(kept([field('First name')])).toEqual(['Ada', '']);
  expect(kept([field('Surname')])).toEqual(['', 'King']);
  expect(kept([field('Name')])).toEqual(['Ada', 'King']);
  expect(kept([field('Name'), field('First name')])).toEqual(['Ada', '']);
  // By its merge tag, whatever its title.
  expect(kept([{ ...field('Vorname'), part: 'first' }])).toEqual(['Ada', '']);
  expect(kept([], null)).toEqual(['Ada', 'King']);
});

test('an IP address may have blanks around it, and nothing else', () => {
  expect(problems([], { ipAddress: ' 203.0.113.7 ', way: 'subscribe' }).ipAddress).toBeNull();
  expect(problems([], { ipAddress: '203.0.113', way: 'subscribe' }).ipAddress).not.toBeNull();
});
