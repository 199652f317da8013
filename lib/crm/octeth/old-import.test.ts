import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Result } from '../../failure';
import type { ImportOrder, StageSource } from '../../people/list-work';
import { startSandbox } from '../../../sandbox/sandbox.ts';
import type { Fault, Sandbox } from '../../../sandbox/sandbox.ts';
import { CLICK, octethOn } from '../testing/fakes';

const NEWSLETTER = { id: '12', name: 'Newsletter' };
const limit = { calls: 10_000, seconds: 1 };
const MANNER = { tags: [], updateKnown: false, startActions: false };
const COLUMNS: ImportOrder['columns'] = ['address', { id: '41', name: 'First name' }];
const FILE: StageSource = { from: 'server-file', name: 'people.csv', separator: ',' };
const DATABASE = {
  from: 'database' as const,
  ...{ host: ' localhost ', port: 3306, database: 'people', user: '', password: '' },
  query: 'SELECT email, name FROM people',
};
const ELSEWHERE: ImportOrder = {
  ...{ url: 'https://files.example.org/people.csv', separator: ',' as const },
  ...{ ...MANNER, columns: COLUMNS, tags: ['Fresh'] },
};

const valueOf = <Value>(result: Result<Value>): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};

describe.each(['seed', 'public'] as const)('%s: people whom the server fetches', (dialect) => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ dialect, octethLimit: limit });
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());
  const crm = () => octethOn(sandbox, { limit, retryMs: 0 });
  const firstName = (email: string) => sandbox.world.subscriber(12, email)?.fields.get(41);
  const stagedFrom = async (source: StageSource): Promise<ImportOrder> => {
    const { id, from } = valueOf(await crm().stageImport(NEWSLETTER, source, CLICK));
    return { staged: { id, from }, columns: COLUMNS, ...MANNER };
  };

  test('at a web address are imported with their tags, and its titles count as failed', async () => {
    const begun = valueOf(await crm().importPeople(NEWSLETTER, ELSEWHERE, CLICK));
    expect(begun).toMatchObject({ state: 'waiting', total: null });
    for (let asked = 0; asked < 2; asked += 1) {
      await crm().importState(NEWSLETTER, begun.id, CLICK);
    }
    const job = valueOf(await crm().importState(NEWSLETTER, begun.id, CLICK));
    expect(job).toMatchObject({ imported: 2, failed: 1, failedLines: 'Email,Name' });
    expect(firstName('lise@meitner.example')).toBe('Lise');
    expect(sandbox.world.tagsOf(12, 'lise@meitner.example')).toEqual(['Fresh']);
  });

  test('at an address that does not answer are told as that', async () => {
    const order = { ...ELSEWHERE, url: 'https://files.example.org/gone.csv' };
    expect(await crm().importPeople(NEWSLETTER, order, CLICK)).toMatchObject({
      ok: false,
      failure: { kind: 'refused', code: 18 },
    });
  });

  test('at an unsafe address are asked for by nobody', async () => {
    const order = { ...ELSEWHERE, url: 'http://files.example.org/people.csv' };
    expect(await crm().importPeople(NEWSLETTER, order, CLICK)).toMatchObject({
      ok: false,
      failure: { kind: 'bad-input' },
    });
    expect(sandbox.log).toEqual([]);
  });

  test('in a database are looked at first, which imports nobody, and then imported', async () => {
    const found = valueOf(await crm().stageImport(NEWSLETTER, DATABASE, CLICK));
    expect(found).toMatchObject({ firstRow: ['grete@hermann.example', 'Grete'] });
    expect(firstName('grete@hermann.example')).toBeUndefined();
    const job = valueOf(await crm().importPeople(NEWSLETTER, await stagedFrom(DATABASE), CLICK));
    expect(job).toMatchObject({ state: 'done', total: null, imported: null });
    expect(firstName('grete@hermann.example')).toBe('Grete');
  });

  test('of a database, user and password are sent where given, and not where not', async () => {
    const sent = () => JSON.parse(sandbox.log.at(-1)?.body ?? '') as object;
    await crm().stageImport(NEWSLETTER, DATABASE, CLICK);
    expect(sent()).not.toHaveProperty('ImportMySQLPassword');
    expect(sent()).toMatchObject({ ImportMySQLHost: 'localhost', ImportMySQLPort: 3306 });
    await crm().stageImport(NEWSLETTER, { ...DATABASE, user: 'reader', password: ' p ' }, CLICK);
    expect(sent()).toMatchObject({ ImportMySQLUsername: 'reader', ImportMySQLPassword: ' p ' });
  });

  test.each([
    [{ ...DATABASE, host: 'db.example' }, 'The server could not reach the database'],
    [{ ...FILE, name: 'nobody.csv' }, 'The server has no such file'],
  ])('%j: a look that fails is told in words', async (source, reason) => {
    expect(await crm().stageImport(NEWSLETTER, source, CLICK)).toMatchObject({
      ok: false,
      failure: { kind: 'refused', reason },
    });
  });

  test('a look that cannot be meant is not sent', async () => {
    const wrong = { ...DATABASE, query: 'DROP TABLE people' };
    expect(await crm().stageImport(NEWSLETTER, wrong, CLICK)).toMatchObject({
      ok: false,
      failure: { kind: 'bad-input' },
    });
    expect(sandbox.log).toEqual([]);
  });

  test('in a file on the server are imported, or it is said which versions cannot', async () => {
    const job = await crm().importPeople(NEWSLETTER, await stagedFrom(FILE), CLICK);
    if (dialect === 'public') {
      expect(valueOf(job)).toMatchObject({ state: 'done' });
      expect(firstName('lise@meitner.example')).toBe('Lise');
    } else {
      expect(job).toMatchObject({
        ok: false,
        failure: { code: 8, reason: expect.stringContaining('versions before 5.9.3') },
      });
    }
  });

  test('the old way is not asked for what it cannot do', async () => {
    const order = { ...(await stagedFrom(DATABASE)), tags: ['Fresh'] };
    sandbox.log.length = 0;
    expect(await crm().importPeople(NEWSLETTER, order, CLICK)).toMatchObject({
      ok: false,
      failure: { kind: 'bad-input' },
    });
    expect(sandbox.log).toEqual([]);
  });

  test('whether the old import is there is found out without importing anybody', async () => {
    const before = sandbox.world.onList(12).length;
    expect(valueOf(await crm().hasOldImport(NEWSLETTER, CLICK))).toBe(true);
    expect(sandbox.world.importDrafts).toEqual([]);
    expect(sandbox.world.onList(12)).toHaveLength(before);
    sandbox.break({ command: 'subscribers.import', do: { status: 500 } });
    expect(await crm().hasOldImport(NEWSLETTER, CLICK)).toMatchObject({ ok: false });
  });

  test('whether the old import is there is asked by a step that begins nothing', async () => {
    await crm().hasOldImport(NEWSLETTER, CLICK);
    const asked = sandbox.log.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
    expect(asked).toEqual([
      { Command: 'subscribers.import', APIKey: expect.any(String), ImportStep: 3 },
    ]);
  });

  test.each<[Fault['do'], string]>([
    ['reset', 'offline'],
    [{ status: 429 }, 'busy'],
    [{ status: 200, body: { Success: false, ErrorCode: 99998 } }, 'wrong-key'],
  ])('a page and then %j do not mean that the old import is gone', async (misfortune, kind) => {
    sandbox.break({ command: 'subscribers.import', do: 'html' });
    sandbox.break({ command: 'subscribers.import.get', do: misfortune });
    expect(await crm().hasOldImport(NEWSLETTER, CLICK)).toMatchObject({
      ok: false,
      failure: { kind },
    });
  });

  test('a page in place of the new import, and then silence, start no old one', async () => {
    sandbox.break({ command: 'subscribers.import.post', do: 'html' });
    sandbox.break({ command: 'subscribers.import.get', do: 'reset' });
    const order = { lines: [['lise@meitner.example', 'Lise']], columns: COLUMNS, ...MANNER };
    expect(await crm().importPeople(NEWSLETTER, order, CLICK)).toMatchObject({
      ok: false,
      failure: { kind: 'web-page' },
    });
    expect(sandbox.world.importDrafts).toEqual([]);
  });

  test.each<[string, unknown]>([
    ['in a list of one', [{ FIELD2: null, FIELD1: 'a@b.com', FIELD3: 7 }]],
    ['alone', { field1: 'a@b.com', field3: '7' }],
  ])('columns that are told %s are put in their order', async (_, ImportFields) => {
    const replace = JSON.stringify({ Success: true, ErrorCode: 0, ImportID: '9', ImportFields });
    sandbox.break({ command: 'subscribers.import', do: { replace } });
    expect(valueOf(await crm().stageImport(NEWSLETTER, DATABASE, CLICK))).toEqual({
      id: '9',
      from: 'database',
      firstRow: ['a@b.com', '', '7'],
    });
  });

  test('a look that tells no columns is no look', async () => {
    const replace = JSON.stringify({ Success: true, ErrorCode: 0, ImportID: 9 });
    sandbox.break({ command: 'subscribers.import', do: { replace } });
    expect(await crm().stageImport(NEWSLETTER, DATABASE, CLICK)).toMatchObject({
      ok: false,
      failure: { kind: 'changed-shape' },
    });
  });
});

