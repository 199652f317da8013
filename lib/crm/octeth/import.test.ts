import { describe, expect, test } from 'vitest';
import { valueOf } from '../../failure';
import { notable } from '../../../sandbox/sandbox.ts';
import { CLICK } from '../testing/fakes';
import { FROM_ADDRESS, FROM_LINES } from '../testing/imports';
import { DIALECTS, NEWSLETTER, useOcteth } from '../testing/use-octeth';

describe.each(DIALECTS)('%s: bringing in', (dialect) => {
  const octeth = useOcteth({ dialect });
  const firstName = (email: string) => octeth.world.subscriber(12, email)?.fields.get(41);

  test('an import is followed to its end, and the list is as it says', async () => {
    const started = valueOf(await octeth.crm().importPeople(NEWSLETTER, FROM_LINES, CLICK));
    expect(started).toMatchObject({ state: 'waiting', total: 4, imported: null });
    const states = [];
    for (let asked = 0; asked < 3; asked += 1) {
      states.push(valueOf(await octeth.crm().importState(NEWSLETTER, started.id, CLICK)));
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
    expect(firstName('grete@hermann.example')).toBe('Grete "G" Hermann, born 1901');
    expect(firstName('emmy@noether.example')).toBe('back\\slash');
    expect(firstName(notable.ada.email)).toBe('Ada');
    expect(octeth.world.tagsOf(12, 'emmy@noether.example')).toEqual(['Fresh']);
    expect(octeth.world.journeysOf(12, 'emmy@noether.example')).toEqual([]);
  });

  test('an import never asks for anybody’s suppression', async () => {
    await octeth.crm().importPeople(NEWSLETTER, FROM_LINES, CLICK);
    const body = JSON.parse(octeth.sandbox.log.at(-1)?.body ?? '') as object;
    expect(body).toMatchObject({
      AddToGlobalSuppressionList: false,
      AddToSuppressionList: false,
      UpdateDuplicates: false,
      TriggerActions: false,
    });
  });

  test.each([
    [{ ...FROM_LINES, lines: [] }],
    [{ ...FROM_LINES, columns: [null, null] }],
    [{ ...FROM_LINES, columns: ['address' as const, 'address' as const] }],
    [{ ...FROM_LINES, columns: ['address' as const, { id: 'x', name: 'x' }] }],
    [{ ...FROM_LINES, tags: [' '] }],
  ])('an import that cannot be meant is not sent: %#', async (wrong) => {
    const started = await octeth.crm().importPeople(NEWSLETTER, wrong, CLICK);
    expect(started).toMatchObject({ ok: false, failure: { kind: 'bad-input' } });
    expect(octeth.sandbox.log).toEqual([]);
  });

  test('people at a web address are imported with their tags, and its titles count as failed', async () => {
    const begun = valueOf(await octeth.crm().importPeople(NEWSLETTER, FROM_ADDRESS, CLICK));
    expect(begun).toMatchObject({ state: 'waiting', total: null });
    for (let asked = 0; asked < 2; asked += 1) {
      await octeth.crm().importState(NEWSLETTER, begun.id, CLICK);
    }
    const job = valueOf(await octeth.crm().importState(NEWSLETTER, begun.id, CLICK));
    expect(job).toMatchObject({ imported: 2, failed: 1, failedLines: 'Email,Name' });
    expect(firstName('lise@meitner.example')).toBe('Lise');
    expect(octeth.world.tagsOf(12, 'lise@meitner.example')).toEqual(['Fresh']);
  });

  test('people at an address that does not answer are told as that', async () => {
    const order = { ...FROM_ADDRESS, url: 'https://files.example.org/gone.csv' };
    expect(await octeth.crm().importPeople(NEWSLETTER, order, CLICK)).toMatchObject({
      ok: false,
      failure: { kind: 'refused', code: 18 },
    });
  });

  test('people at an unsafe address are asked for by nobody', async () => {
    const order = { ...FROM_ADDRESS, url: 'http://files.example.org/people.csv' };
    expect(await octeth.crm().importPeople(NEWSLETTER, order, CLICK)).toMatchObject({
      ok: false,
      failure: { kind: 'bad-input' },
    });
    expect(octeth.sandbox.log).toEqual([]);
  });
});
