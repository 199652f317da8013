// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { useSandbox } from '../testing.ts';

describe.each(['seed', 'public'] as const)('%s: subscribers.import, the old way', (dialect) => {
  const here = useSandbox({ dialect });
  const copy = {
    ImportStep: 1,
    ListID: 12,
    ImportType: 'Copy',
    ImportData: 'grete@hermann.example,Grete',
  };
  const mysql = {
    ...copy,
    ImportType: 'MySQL',
    ImportMySQLHost: 'localhost',
    ImportMySQLPort: 3306,
    ImportMySQLDatabase: 'people',
    ImportMySQLQuery: 'SELECT email, name FROM people',
  };
  const step = (parameters: Record<string, unknown>) =>
    here.octeth('subscribers.import', parameters);
  const second = (ImportID: unknown, MappedFields: object, more: object = {}) =>
    step({ ImportStep: 2, ListID: 12, ImportType: 'Copy', ImportID, MappedFields, ...more });

  test('step 1 tells the columns, step 2 imports', async () => {
    const told = await step(copy);
    expect(told.json).toEqual({
      Success: true,
      ErrorCode: 0,
      ErrorText: '',
      ImportID: expect.any(Number),
      ImportFields: [{ FIELD1: 'grete@hermann.example', FIELD2: 'Grete' }],
    });
    const mapping = { FIELD1: 'EmailAddress', FIELD2: '41' };
    const done = await second(told.json.ImportID, mapping);
    expect(done.json).toMatchObject({ Success: true, TotalImported: 1 });
    expect(here.world.subscriber(12, 'grete@hermann.example')?.fields.get(41)).toBe('Grete');
    const again = await second(told.json.ImportID, mapping);
    expect(again.json).toEqual({ Success: false, ErrorCode: 6 });
  });

  test('the sign that escapes is the one that is named', async () => {
    const named = await step({ ...copy, ImportData: '"a\\b^"c"', EscapedBy: '^' });
    expect(named.json.ImportFields).toEqual([{ FIELD1: 'a\\b"c' }]);
    const usual = await step({ ...copy, ImportData: '"a\\\\b"' });
    expect(usual.json.ImportFields).toEqual([{ FIELD1: 'a\\b' }]);
  });

  test('a file of the imports folder, and a database', async () => {
    const file = { ...copy, ImportType: 'File', ImportFileName: '../../people.csv' };
    const told = await step(file);
    expect(told.json.Success).toBe(true);
    const done = await second(told.json.ImportID, { FIELD1: 'EmailAddress' });
    expect(done.json).toMatchObject(
      dialect === 'seed' ? { Success: false, ErrorCode: 8 } : { Success: true, TotalImported: 2 },
    );
    expect((await step(mysql)).json.Success).toBe(true);
  });

  test.each([
    [{ ...copy, ImportType: '' }, 1],
    [{ ...copy, ImportData: '' }, 2],
    [{ ...copy, ImportStep: 3 }, 3],
    [{ ...copy, ListID: 99 }, 4],
    [{ ...copy, ImportData: '\n\n' }, 5],
    [{ ...copy, ImportType: 'File' }, 9],
    [{ ...mysql, ImportMySQLHost: '' }, 10],
    [{ ...mysql, ImportMySQLPort: '' }, 11],
    [{ ...mysql, ImportMySQLDatabase: '' }, 12],
    [{ ...copy, ImportType: 'File', ImportFileName: 'nobody.csv' }, 13],
    [{ ...mysql, ImportMySQLQuery: '' }, 14],
    [{ ...mysql, ImportMySQLHost: 'db.example' }, 15],
    [{ ...mysql, ImportMySQLQuery: 'DROP TABLE people' }, 16],
    [{ ...copy, ImportType: 'Pigeon' }, 17],
    [{ ...copy, ImportData: 'x'.repeat(1_000_001) }, 18],
  ])('a request for code %#', async (parameters, ErrorCode) => {
    expect((await step(parameters)).json).toEqual({ Success: false, ErrorCode });
  });

  test('a mapping without an address, or with two', async () => {
    const { ImportID } = (await step(copy)).json;
    const twice = await second(ImportID, { FIELD1: 'EmailAddress', FIELD2: 'EmailAddress' });
    expect(twice.json).toEqual({ Success: false, ErrorCode: 7 });
    const none = await second(ImportID, { FIELD2: '41' });
    expect(none.json).toEqual({ Success: false, ErrorCode: 8 });
  });
});
