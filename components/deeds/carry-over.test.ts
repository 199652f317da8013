import { expect, test } from 'vitest';
import type { CataloguedField } from '@/lib/people/catalogue';
import { carriedFields, nameFrom } from './carry-over';

const field = (name: string, value: string) => ({ id: name, name, value });
const wanted = (name: string): CataloguedField => ({
  id: `w-${name}`,
  name,
  place: null,
  required: false,
});
const mail = {
  account: 'Acme Mail',
  name: 'Ada King Lovelace',
  fields: [field('First Name', 'Ada'), field('Company', 'Analytical Engines'), field('City', ' ')],
};

test('her name comes from its own fields, and what lacks one from the whole', () => {
  const nameOf = (name: string | null, fields: (typeof mail)['fields'] = []) => {
    const { first, last } = nameFrom([{ account: 'Acme Mail', name, fields }]);
    return [first, last];
  };
  expect(nameOf('Ada King Lovelace')).toEqual(['Ada', 'King Lovelace']);
  expect(nameOf('Ada King Lovelace', mail.fields)).toEqual(['Ada', 'King Lovelace']);
  expect(nameOf('Ada King Lovelace', [field('surname', 'Lovelace')])).toEqual([
    'Ada King',
    'Lovelace',
  ]);
  expect(nameOf('Countess', [field('first_name', 'Ada')])).toEqual(['Ada', '']);
  expect(nameOf('Plato')).toEqual(['Plato', '']);
  expect(nameFrom([{ ...mail, name: null, fields: [] }])).toEqual({
    ...{ first: '', last: '', from: null },
  });
});

test('fields go over by their names, however they are written, and empty ones do not', () => {
  const fields = carriedFields([mail], ['company', 'CITY', 'first_name', 'Phone', '—'].map(wanted));
  expect(fields).toEqual([
    { id: 'w-company', name: 'company', value: 'Analytical Engines', from: 'Acme Mail' },
  ]);
});

test('where two accounts know it, the first one counts', () => {
  const other = { ...mail, account: 'Other', fields: [field('company', 'Other Ltd')] };
  expect(carriedFields([other, mail], [wanted('Company')])).toMatchObject([{ from: 'Other' }]);
});
