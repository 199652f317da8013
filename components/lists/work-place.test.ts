import { expect, test } from 'vitest';
import { workHashOf, workPlaceAt } from './work-place';

test('a place is found again by its hash', () => {
  const place = { accountId: 'a/b c', listId: '12', part: 'export' } as const;
  expect(workPlaceAt(workHashOf(place))).toEqual(place);
});

test.each(['', '#', '#mail', '#mail/12/elsewhere', '#%E0%A4%A'])(
  'where %j leads nowhere, the people are shown',
  (hash) => expect(workPlaceAt(hash).part).toBe('people'),
);
