import { expect, test } from 'vitest';
import { partOfName, unheldBy } from './name-parts';

test.each([
  [['First name'], 'first'],
  [['sur_name'], 'last'],
  [['FULL NAME'], 'whole'],
  [['LastName', 'Nachname'], 'last'],
  [['CF2', 'Given name'], 'first'],
  [[null, undefined, ''], null],
  [['Company name'], null],
  [['Name 2'], null],
] as const)('%j holds %s', (names, part) => {
  expect(partOfName(...names)).toBe(part);
});

test('a whole name stands in for both its parts, and for neither where one has its own', () => {
  expect(unheldBy([null])).toEqual({ first: true, last: true });
  expect(unheldBy(['whole'])).toEqual({ first: false, last: false });
  expect(unheldBy(['whole', 'last'])).toEqual({ first: true, last: false });
});
