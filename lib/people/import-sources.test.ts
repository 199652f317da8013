import { expect, test } from 'vitest';
import { faultOfAddress, faultsOf } from './import-sources';

const DATABASE = {
  from: 'database' as const,
  ...{ host: 'db.acme.com', port: 3306, database: 'shop', user: '', password: '' },
  query: 'select email from people',
};

test.each([
  'https://acme.com/people.csv?token=1',
  ' https://acme.com ',
  'http://localhost:8080/x.csv',
  'http://127.0.0.1/x.csv',
  'http://[::1]/x.csv',
])('%s can be fetched', (address) => {
  expect(faultOfAddress(address)).toBeNull();
});

test.each([
  [' ', 'empty'],
  ['acme.com/people.csv', 'scheme'],
  ['ftp://acme.com/x.csv', 'scheme'],
  ['https://acme.com/a b.csv', 'none'],
  ['https://', 'none'],
  ['https://me:secret@acme.com/x.csv', 'user'],
  ['http://acme.com/x.csv', 'unsafe'],
  ['http://localhost.acme.com/x.csv', 'unsafe'],
  [`https://acme.com/${'x'.repeat(2_000)}`, 'long'],
])('%s cannot: %s', (address, fault) => {
  expect(faultOfAddress(address)).toBe(fault);
});

test('a file on the server goes by its bare name', () => {
  const file = { from: 'server-file' as const, separator: ',' as const };
  expect(faultsOf({ ...file, name: ' people.csv ' })).toEqual([]);
  for (const name of ['', ' ', '../people.csv', 'a\\b.csv', '..', 'a\u0000.csv']) {
    expect(faultsOf({ ...file, name })).toEqual(['name']);
  }
});

test('of a database each field that is wrong is named', () => {
  expect(faultsOf(DATABASE)).toEqual([]);
  expect(faultsOf({ ...DATABASE, host: '', port: Number.NaN, database: ' ', query: '' })).toEqual([
    'host',
    'port',
    'database',
    'query',
  ]);
  for (const host of ['mysql://db', 'me@db', 'a b']) {
    expect(faultsOf({ ...DATABASE, host })).toEqual(['host']);
  }
  for (const port of [0, 1.5, 65_536]) expect(faultsOf({ ...DATABASE, port })).toEqual(['port']);
  for (const query of ['DELETE FROM people', 'selection', 'UPDATE x']) {
    expect(faultsOf({ ...DATABASE, query })).toEqual(['query']);
  }
});
