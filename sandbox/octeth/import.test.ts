// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { notable } from '../sandbox.ts';
import { ask, useSandbox } from '../testing.ts';

const csv = (Data: string, more: Record<string, unknown> = {}) => ({
  CSV: {
    Data,
    FieldTerminator: ',',
    FieldEncloser: '"',
    EscapedBy: '\\',
    MappedFields: { FIELD1: 'EmailAddress', FIELD2: '41' },
    ...more,
  },
});
const sound = {
  ListID: 12,
  AddToGlobalSuppressionList: false,
  AddToSuppressionList: false,
  UpdateDuplicates: false,
  TriggerActions: false,
  Tags: [],
  ImportFrom: csv('grete@hermann.example,Grete'),
};
const without = (name: string) => ({ ...sound, [name]: undefined });

describe.each(['seed', 'public'] as const)('%s: importing', (dialect) => {
  const here = useSandbox({ dialect });
  const post = (more: Record<string, unknown> = {}) =>
    here.octeth('subscribers.import.post', { ...sound, ...more });
  const job = async (ImportID: unknown) => {
    const { json } = await here.octeth('subscribers.import.get', { ListID: 12, ImportID });
    return json.ImportJob as Record<string, unknown>;
  };
  const run = async (more: Record<string, unknown>) => {
    const { json } = await post(more);
    const states = [await job(json.ImportID), await job(json.ImportID), await job(json.ImportID)];
    return states;
  };

  test('goes from Pending over Processing to Completed, and the list has them then', async () => {
    const started = await post();
    expect(started.json).toEqual({ ImportID: expect.any(Number), ImportType: 'async' });
    const states = [];
    for (let asked = 0; asked < 3; asked += 1) states.push(await job(started.json.ImportID));
    expect(states.map(({ ImportStatus }) => ImportStatus)).toEqual([
      'Pending',
      'Processing',
      'Completed',
    ]);
    expect(states[2]).toMatchObject({ TotalSubscribers: 1, TotalImported: 1, TotalFailed: 0 });
    const grete = here.world.subscriber(12, 'grete@hermann.example');
    expect(grete?.fields.get(41)).toBe('Grete');
    expect(grete?.journeys).toEqual([]);
  });

  test('counts imported, duplicates and failed, and says what failed', async () => {
    const data = `email,name\n${notable.ada.email},Countess\n"grete@hermann.example","Grete ""G"" H"\n`;
    const [, , finished] = await run({ ImportFrom: csv(data) });
    expect(finished).toMatchObject({
      TotalSubscribers: 3,
      TotalImported: 1,
      TotalDuplicates: 1,
      TotalFailed: 1,
      FailedData: 'email,name',
    });
    expect(here.world.subscriber(12, notable.ada.email)?.fields.get(41)).toBe('Ada');
    const grete = here.world.subscriber(12, 'grete@hermann.example');
    expect(grete?.fields.get(41)).toBe('Grete "G" H');
  });

  test('updates duplicates where that is asked for, and never their status', async () => {
    const { email } = notable.unsubscribed;
    await run({ UpdateDuplicates: true, ImportFrom: csv(`${email},Changed`) });
    const there = here.world.subscriber(12, email);
    expect(there?.fields.get(41)).toBe('Changed');
    expect(there?.status).toBe('Unsubscribed');
  });

  test('a file at an address that answers is fetched, with its titles', async () => {
    const URL = 'https://files.example.org/people.csv';
    const [, , finished] = await run({ ImportFrom: csv('', { URL }) });
    expect(finished).toMatchObject({ TotalImported: 2, TotalFailed: 1, FailedData: 'Email,Name' });
    expect(here.world.subscriber(12, 'lise@meitner.example')?.fields.get(41)).toBe('Lise');
  });

  test('tags are applied, and made where the list has none', async () => {
    await run({ Tags: ['vip', 'Fresh'] });
    expect(here.world.tagsOf(12, 'grete@hermann.example')).toEqual(['VIP', 'Fresh']);
  });

  test('actions start the list’s journeys, and suppression takes what failed', async () => {
    const data = 'grete@hermann.example,G\nbroken@,B';
    await run({ TriggerActions: true, AddToSuppressionList: true, ImportFrom: csv(data) });
    const journeys = here.world.journeysOf(12, 'grete@hermann.example');
    expect(journeys.map(({ journeyId }) => journeyId)).toEqual([7]);
    expect(here.world.isSuppressed('broken@')).toBe(true);
  });

  test('both have a v1 route', async () => {
    const Command = 'subscribers.import.post';
    const started = await here.route('subscribers.import', { Command, ...sound });
    const query = new URLSearchParams({
      Command: 'subscribers.import.get',
      APIKey: here.sandbox.octeth.key,
      ListID: '12',
      ImportID: String(started.json.ImportID),
    });
    const told = await ask(`${here.sandbox.octeth.url}/api/v1/subscribers.import?${query}`);
    expect(told.json.ImportJob).toMatchObject({ ImportStatus: 'Pending' });
  });

  test.each([
    [without('ListID'), 1],
    [{ ...sound, ImportFrom: csv('x', { FieldTerminator: '' }) }, 2],
    [without('AddToGlobalSuppressionList'), 4],
    [without('AddToSuppressionList'), 5],
    [without('UpdateDuplicates'), 6],
    [without('TriggerActions'), 7],
    [{ ...sound, ImportFrom: csv('x', { MappedFields: undefined }) }, 8],
    [{ ...sound, AddToGlobalSuppressionList: 'perhaps' }, 9],
    [{ ...sound, AddToSuppressionList: 'perhaps' }, 10],
    [{ ...sound, UpdateDuplicates: 'perhaps' }, 11],
    [{ ...sound, TriggerActions: 'perhaps' }, 12],
    [{ ...sound, ImportFrom: csv('x', { MappedFields: 'FIELD1' }) }, 13],
    [{ ...sound, ImportFrom: {} }, 14],
    [{ ...sound, ImportFrom: csv('x', { MappedFields: {} }) }, 15],
    [{ ...sound, ImportFrom: csv('x', { EscapedBy: '' }) }, 16],
    [{ ...sound, ImportFrom: csv('x', { MappedFields: { FIELD1: '51' } }) }, 17],
    [{ ...sound, ImportFrom: csv('', { URL: 'http://127.0.0.1/x.csv' }) }, 18],
    [{ ...sound, ListID: 99 }, 19],
    [{ ...sound, ListID: 'twelve' }, 20],
    [without('Tags'), 21],
  ])('import.post: a request for code %#', async (parameters, Code) => {
    const { json, status } = await here.octeth('subscribers.import.post', parameters);
    expect([status, json]).toEqual([200, { Errors: [{ Code, Message: expect.any(String) }] }]);
    expect(here.world.imports).toEqual([]);
  });

  test.each([
    [{}, 1],
    [{ ListID: 12 }, 2],
    [{ ListID: 'x', ImportID: 1 }, 3],
    [{ ListID: 12, ImportID: 'x' }, 4],
    [{ ListID: 99, ImportID: 1 }, 5],
    [{ ListID: 12, ImportID: 1 }, 7],
  ])('import.get: %j is code %i', async (parameters, Code) => {
    const { json } = await here.octeth('subscribers.import.get', parameters);
    expect(json).toEqual({ Errors: [{ Code, Message: expect.any(String) }] });
  });

  test('import.get: the job of another list is code 6', async () => {
    const { ImportID } = (await post()).json;
    const { json } = await here.octeth('subscribers.import.get', { ListID: 27, ImportID });
    expect(json).toMatchObject({ Errors: [{ Code: 6 }] });
  });
});
