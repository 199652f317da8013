import { describe, expect, test } from 'vitest';
import { foldAddress } from '@/lib/people/address';
import type { MarkKind } from '@/lib/people/mark';
import { asLines, countedAddresses, countKinds, filterRows, isFiltering } from './page-rows';

const row = (name: string, kind: MarkKind) => ({ address: foldAddress(`${name}@a.example`), kind });
const ROWS = [row('ada', 'one'), row('bo', 'stop'), row('adam', 'unknown'), row('cy', 'one')];
const names = (rows: { address: string }[]) => rows.map(({ address }) => address.split('@')[0]);

describe('the addresses of a page', () => {
  test('are counted by kind, loudest first, and only kinds there are', () => {
    expect(countKinds(ROWS)).toEqual([
      { kind: 'stop', count: 1 },
      { kind: 'one', count: 2 },
      { kind: 'unknown', count: 1 },
    ]);
  });

  test('are filtered by kinds and by a part, in the order of the page', () => {
    expect(names(filterRows(ROWS, { kinds: [], part: '' }))).toEqual(['ada', 'bo', 'adam', 'cy']);
    expect(names(filterRows(ROWS, { kinds: ['one', 'stop'], part: '' }))).toEqual([
      'ada',
      'bo',
      'cy',
    ]);
    expect(names(filterRows(ROWS, { kinds: ['one'], part: ' ADA ' }))).toEqual(['ada']);
  });

  test('are filtered only where something is asked for', () => {
    expect(isFiltering({ kinds: [], part: '  ' })).toBe(false);
    expect(isFiltering({ kinds: ['one'], part: '' })).toBe(true);
    expect(isFiltering({ kinds: [], part: 'a' })).toBe(true);
  });

  test('are handed on one a line', () => {
    expect(asLines(ROWS.slice(0, 2))).toBe('ada@a.example\nbo@a.example');
    expect([countedAddresses(1), countedAddresses(2)]).toEqual(['1 address', '2 addresses']);
  });
});
