import { describe, expect, test } from 'vitest';
import { foldAddress } from '../../people/address';
import type { NewPerson } from '../../people/intent';
import { absent, notable } from '../../../sandbox/sandbox.ts';
import type { Fault } from '../../../sandbox/sandbox.ts';
import { CLICK } from '../testing/fakes';
import { DIALECTS, useOcteth } from '../testing/use-octeth';

describe.each(DIALECTS)('%s dialect: the name of somebody new', (dialect) => {
  const octeth = useOcteth({ dialect });
  const newcomer = (change: Partial<NewPerson> = {}): NewPerson => ({
    ...{ account: octeth.crm().account, place: { id: '12', name: 'Newsletter' } },
    ...{ address: foldAddress(absent.nobody), standing: 'subscribed', since: null, fields: [] },
    ...{ ipAddress: '203.0.113.7', way: 'create', firstName: 'No', lastName: 'Body' },
    ...change,
  });
  const added = (listId = 12) => octeth.world.subscriber(listId, absent.nobody)?.fields;

  test('is written although the fields could not be read for a look-up before', async () => {
    const one = octeth.crm();
    octeth.sandbox.break({ command: 'customfields.get', do: 'html' });
    await one.find(foldAddress(notable.ada.email), CLICK);
    octeth.sandbox.mend();
    expect(await one.add(newcomer(), CLICK)).toEqual({ ok: true, value: null });
    expect(Object.fromEntries(added() ?? [])).toMatchObject({ 41: 'No', 42: 'Body' });
    const found = await one.find(foldAddress(absent.nobody), CLICK);
    expect(found.profiles[0]?.name).toBe('No Body');
  });

  test('is written where the list has got its fields since a look-up', async () => {
    const one = octeth.crm();
    const fields = octeth.world.customFields;
    const kept = fields.splice(0, fields.length);
    await one.find(foldAddress(notable.ada.email), CLICK);
    fields.push(...kept);
    await one.add(newcomer(), CLICK);
    expect(Object.fromEntries(added() ?? [])).toMatchObject({ 41: 'No', 42: 'Body' });
  });

  test.each<[string, Fault['do']]>([
    ['a server without the command', 'html'],
    ['a broken connection', 'reset'],
    ['a server’s own fault', { status: 500 }],
    ['a no', { replace: JSON.stringify({ Success: false, ErrorCode: 77 }) }],
  ])('where its fields cannot be read nobody is added without it: %s', async (_, misfortune) => {
    octeth.sandbox.break({ command: 'customfields.get', do: misfortune });
    expect(await octeth.crm().add(newcomer(), CLICK)).toMatchObject({
      ok: false,
      failure: { kind: 'bad-input', reason: expect.stringContaining('so nobody was added') },
    });
    expect(added()).toBeUndefined();
    const nameless = newcomer({ firstName: ' ', lastName: '' });
    expect(await octeth.crm().add(nameless, CLICK)).toEqual({ ok: true, value: null });
  });

  test('waits where the server is busy', async () => {
    octeth.sandbox.break({ command: 'customfields.get', do: { status: 429 } });
    expect(await octeth.crm().add(newcomer(), CLICK)).toMatchObject({ failure: { kind: 'busy' } });
  });

  test('is not left out silently where the list has no field for a part of it', async () => {
    const archive = { id: '31', name: 'Archive' };
    const place = octeth.world.list(31) ? archive : { id: '33', name: 'Archive' };
    expect(await octeth.crm().add(newcomer({ place }), CLICK)).toMatchObject({
      ok: false,
      failure: { kind: 'bad-input', reason: expect.stringContaining('no field for a last name') },
    });
    const first = newcomer({ place, lastName: '' });
    expect(await octeth.crm().add(first, CLICK)).toEqual({ ok: true, value: null });
    expect(added(Number(place.id))?.get(61)).toBe('No');
  });
});
