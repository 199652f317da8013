import { expect, test } from 'vitest';
import { guessColumns, readCsv, sortLines } from './read-csv';

const FIELDS = [
  { id: '41', name: 'Company' },
  { id: '42', name: 'City' },
];

test.each([',', ';', '\t', '|'] as const)('a file divided by %j is read as such', (separator) => {
  const text = ['Email', 'Company'].join(separator) + '\n' + ['a@b.com', 'Acme'].join(separator);
  const sheet = readCsv(text, null);
  expect(sheet).toEqual({
    rows: [
      ['Email', 'Company'],
      ['a@b.com', 'Acme'],
    ],
    separator,
    hasTitles: true,
  });
});

test('a line that has no address does not mislead about the separator', () => {
  const sheet = readCsv('Email;Nickname\neve@x.example;Evie\nnobody\nfay@x.example;Fay\n', null);
  expect(sheet).toMatchObject({ separator: ';', hasTitles: true });
});

test('quotes hold separators and line breaks; a mark at the beginning and empty lines are nothing', () => {
  const { rows } = readCsv('\uFEFFa@b.com,"Acme, ""Inc""\nOslo"\r\n\r\n , \nc@d.com,X\n', ',');
  expect(rows).toEqual([
    ['a@b.com', 'Acme, "Inc"\nOslo'],
    ['c@d.com', 'X'],
  ]);
});

test('a list of addresses alone is a column without titles', () => {
  const sheet = readCsv('a@b.com\nc@d.com\n', null);
  expect(sheet.hasTitles).toBe(false);
  expect(guessColumns(sheet, FIELDS)).toEqual(['address']);
});

test('columns are known by what is in them and by the names of fields, each once', () => {
  const sheet = readCsv('company,Mail,Notes,Company\nAcme,a@b.com,x,y\n', null);
  expect(guessColumns(sheet, FIELDS)).toEqual([FIELDS[0], 'address', null, null]);
});

test('lines without a valid address are counted apart, by their number', () => {
  const sheet = readCsv('Email,City\na@b.com,Oslo\nnobody,Rome\nc@d.com\n', null);
  const { load, bad } = sortLines(sheet, guessColumns(sheet, FIELDS));
  expect(load.lines).toEqual([
    ['a@b.com', 'Oslo'],
    ['c@d.com', ''],
  ]);
  expect(bad).toEqual([{ number: 3, cells: ['nobody', 'Rome'] }]);
});

test('where no column holds addresses, nobody is imported', () => {
  const sheet = readCsv('x,y\n1,2\n', null);
  const { load, bad } = sortLines(sheet, guessColumns(sheet, FIELDS));
  expect(load.lines).toEqual([]);
  expect(bad).toHaveLength(2);
});

test('titles alone tell which column has the addresses', () => {
  const titles = { rows: [['Company', 'E-Mail', 'x']], separator: ',' as const, hasTitles: true };
  expect(guessColumns(titles, FIELDS)).toEqual([FIELDS[0], 'address', null]);
  expect(guessColumns({ ...titles, hasTitles: false }, FIELDS)).toEqual([null, null, null]);
});