describe.each(['seed', 'public'] as const)('%s: columns told by field', (dialect) => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    const lacks = ['subscribers.import.post', 'subscribers.import.get'];
    sandbox = await startSandbox({ dialect, lacks, mapping: 'by-field', octethLimit: limit });
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());
  const crm = () => octethOn(sandbox, { limit, retryMs: 0 });
  const lines = [['lise@meitner.example', 'Lise']];
  const firstName = () => sandbox.world.subscriber(12, 'lise@meitner.example')?.fields.get(41);
  const mappings = () =>
    sandbox.log
      .map(({ body }) => JSON.parse(body) as Record<string, unknown>)
      .flatMap(({ MappedFields }) => MappedFields ?? []);

  test.each<[string, () => Promise<ImportOrder>]>([
    ['lines of a file', async () => ({ lines, columns: COLUMNS, ...MANNER })],
    ['a file that lies on the server', () => stagedFrom(FILE)],
  ])('as the reference says bring in %s', async (_, orderOf) => {
    const job = valueOf(await crm().importPeople(NEWSLETTER, await orderOf(), CLICK));
    expect(job).toMatchObject({ state: 'done' });
    expect(firstName()).toBe('Lise');
    expect(mappings()).toEqual([
      { FIELD1: 'EmailAddress', FIELD2: '41' },
      { EmailAddress: 'FIELD1', 41: 'FIELD2' },
    ]);
  });

  const stagedFrom = async (source: StageSource): Promise<ImportOrder> => {
    const { id, from } = valueOf(await crm().stageImport(NEWSLETTER, source, CLICK));
    return { staged: { id, from }, columns: COLUMNS, ...MANNER };
  };

  test('are not told the other way round where that would lose one', async () => {
    const name = { id: '41', name: 'First name' };
    const columns: ImportOrder['columns'] = ['address', name, name];
    expect(
      await crm().importPeople(NEWSLETTER, { lines, columns, ...MANNER }, CLICK),
    ).toMatchObject({ ok: false, failure: { kind: 'refused', code: 8 } });
    expect(mappings()).toHaveLength(1);
  });

  test('are told again only where nobody was imported for certain', async () => {
    const order = { lines, columns: COLUMNS, ...MANNER };
    sandbox.break({ command: 'subscribers.import', do: { delay: 0 }, times: 1 });
    sandbox.break({ command: 'subscribers.import', do: 'reset' });
    expect(await crm().importPeople(NEWSLETTER, order, CLICK)).toMatchObject({
      ok: false,
      failure: { kind: 'offline' },
    });
    expect(mappings()).toHaveLength(1);
  });

  test.each([3, 6, 8])('%i to the second telling is told as the first', async (ErrorCode) => {
    const order = { lines, columns: COLUMNS, ...MANNER };
    sandbox.break({ command: 'subscribers.import', do: { delay: 0 }, times: 2 });
    const replace = JSON.stringify({ Success: false, ErrorCode });
    sandbox.break({ command: 'subscribers.import', do: { replace } });
    expect(await crm().importPeople(NEWSLETTER, order, CLICK)).toMatchObject({
      ok: false,
      failure: { kind: 'refused', code: 8 },
    });
  });
});

test.each(['seed', 'public'] as const)('%s: a server without the old import', async (dialect) => {
  const sandbox = await startSandbox({ dialect, lacks: ['subscribers.import'] });
  try {
    expect(await octethOn(sandbox, { retryMs: 0 }).hasOldImport(NEWSLETTER, CLICK)).toEqual({
      ok: true,
      value: false,
    });
  } finally {
    await sandbox.close();
  }
});

test.each(['seed', 'public'] as const)('%s: an old server fetches no address', async (dialect) => {
  const lacks = ['subscribers.import.post', 'subscribers.import.get'];
  const sandbox = await startSandbox({ dialect, lacks });
  try {
    const crm = octethOn(sandbox, { retryMs: 0 });
    expect(await crm.importPeople(NEWSLETTER, ELSEWHERE, CLICK)).toMatchObject({
      ok: false,
      failure: { kind: 'bad-input', reason: expect.stringContaining('imports the old way only') },
    });
    expect(sandbox.log.filter(({ command }) => command === 'subscribers.import')).toEqual([]);
  } finally {
    await sandbox.close();
  }
});
