import { describe, expect, test } from 'vitest';
import { valueOf } from '../../failure';
import { CLICK } from '../testing/fakes';
import { DATABASE, SERVER_FILE, stagedFrom } from '../testing/imports';
import { DIALECTS, NEWSLETTER, useOcteth } from '../testing/use-octeth';

describe.each(DIALECTS)('%s: people whom the server fetches', (dialect) => {
  const octeth = useOcteth({ dialect });
  const firstName = (email: string) => octeth.world.subscriber(12, email)?.fields.get(41);

  test('in a database are looked at first, which imports nobody, and then imported', async () => {
    const found = valueOf(await octeth.crm().stageImport(NEWSLETTER, DATABASE, CLICK));
    expect(found).toMatchObject({ firstRow: ['grete@hermann.example', 'Grete'] });
    expect(firstName('grete@hermann.example')).toBeUndefined();
    const order = await stagedFrom(octeth.crm(), DATABASE);
    const job = valueOf(await octeth.crm().importPeople(NEWSLETTER, order, CLICK));
    expect(job).toMatchObject({ state: 'done', total: null, imported: null });
    expect(firstName('grete@hermann.example')).toBe('Grete');
  });

  test('of a database, user and password are sent where given, and not where not', async () => {
    const sent = () => JSON.parse(octeth.sandbox.log.at(-1)?.body ?? '') as object;
    await octeth.crm().stageImport(NEWSLETTER, DATABASE, CLICK);
    expect(sent()).not.toHaveProperty('ImportMySQLPassword');
    expect(sent()).toMatchObject({ ImportMySQLHost: 'localhost', ImportMySQLPort: 3306 });
    await octeth
      .crm()
      .stageImport(NEWSLETTER, { ...DATABASE, user: 'reader', password: ' p ' }, CLICK);
    expect(sent()).toMatchObject({ ImportMySQLUsername: 'reader', ImportMySQLPassword: ' p ' });
  });

  test.each([
    [{ ...DATABASE, host: 'db.example' }, 'The server could not reach the database'],
    [{ ...SERVER_FILE, name: 'nobody.csv' }, 'The server has no such file'],
  ])('%j: a look that fails is told in words', async (source, reason) => {
    expect(await octeth.crm().stageImport(NEWSLETTER, source, CLICK)).toMatchObject({
      ok: false,
      failure: { kind: 'refused', reason },
    });
  });

  test('a look that cannot be meant is not sent', async () => {
    const wrong = { ...DATABASE, query: 'DROP TABLE people' };
    expect(await octeth.crm().stageImport(NEWSLETTER, wrong, CLICK)).toMatchObject({
      ok: false,
      failure: { kind: 'bad-input' },
    });
    expect(octeth.sandbox.log).toEqual([]);
  });

  test('in a file on the server are imported, or it is said which versions cannot', async () => {
    const order = await stagedFrom(octeth.crm(), SERVER_FILE);
    const job = await octeth.crm().importPeople(NEWSLETTER, order, CLICK);
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
    const order = { ...(await stagedFrom(octeth.crm(), DATABASE)), tags: ['Fresh'] };
    octeth.sandbox.log.length = 0;
    expect(await octeth.crm().importPeople(NEWSLETTER, order, CLICK)).toMatchObject({
      ok: false,
      failure: { kind: 'bad-input' },
    });
    expect(octeth.sandbox.log).toEqual([]);
  });

  test.each<[string, unknown]>([
    ['in a list of one', [{ FIELD2: null, FIELD1: 'a@b.com', FIELD3: 7 }]],
    ['alone', { field1: 'a@b.com', field3: '7' }],
  ])('columns that are told %s are put in their order', async (_, ImportFields) => {
    const replace = JSON.stringify({ Success: true, ErrorCode: 0, ImportID: '9', ImportFields });
    octeth.sandbox.break({ command: 'subscribers.import', do: { replace } });
    expect(valueOf(await octeth.crm().stageImport(NEWSLETTER, DATABASE, CLICK))).toEqual({
      id: '9',
      from: 'database',
      firstRow: ['a@b.com', '', '7'],
    });
  });

  test('a look that tells no columns is no look', async () => {
    const replace = JSON.stringify({ Success: true, ErrorCode: 0, ImportID: 9 });
    octeth.sandbox.break({ command: 'subscribers.import', do: { replace } });
    expect(await octeth.crm().stageImport(NEWSLETTER, DATABASE, CLICK)).toMatchObject({
      ok: false,
      failure: { kind: 'changed-shape' },
    });
  });
});
