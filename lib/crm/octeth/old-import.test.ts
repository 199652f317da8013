import { describe, expect, test } from 'vitest';
import { valueOf } from '../../failure';
import type { ImportOrder } from '../../people/list-work';
import { startSandbox } from '../../../sandbox/sandbox.ts';
import type { Fault } from '../../../sandbox/sandbox.ts';
import type { Noted } from '../crm';
import { CLICK, octethOn } from '../testing/fakes';
import {
  COLUMNS,
  FROM_ADDRESS,
  FROM_LINES,
  MANNER,
  UNTAGGED,
  WITHOUT_NEW,
} from '../testing/imports';
import { DIALECTS, NEWSLETTER, useOcteth } from '../testing/use-octeth';

describe.each(DIALECTS)('%s: whether the old import is there', (dialect) => {
  const octeth = useOcteth({ dialect });

  test('whether the old import is there is found out without importing anybody', async () => {
    const before = octeth.world.onList(12).length;
    expect(valueOf(await octeth.crm().hasOldImport(NEWSLETTER, CLICK))).toBe(true);
    expect(octeth.world.importDrafts).toEqual([]);
    expect(octeth.world.onList(12)).toHaveLength(before);
    octeth.sandbox.break({ command: 'subscribers.import', do: { status: 500 } });
    expect(await octeth.crm().hasOldImport(NEWSLETTER, CLICK)).toMatchObject({ ok: false });
  });

  test('whether the old import is there is asked by a step that begins nothing', async () => {
    await octeth.crm().hasOldImport(NEWSLETTER, CLICK);
    expect(octeth.sent()).toEqual([
      { Command: 'subscribers.import', APIKey: expect.any(String), ImportStep: 3 },
    ]);
  });

  test.each<[Fault['do'], string]>([
    ['reset', 'offline'],
    [{ status: 429 }, 'busy'],
    [{ status: 200, body: { Success: false, ErrorCode: 99998 } }, 'wrong-key'],
  ])('a page and then %j do not mean that the old import is gone', async (misfortune, kind) => {
    octeth.sandbox.break({ command: 'subscribers.import', do: 'html' });
    octeth.sandbox.break({ command: 'subscribers.import.get', do: misfortune });
    expect(await octeth.crm().hasOldImport(NEWSLETTER, CLICK)).toMatchObject({
      ok: false,
      failure: { kind },
    });
  });

  test('a page in place of the new import, and then silence, start no old one', async () => {
    octeth.sandbox.break({ command: 'subscribers.import.post', do: 'html' });
    octeth.sandbox.break({ command: 'subscribers.import.get', do: 'reset' });
    const order = { lines: [['lise@meitner.example', 'Lise']], columns: COLUMNS, ...MANNER };
    expect(await octeth.crm().importPeople(NEWSLETTER, order, CLICK)).toMatchObject({
      ok: false,
      failure: { kind: 'web-page' },
    });
    expect(octeth.world.importDrafts).toEqual([]);
  });
});

describe.each(DIALECTS)('%s: a server without the new import', (dialect) => {
  const octeth = useOcteth({ dialect, lacks: WITHOUT_NEW });
  const start = (wanted: ImportOrder) => octeth.crm().importPeople(NEWSLETTER, wanted, CLICK);

  test('is brought people the old way, in two steps', async () => {
    const job = valueOf(await start(UNTAGGED));
    expect(job).toMatchObject({ state: 'done', total: 4, imported: null });
    const emmy = octeth.world.subscriber(12, 'emmy@noether.example');
    expect(emmy?.fields.get(41)).toBe('back\\slash');
    const [data] = octeth.sent('subscribers.import');
    expect(data).toMatchObject({ FieldTerminator: ',', FieldEncloser: '"', EscapedBy: '\\' });
  });

  test.each([
    [FROM_LINES],
    [{ ...UNTAGGED, updateKnown: true }],
    [{ ...UNTAGGED, startActions: true }],
  ])('is not asked for what the old way cannot do: %#', async (wanted) => {
    expect(await start(wanted)).toMatchObject({ ok: false, failure: { kind: 'bad-input' } });
    expect(octeth.sent('subscribers.import')).toEqual([]);
  });

  test('is noted to have taken nobody before it was told the columns', async () => {
    const notes: Noted[] = [];
    const ask = { ...CLICK, note: (what: Noted) => void notes.push(what) };
    octeth.sandbox.break({ command: 'subscribers.import', do: { delay: 0 }, times: 1 });
    octeth.sandbox.break({ command: 'subscribers.import', do: { status: 429 }, times: 1 });
    expect(await octeth.crm().importPeople(NEWSLETTER, UNTAGGED, ask)).toMatchObject({
      failure: { kind: 'busy' },
    });
    expect(notes).not.toContain('taken');
    valueOf(await octeth.crm().importPeople(NEWSLETTER, UNTAGGED, ask));
    expect(notes.at(-1)).toBe('taken');
  });

  test('fetches no address', async () => {
    expect(await start(FROM_ADDRESS)).toMatchObject({
      ok: false,
      failure: { kind: 'bad-input', reason: expect.stringContaining('imports the old way only') },
    });
    expect(octeth.sent('subscribers.import')).toEqual([]);
  });
});

test.each(DIALECTS)('%s: a server without the old import', async (dialect) => {
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

test('a login page in place of the new import does not start the old one', async () => {
  const sandbox = await startSandbox({ dialect: 'seed' });
  try {
    sandbox.break({ command: 'subscribers.import.post', do: 'html' });
    const crm = octethOn(sandbox, { retryMs: 0 });
    expect(await crm.importPeople(NEWSLETTER, UNTAGGED, CLICK)).toMatchObject({
      ok: false,
      failure: { kind: 'web-page' },
    });
    expect(sandbox.world.subscriber(12, 'emmy@noether.example')).toBeUndefined();
  } finally {
    await sandbox.close();
  }
});
