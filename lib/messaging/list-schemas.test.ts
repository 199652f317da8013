import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { importLoad } from './intent-schemas';
import { listRequests } from './list-schemas';

const LIST = { accountId: 'a1', place: { id: '1', name: 'Newsletter' } };
const FILE = { from: 'server-file', name: 'people.csv', separator: ',' };
const DATABASE = {
  ...{ from: 'database', host: 'db', port: 3306, database: 'shop' },
  ...{ query: 'SELECT 1', user: '', password: 'p' },
};

describe('what the server is to look at', () => {
  const isTaken = (source: unknown) => v.is(listRequests.stageImport, { ...LIST, source });

  test('is a file there, or a database, whole', () => {
    expect([FILE, DATABASE].map(isTaken)).toEqual([true, true]);
    expect(v.parse(listRequests.stageImport, { ...LIST, source: DATABASE }).source).toEqual(
      DATABASE,
    );
  });

  test.each([
    { ...FILE, from: 'address' },
    { ...FILE, separator: '::' },
    { ...DATABASE, port: '3306' },
    { ...DATABASE, password: 'x'.repeat(4_001) },
    { ...DATABASE, query: undefined },
  ])('is nothing else: %#', (source) => {
    expect(isTaken(source)).toBe(false);
  });
});

describe('a load', () => {
  const columns = ['address', { id: '41', name: 'Company' }, null];

  test.each([
    { lines: [['a@b.com', 'Acme', '']], columns },
    { url: 'https://acme.com/people.csv', separator: ';', columns },
    { staged: { id: '9', from: 'database' }, columns },
  ])('crosses as it is: %#', (load) => {
    expect(v.parse(importLoad, load)).toEqual(load);
  });

  test.each([
    { columns },
    { url: 'https://acme.com/people.csv', separator: 'x', columns },
    { staged: { id: '9', from: 'address' }, columns },
    { lines: [['x'.repeat(5_000_001)]], columns },
  ])('that is none is refused: %#', (load) => {
    expect(v.is(importLoad, load)).toBe(false);
  });
});
