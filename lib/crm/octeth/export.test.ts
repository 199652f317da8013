import { describe, expect, test } from 'vitest';
import { valueOf } from '../../failure';
import type { Failure } from '../../failure';
import { notable } from '../../../sandbox/sandbox.ts';
import type { Fault } from '../../../sandbox/sandbox.ts';
import { CLICK } from '../testing/fakes';
import { DIALECTS, NEWSLETTER, useOcteth } from '../testing/use-octeth';

describe.each(DIALECTS)('%s: taking out', (dialect) => {
  const octeth = useOcteth({ dialect });

  test.each(['csv', 'json'] as const)('an export in %s is followed and fetched', async (format) => {
    const wanted = { group: null, format, fields: [{ id: '41', name: 'First name' }] };
    const started = valueOf(await octeth.crm().exportPeople(NEWSLETTER, wanted, CLICK));
    const job = { id: started.id, format };
    expect(await octeth.crm().exportFile(NEWSLETTER, job, CLICK)).toMatchObject({
      ok: false,
      failure: { kind: 'refused', reason: 'The file is not ready yet' },
    });
    const running = valueOf(await octeth.crm().exportState(NEWSLETTER, started.id, CLICK));
    const finished = valueOf(await octeth.crm().exportState(NEWSLETTER, started.id, CLICK));
    expect([started.state, running.state, finished.state]).toEqual(['waiting', 'running', 'done']);
    const file = valueOf(await octeth.crm().exportFile(NEWSLETTER, job, CLICK));
    expect(file.type).toBe(format);
    expect(new TextEncoder().encode(file.text)).toHaveLength(finished.bytes ?? 0);
    expect(file.text).toContain(notable.ada.email);
    if (format === 'csv') expect(file.text).toMatch(/^EmailAddress,.*,CustomField41\n/);
    else expect(JSON.parse(file.text)).toHaveLength(octeth.world.onList(12).length);
  });

  test('an export is of the group that was asked for', async () => {
    const vips = { segment: { id: '71', name: 'VIPs' } };
    const wanted = { group: vips, format: 'csv', fields: [] } as const;
    const { id } = valueOf(
      await octeth.crm().exportPeople(NEWSLETTER, { ...wanted, fields: [] }, CLICK),
    );
    for (let asked = 0; asked < 3; asked += 1)
      await octeth.crm().exportState(NEWSLETTER, id, CLICK);
    const { text } = valueOf(
      await octeth.crm().exportFile(NEWSLETTER, { id, format: 'csv' }, CLICK),
    );
    const held = octeth.world.onList(12).filter(({ tagIds }) => tagIds.has(4)).length;
    expect(text.trimEnd().split('\n')).toHaveLength(held + 1);
    const gone = { ...wanted, fields: [], group: { segment: { id: '4711', name: 'x' } } };
    expect(await octeth.crm().exportPeople(NEWSLETTER, gone, CLICK)).toMatchObject({
      ok: false,
      failure: { kind: 'refused', reason: 'This segment is no longer there' },
    });
  });

  describe('a file', () => {
    const exported = async (): Promise<{ id: string; format: 'csv' }> => {
      const wanted = { group: null, format: 'csv', fields: [] } as const;
      const { id } = valueOf(
        await octeth.crm().exportPeople(NEWSLETTER, { ...wanted, fields: [] }, CLICK),
      );
      for (let asked = 0; asked < 2; asked += 1)
        await octeth.crm().exportState(NEWSLETTER, id, CLICK);
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
      octeth.sandbox.break({ command: 'subscribers.export.get', do: { delay: 0 }, times: 1 });
      octeth.sandbox.break({ command: 'subscribers.export.get', do: misfortune });
      const file = await octeth.crm().exportFile(NEWSLETTER, job, CLICK);
      expect(file).toMatchObject({ ok: false, failure: { kind } });
    });

    const line = 'EmailAddress\nada@x.dev\n';
    test.each([
      ['with the mark that spreadsheets go by', 'text/csv', `\uFEFF${line}`],
      ['as plain text', 'text/plain; charset=utf-8', line],
      [
        'in JSON that is not said to be saved',
        'application/json',
        '[{"EmailAddress":"ada@x.dev"}]',
      ],
      ['in JSON that is said to be HTML', 'text/html', '[{"EmailAddress":"ada@x.dev"}]'],
    ])('%s is handed on as it came', async (_, type, body) => {
      const job = await exported();
      const DownloadSize = new TextEncoder().encode(body).length;
      const state = JSON.stringify({
        ExportJob: { ExportID: Number(job.id), Status: 'Completed', DownloadSize },
      });
      const command = 'subscribers.export.get';
      octeth.sandbox.break({ command, do: { replace: state }, times: 1 });
      octeth.sandbox.break({
        command,
        do: { ...patient, headers: { 'Content-Type': type }, body },
      });
      const file = await octeth.crm().exportFile(NEWSLETTER, job, CLICK);
      expect(file).toEqual({ ok: true, value: { type: job.format, text: body } });
    });

    test('of more than 32 MB is left unread', async () => {
      const job = await exported();
      octeth.sandbox.break({ command: 'subscribers.export.get', do: { delay: 0 }, times: 1 });
      const body = 'x'.repeat(33 * 1024 * 1024);
      const huge = { ...patient, headers: csv, body };
      octeth.sandbox.break({ command: 'subscribers.export.get', do: huge });
      const file = await octeth.crm().exportFile(NEWSLETTER, job, CLICK);
      expect(file).toMatchObject({ ok: false, failure: { expected: 'at most 32 MB' } });
    });
  });
});
