import { expect, test } from 'vitest';
import { FAR_SOURCES } from './list-work';
import { countedPeople, importedPeople } from './people-words';

test.each([
  [0, '0 people'],
  [1, '1 person'],
  [1_200, '1,200 people'],
])('%i is said as %s', (count, words) => {
  expect([countedPeople(count), importedPeople(count)]).toEqual([words, words]);
});

test('law 3: whom nobody has counted is given no number', () => {
  for (const source of FAR_SOURCES) expect(importedPeople(source)).toMatch(/^everybody from a /);
});
