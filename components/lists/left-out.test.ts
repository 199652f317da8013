import { expect, test } from 'vitest';
import { readCsv } from './read-csv';
import { leftOutCsv, NOBODY_LEFT_OUT, withFailed } from './left-out';

const OURS = {
  separator: ',' as const,
  titles: ['Email', 'Company'],
  lines: [{ cells: ['nobody', 'Acme, Inc'], why: 'No valid address' }],
};

test('each line that was left out stands with its reason, under the titles it had', () => {
  expect(leftOutCsv(OURS)).toBe(
    'Email,Company,Why it was not imported\nnobody,"Acme, Inc",No valid address\n',
  );
});

test('what the server refused is read as the lines that were sent, wherever it was from', () => {
  const both = withFailed(OURS, 'a@b,"x ""y"", z"\n\nshort\n');
  expect(both.lines.map(({ cells }) => cells)).toEqual([
    ['nobody', 'Acme, Inc'],
    ['a@b', 'x "y", z'],
    ['short'],
  ]);
  const alone = leftOutCsv(withFailed(NOBODY_LEFT_OUT, 'a@b,c\nd'));
  expect(alone).toBe(
    'Column 1,Column 2,Why it was not imported\na@b,c,Octeth did not take it\nd,,Octeth did not take it\n',
  );
});

test('nothing that failed is no line', () => {
  expect(withFailed(NOBODY_LEFT_OUT, ' \n').lines).toEqual([]);
});

test('the saved file can be put right and read again', () => {
  const sheet = readCsv(leftOutCsv(OURS).replace('nobody', 'eve@x.example'), null);
  expect(sheet).toMatchObject({ separator: ',', hasTitles: true });
  expect(sheet.rows[1]).toEqual(['eve@x.example', 'Acme, Inc', 'No valid address']);
});

test.each(['=HYPERLINK("x")', '@SUM(A1)', '-1+cmd|x', '+cmd'])(
  'a spreadsheet does not run %s',
  (cell) => {
    const text = leftOutCsv({ titles: [], lines: [{ cells: [cell], why: '' }] });
    expect(text.split('\n')[1]).toMatch(/^"?'/);
  },
);

test.each(['+49 30 123456', '-5', '+1 (212) 555-0100'])('%s stays as it is', (cell) => {
  const text = leftOutCsv({ titles: [], lines: [{ cells: [cell], why: '' }] });
  expect(text.split('\n')[1]).toBe(`${cell},`);
});
