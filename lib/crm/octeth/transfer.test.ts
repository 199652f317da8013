import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Failure, Result } from '../../failure';
import type { ImportOrder } from '../../people/list-work';
import { notable, startSandbox } from '../../../sandbox/sandbox.ts';
import type { Fault, Sandbox } from '../../../sandbox/sandbox.ts';
import { CLICK, octethOn } from '../testing/fakes';

const NEWSLETTER = { id: '12', name: 'Newsletter' };
const limit = { calls: 10_000, seconds: 1 };
const order: ImportOrder = {
  lines: [
    ['Grete "G" Hermann, born\n1901', 'grete@hermann.example'],
    ['back\\slash', 'emmy@noether.example'],
    ['Ada', notable.ada.email],
    ['nobody', 'no address'],
  ],
  columns: [{ id: '41', name: 'First name' }, 'address'],
  tags: ['Fresh'],
  updateKnown: false,
  startActions: false,
};
const plain = { ...order, tags: [] };

const valueOf = <Value>(result: Result<Value>): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};

describe.each(['seed', 'public'] as const)('%s: bringing in and taking out', (dialect) => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ dialect, octethLimit: limit });
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());
  const crm = (more = {}) => octethOn(sandbox, { limit, retryMs: 0, ...more });

  test('an import is followed to its end, and the list is as it says', async () => {
    const started = valueOf(await crm().importPeople(NEWSLETTER, order, CLICK));
    expect(started).toMatchObject({ state: 'waiting', total: 4, imported: null });
    const states = [];
    for (let asked = 0; asked < 3; asked += 1) {
      states.push(valueOf(await crm().importState(NEWSLETTER, started.id, CLICK)));
    }
    expect(states.map(({ state }) => state)).toEqual(['waiting', 'running', 'done']);
    expect(states[2]).toEqual({
      id: started.id,
      state: 'done',
      total: 4,
      imported: 2,
      duplicates: 1,
      failed: 1,
      failedLines: 'nobody,no address',
    });
    const field = (email: string) => sandbox.world.subscriber(12, email)?.fields.get(41);
    expect(field('grete@hermann.example')).toBe('Grete "G" Hermann, born 1901');
    expect(field('emmy@noether.example')).toBe('back\\slash');
    expect(field(notable.ada.email)).toBe('Ada');
    expect(sandbox.world.tagsOf(12, 'emmy@noether.example')).toEqual(['Fresh']);
    expect(sandbox.world.journeysOf(12, 'emmy@noether.example')).toEqual([]);
  });

  test('an import never asks for anybody’s suppression', async () => {
    await crm().importPeople(NEWSLETTER, order, CLICK);
    const body = JSON.parse(sandbox.log.at(-1)?.body ?? '') as object;
    expect(body).toMatchObject({
      AddToGlobalSuppressionList: false,
      AddToSuppressionList: false,
      UpdateDuplicates: false,
      TriggerActions: false,
    });
  });

  test.each([
    [{ ...order, lines: [] }],
    [{ ...order, columns: [null, null] }],
    [{ ...order, columns: ['address' as const, 'address' as const] }],
    [{ ...order, columns: ['address' as const, { id: 'x', name: 'x' }] }],
    [{ ...order, tags: [' '] }],
  ])('an import that cannot be meant is not sent: %#', async (wrong) => {
    const started = await crm().importPeople(NEWSLETTER, wrong, CLICK);
    expect(started).toMatchObject({ ok: false, failure: { kind: 'bad-input' } });
    expect(sandbox.log).toEqual([]);
  });

  test.each([
    [{ service: 'mailchimp', key: 'k', server: 'us1' } as const, 'Newsletter List'],
    [{ service: 'activecampaign', key: 'k', account: 'harbour' } as const, 'Campaign people'],
    [{ service: 'drip', key: 'k' } as const, 'Drip account'],
  ])('%j is looked into', async (source, name) => {
    const [first] = valueOf(await crm().prepareImport(source, CLICK));
    expect(first).toMatchObject({
      name,
      people: expect.any(Number),
      fields: [{ id: 'FNAME', name: 'First Name' }],
      tags: [{ id: '456', name: 'VIP' }],
    });
    const keyless = await crm().prepareImport({ ...source, key: ' ' }, CLICK);
    expect(keyless).toMatchObject({ ok: false, failure: { kind: 'bad-input' } });
  });

  test('a service that fails is told in words', async () => {
    for (const code of [9, 11, 12, 13, 14, 15, 16, 23]) {
      const source = { service: 'mailchimp', key: `fail-${code}`, server: 'us1' } as const;
      const failure = await crm().prepareImport(source, CLICK);
      expect(failure).toMatchObject({ ok: false, failure: { kind: 'refused', code } });
      expect(failure.ok || failure.failure).toMatchObject({
        reason: expect.stringMatching(/^(The service|Mailchimp) [a-z ]+$/),
      });
    }
  });

  test.each(['csv', 'json'] as const)('an export in %s is followed and fetched', async (format) => {
    const wanted = { group: null, format, fields: [{ id: '41', name: 'First name' }] };
    const started = valueOf(await crm().exportPeople(NEWSLETTER, wanted, CLICK));
    const job = { id: started.id, format };
    expect(await crm().exportFile(NEWSLETTER, job, CLICK)).toMatchObject({
      ok: false,
      failure: { kind: 'refused', reason: 'The file is not ready yet' },
    });
    const running = valueOf(await crm().exportState(NEWSLETTER, started.id, CLICK));
    const finished = valueOf(await crm().exportState(NEWSLETTER, started.id, CLICK));
    expect([started.state, running.state, finished.state]).toEqual(['waiting', 'running', 'done']);
    const file = valueOf(await crm().exportFile(NEWSLETTER, job, CLICK));
    expect(file.type).toBe(format);
    expect(new TextEncoder().encode(file.text)).toHaveLength(finished.bytes ?? 0);
    expect(file.text).toContain(notable.ada.email);
    if (format === 'csv') expect(file.text).toMatch(/^EmailAddress,.*,CustomField41\n/);
    else expect(JSON.parse(file.text)).toHaveLength(sandbox.world.onList(12).length);
  });

  test('an export is of the group that was asked for', async () => {
    const vips = { segment: { id: '71', name: 'VIPs' } };
    const wanted = { group: vips, format: 'csv', fields: [] } as const;
    const { id } = valueOf(await crm().exportPeople(NEWSLETTER, { ...wanted, fields: [] }, CLICK));
    for (let asked = 0; asked < 3; asked += 1) await crm().exportState(NEWSLETTER, id, CLICK);
    const { text } = valueOf(await crm().exportFile(NEWSLETTER, { id, format: 'csv' }, CLICK));
    const held = sandbox.world.onList(12).filter(({ tagIds }) => tagIds.has(4)).length;
    expect(text.trimEnd().split('\n')).toHaveLength(held + 1);
    const gone = { ...wanted, fields: [], group: { segment: { id: '4711', name: 'x' } } };
    expect(await crm().exportPeople(NEWSLETTER, gone, CLICK)).toMatchObject({
      ok: false,
      failure: { kind: 'refused', reason: 'This segment is no longer there' },
    });
  });

  describe('a file', () => {
    const exported = async (): Promise<{ id: string; format: 'csv' }> => {
      const wanted = { group: null, format: 'csv', fields: [] } as const;
      const { id } = valueOf(
        await crm().exportPeople(NEWSLETTER, { ...wanted, fields: [] }, CLICK),
      );
      for (let asked = 0; asked < 2; asked += 1) await crm().exportState(NEWSLETTER, id, CLICK);
      return { id, format: 'csv' };
    };
    const patient = { status: 200, headers: {}, body: '' };
    const csv = { 'Content-Type': 'text/csv' };
    const broken: [string, Fault['do'], Failure['kind']][] = [
      ['an HTML page', 'html', 'web-page'],
      [
        'a page said to be CSV',
        { ...patient, headers: csv, body: '<!doctype html><p>Sign in' },
        'web-page',
      ],
      ['an empty body', 'empty', 'changed-shape'],
      ['JSON that is no file', { replace: '{"ExportJob":{}}' }, 'changed-shape'],
      ['a file cut in the middle', 'cut', 'changed-shape'],
      ['status 410', { status: 410, body: { Errors: [{ Code: 7, Message: 'x' }] } }, 'refused'],
      ['a refused key', { status: 200, body: { Success: false, ErrorCode: 99998 } }, 'wrong-key'],
      ['status 500', { status: 500 }, 'server-error'],
      ['a broken connection', 'reset', 'offline'],
    ];
    test.each(broken)('of %s is not handed on', async (_, misfortune, kind) => {
      const job = await exported();
      // The first question is how far it is, the second is for the file.
      sandbox.break({ command: 'subscribers.export.get', do: { delay: 0 }, times: 1 });
      sandbox.break({ command: 'subscribers.export.get', do: misfortune });
      const file = await crm().exportFile(NEWSLETTER, job, CLICK);
      expect(file).toMatchObject({ ok: false, failure: { kind } });
    });

    test('of more than 32 MB is left unread', async () => {
      const job = await exported();
      sandbox.break({ command: 'subscribers.export.get', do: { delay: 0 }, times: 1 });
      const body = 'x'.repeat(33 * 1024 * 1024);
      const huge = { ...patient, headers: csv, body };
      sandbox.break({ command: 'subscribers.export.get', do: huge });
      const file = await crm().exportFile(NEWSLETTER, job, CLICK);
      expect(file).toMatchObject({ ok: false, failure: { expected: 'at most 32 MB' } });
    });
  });

  test('a job of another state than known is not guessed at', async () => {
    const job = { ImportID: 1, ImportStatus: 'Dreaming' };
    const replace = JSON.stringify({ ImportJob: job });
    sandbox.break({ command: 'subscribers.import.get', do: { replace } });
    expect(await crm().importState(NEWSLETTER, '1', CLICK)).toMatchObject({
      ok: false,
      failure: { kind: 'changed-shape', where: expect.stringContaining('ImportStatus') },
    });
    sandbox.mend();
    const failing = JSON.stringify({ ExportJob: { ExportID: 1, Status: 'Failed' } });
    sandbox.break({ command: 'subscribers.export.get', do: { replace: failing } });
    const told = valueOf(await crm().exportState(NEWSLETTER, '1', CLICK));
    expect(told).toEqual({ id: '1', state: 'failed', bytes: null });
  });

  test('a job that the server has lost is told so', async () => {
    for (const asked of [
      crm().importState(NEWSLETTER, '4711', CLICK),
      crm().exportState(NEWSLETTER, '4711', CLICK),
    ]) {
      expect(await asked).toMatchObject({
        ok: false,
        failure: { reason: 'The server no longer knows this job' },
      });
    }
  });
});

