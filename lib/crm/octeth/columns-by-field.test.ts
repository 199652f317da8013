import { describe, expect, test } from 'vitest';
import { valueOf } from '../../failure';
import type { ImportOrder } from '../../people/list-work';
import { CLICK } from '../testing/fakes';
import { COLUMNS, MANNER, SERVER_FILE, stagedFrom, WITHOUT_NEW } from '../testing/imports';
import { DIALECTS, NEWSLETTER, useOcteth } from '../testing/use-octeth';

describe.each(DIALECTS)('%s: columns told by field', (dialect) => {
  const octeth = useOcteth({ dialect, lacks: WITHOUT_NEW, mapping: 'by-field' });
  const lines = [['lise@meitner.example', 'Lise']];
  const firstName = () => octeth.world.subscriber(12, 'lise@meitner.example')?.fields.get(41);
  const mappings = () => octeth.sent().flatMap(({ MappedFields }) => MappedFields ?? []);

  test.each<[string, () => Promise<ImportOrder>]>([
    ['lines of a file', async () => ({ lines, columns: COLUMNS, ...MANNER })],
    ['a file that lies on the server', () => stagedFrom(octeth.crm(), SERVER_FILE)],
  ])('as the reference says bring in %s', async (_, orderOf) => {
    const job = valueOf(await octeth.crm().importPeople(NEWSLETTER, await orderOf(), CLICK));
    expect(job).toMatchObject({ state: 'done' });
    expect(firstName()).toBe('Lise');
    expect(mappings()).toEqual([
      { FIELD1: 'EmailAddress', FIELD2: '41' },
      { EmailAddress: 'FIELD1', 41: 'FIELD2' },
    ]);
  });

  test('are not told the other way round where that would lose one', async () => {
    const name = { id: '41', name: 'First name' };
    const columns: ImportOrder['columns'] = ['address', name, name];
    expect(
      await octeth.crm().importPeople(NEWSLETTER, { lines, columns, ...MANNER }, CLICK),
    ).toMatchObject({ ok: false, failure: { kind: 'refused', code: 8 } });
    expect(mappings()).toHaveLength(1);
  });

  test('are told again only where nobody was imported for certain', async () => {
    const order = { lines, columns: COLUMNS, ...MANNER };
    octeth.sandbox.break({ command: 'subscribers.import', do: { delay: 0 }, times: 1 });
    octeth.sandbox.break({ command: 'subscribers.import', do: 'reset' });
    expect(await octeth.crm().importPeople(NEWSLETTER, order, CLICK)).toMatchObject({
      ok: false,
      failure: { kind: 'offline' },
    });
    expect(mappings()).toHaveLength(1);
  });

  test.each([3, 6, 8])('%i to the second telling is told as the first', async (ErrorCode) => {
    const order = { lines, columns: COLUMNS, ...MANNER };
    octeth.sandbox.break({ command: 'subscribers.import', do: { delay: 0 }, times: 2 });
    const replace = JSON.stringify({ Success: false, ErrorCode });
    octeth.sandbox.break({ command: 'subscribers.import', do: { replace } });
    expect(await octeth.crm().importPeople(NEWSLETTER, order, CLICK)).toMatchObject({
      ok: false,
      failure: { kind: 'refused', code: 8 },
    });
  });
});
