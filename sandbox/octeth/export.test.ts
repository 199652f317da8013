// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { notable } from '../sandbox.ts';
import { ask, useSandbox } from '../testing.ts';

const sound = {
  ListID: 12,
  RulesJSON: [],
  RulesOperator: 'and',
  ExportFormat: 'csv',
  FieldsToExport: ['EmailAddress', 'SubscriptionDate'],
};
const without = (name: string) => ({ ...sound, [name]: undefined });

describe.each(['seed', 'public'] as const)('%s: exporting', (dialect) => {
  const here = useSandbox({ dialect });
  const post = async (more: Record<string, unknown> = {}) =>
    (await here.octeth('subscribers.export.post', { ...sound, ...more })).json.ExportID;
  const get = (ExportID: unknown, more: Record<string, unknown> = {}) =>
    here.octeth('subscribers.export.get', { ListID: 12, ExportID, ...more });
  const finished = async (more: Record<string, unknown> = {}) => {
    const id = await post(more);
    await get(id);
    await get(id);
    return id;
  };

  test('goes from Pending over Processing to Completed', async () => {
    const id = await post();
    const states = [await get(id), await get(id), await get(id)].map(
      ({ json }) => json.ExportJob as Record<string, unknown>,
    );
    expect(states.map(({ Status }) => Status)).toEqual(['Pending', 'Processing', 'Completed']);
    expect(states[0]).toMatchObject({ FinishedAt: null, DownloadSize: 0 });
    expect(states[2]).toMatchObject({
      ExportID: id,
      Module: 'SubscriberExport',
      ExportOptions: {
        Command: 'ExportSubscribers',
        ListID: 12,
        FileFormat: 'csv',
        Fields: ['EmailAddress', 'SubscriptionDate'],
      },
      DownloadSize: expect.any(Number),
    });
  });

  test('a finished CSV is downloaded as a file', async () => {
    const { text, type, headers } = await get(await finished(), { Download: true });
    expect(type).toBe('text/csv');
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="export-\d+\.csv"$/);
    const lines = text.trimEnd().split('\n');
    expect(lines[0]).toBe('EmailAddress,SubscriptionDate');
    expect(lines).toHaveLength(here.world.onList(12).length + 1);
  });

  test('a finished JSON is too', async () => {
    const fields = { ExportFormat: 'json', FieldsToExport: ['EmailAddress', 'CustomField41'] };
    const { text, type, headers } = await get(await finished(fields), { Download: true });
    expect([type, headers.get('content-disposition')]).toEqual([
      'application/json',
      expect.stringContaining('.json'),
    ]);
    const rows = JSON.parse(text) as object[];
    expect(rows).toContainEqual({ EmailAddress: notable.ada.email, CustomField41: 'Ada' });
  });

  test('rules and a target choose', async () => {
    const ann = {
      type: 'fields',
      field_id: 'EmailAddress',
      operator: 'is',
      value: notable.ann.email,
    };
    const count = async (more: Record<string, unknown>) => {
      const { text } = await get(await finished(more), { Download: true });
      return text.trimEnd().split('\n').length - 1;
    };
    expect(await count({ RulesJSON: [[ann]] })).toBe(1);
    const vips = here.world.onList(12).filter(({ tagIds }) => tagIds.has(4)).length;
    expect(await count({ Target: '71' })).toBe(vips);
    expect(await count({ Target: 'Unsubscribed' })).toBeGreaterThan(0);
  });

  test('rules it cannot read', async () => {
    const RulesJSON = [{ field: 'EmailAddress', operator: 'is', value: 'x' }];
    const { json } = await here.octeth('subscribers.export.post', { ...sound, RulesJSON });
    if (dialect === 'seed') expect(json.ExportID).toBeDefined();
    else expect(json).toMatchObject({ Errors: [{ Code: 7 }] });
  });

  test('what is not finished is not downloaded', async () => {
    const { status, json } = await get(await post(), { Download: true });
    if (dialect === 'seed') expect(json.ExportJob).toMatchObject({ Status: 'Pending' });
    else expect([status, json]).toMatchObject([409, { Errors: [{ Code: 5 }] }]);
  });

  test('after thirty days the file is gone, the job is not', async () => {
    const id = await finished();
    here.clock.now += 31 * 86_400_000;
    const { status, type, json } = await get(id, { Download: true });
    if (dialect === 'seed') expect([status, type]).toEqual([200, 'text/csv']);
    else expect([status, json]).toMatchObject([410, { Errors: [{ Code: 7 }] }]);
    expect((await get(id)).json.ExportJob).toMatchObject({ Status: 'Completed' });
  });

  test('without an id, every job of the list', async () => {
    const id = await post();
    const { json } = await here.octeth('subscribers.export.get', { ListID: 12 });
    expect(json.ExportJobs).toMatchObject([{ ExportID: id }]);
  });

  test('both have a v1 route', async () => {
    const Command = 'subscribers.export.post';
    const started = await here.route('subscribers.export', { Command, ...sound });
    const query = new URLSearchParams({
      Command: 'subscribers.export.get',
      APIKey: here.sandbox.octeth.key,
      ListID: '12',
      ExportID: String(started.json.ExportID),
    });
    const told = await ask(`${here.sandbox.octeth.url}/api/v1/subscribers.export?${query}`);
    expect(told.json.ExportJob).toMatchObject({ Status: 'Pending' });
  });

  test.each([
    [without('ListID'), 1],
    [without('RulesJSON'), 2],
    [without('RulesOperator'), 3],
    [without('ExportFormat'), 4],
    [{ ...sound, FieldsToExport: [] }, 5],
    [{ ...sound, ListID: 'x' }, 6],
    [{ ...sound, RulesJSON: 'nonsense' }, 7],
    [{ ...sound, RulesOperator: 'xor' }, 8],
    [{ ...sound, ExportFormat: 'xml' }, 9],
    [{ ...sound, ListID: 99 }, 10],
    [{ ...sound, Target: 'Everybody' }, 11],
    [{ ...sound, Target: '4711' }, 12],
  ])('export.post: a request for code %#', async (parameters, Code) => {
    const { json } = await here.octeth('subscribers.export.post', parameters);
    expect(json).toEqual({ Errors: [{ Code, Message: expect.any(String) }] });
  });

  test.each([
    [{}, 1],
    [{ ListID: 'x' }, 2],
    [{ ListID: 12, ExportID: 'x' }, 3],
    [{ ListID: 99 }, 4],
    [{ ListID: 12, ExportID: 1 }, 6],
  ])('export.get: %j is code %i', async (parameters, Code) => {
    const { json } = await here.octeth('subscribers.export.get', parameters);
    expect(json).toEqual({ Errors: [{ Code, Message: expect.any(String) }] });
  });

  test('export.get: the job of another list is code 5', async () => {
    const { json } = await get(await post(), { ListID: 27 });
    expect(json).toMatchObject({ Errors: [{ Code: 5 }] });
  });
});
