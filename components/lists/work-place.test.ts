import { expect, test } from 'vitest';
import { ticketAt, workHashOf, workPlaceAt } from './work-place';

test('a place is found again by its hash', () => {
  const place = { accountId: 'a/b c', listId: '12', part: 'export' } as const;
  expect(workPlaceAt(workHashOf(place))).toEqual(place);
});

test.each(['', '#', '#mail', '#mail/12/elsewhere', '#%E0%A4%A'])(
  'where %j leads nowhere, the people are shown',
  (hash) => expect(workPlaceAt(hash).part).toBe('people'),
);

test('a ticket stands behind any part, and goes along', () => {
  const place = { accountId: 'a', listId: '1', part: 'people' } as const;
  expect(ticketAt('#//import/3f-9c')).toBe('3f-9c');
  expect(workPlaceAt('#//import/3f-9c').part).toBe('import');
  expect(ticketAt(workHashOf(place, '3f-9c'))).toBe('3f-9c');
  expect(workPlaceAt(workHashOf(place, '3f-9c'))).toEqual(place);
  expect(['', '#a/1/import', '#3f', '#//import/3f/9'].map(ticketAt)).toEqual([
    ...[null, null, null, null],
  ]);
});