describe.each(['seed', 'public'] as const)('%s: a server without the new import', (dialect) => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    const lacks = ['subscribers.import.post', 'subscribers.import.get'];
    sandbox = await startSandbox({ dialect, lacks, octethLimit: limit });
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());
  const start = (wanted: ImportOrder) =>
    octethOn(sandbox, { limit, retryMs: 0 }).importPeople(NEWSLETTER, wanted, CLICK);

  test('is brought people the old way, in two steps', async () => {
    const job = valueOf(await start(plain));
    expect(job).toMatchObject({ state: 'done', total: 4, imported: null });
    const emmy = sandbox.world.subscriber(12, 'emmy@noether.example');
    expect(emmy?.fields.get(41)).toBe('back\\slash');
    const [data] = sandbox.log
      .filter(({ command }) => command === 'subscribers.import')
      .map(({ body }) => JSON.parse(body) as Record<string, unknown>);
    expect(data).toMatchObject({ FieldTerminator: ',', FieldEncloser: '"', EscapedBy: '\\' });
  });

  test.each([[order], [{ ...plain, updateKnown: true }], [{ ...plain, startActions: true }]])(
    'is not asked for what the old way cannot do: %#',
    async (wanted) => {
      expect(await start(wanted)).toMatchObject({ ok: false, failure: { kind: 'bad-input' } });
      expect(sandbox.log.filter(({ command }) => command === 'subscribers.import')).toEqual([]);
    },
  );
});

test('a login page in place of the new import does not start the old one', async () => {
  const sandbox = await startSandbox({ dialect: 'seed' });
  try {
    sandbox.break({ command: 'subscribers.import.post', do: 'html' });
    const crm = octethOn(sandbox, { retryMs: 0 });
    expect(await crm.importPeople(NEWSLETTER, plain, CLICK)).toMatchObject({
      ok: false,
      failure: { kind: 'web-page' },
    });
    expect(sandbox.world.subscriber(12, 'emmy@noether.example')).toBeUndefined();
  } finally {
    await sandbox.close();
  }
});
