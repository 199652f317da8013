import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { foldAddress } from '../../people/address';
import type { NewPerson } from '../../people/intent';
import { absent, notable, startSandbox } from '../../../sandbox/sandbox.ts';
import type { Fault, Sandbox } from '../../../sandbox/sandbox.ts';
import { CLICK, octethOn } from '../testing/fakes';

describe.each(['seed', 'public'] as const)('%s dialect: the name of somebody new', (dialect) => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ dialect, octethLimit: { calls: 10_000, seconds: 1 } });
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());
  const crm = () => octethOn(sandbox, { retryMs: 0 });
  const newcomer = (change: Partial<NewPerson> = {}): NewPerson => ({
    ...{ account: crm().account, place: { id: '12', name: 'Newsletter' } },
    ...{ address: foldAddress(absent.nobody), standing: 'subscribed', since: null, fields: [] },
    ...{ ipAddress: '203.0.113.7', way: 'create', firstName: 'No', lastName: 'Body' },
    ...change,
  });
  const added = (listId = 12) => sandbox.world.subscriber(listId, absent.nobody)?.fields;

  test('is written although the fields could not be read for a look-up before', async () => {
    const one = crm();
    sandbox.break({ command: 'customfields.get', do: 'html' });
    await one.find(foldAddress(notable.ada.email), CLICK);
    sandbox.mend();
    expect(await one.add(newcomer(), CLICK)).toEqual({ ok: true, value: null });
    expect(Object.fromEntries(added() ?? [])).toMatchObject({ 41: 'No', 42: 'Body' });
    const found = await one.find(foldAddress(absent.nobody), CLICK);
    expect(found.profiles[0]?.name).toBe('No Body');
  });

  test('is written where the list has got its fields since a look-up', async () => {
    const one = crm();
    const fields = sandbox.world.customFields;
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
    sandbox.break({ command: 'customfields.get', do: misfortune });
    expect(await crm().add(newcomer(), CLICK)).toMatchObject({
      ok: false,
      failure: { kind: 'bad-input', reason: expect.stringContaining('so nobody was added') },
    });
    expect(added()).toBeUndefined();
    const nameless = newcomer({ firstName: ' ', lastName: '' });
    expect(await crm().add(nameless, CLICK)).toEqual({ ok: true, value: null });
  });

  test('waits where the server is busy', async () => {
    sandbox.break({ command: 'customfields.get', do: { status: 429 } });
    expect(await crm().add(newcomer(), CLICK)).toMatchObject({ failure: { kind: 'busy' } });
  });

  test('is not left out silently where the list has no field for a part of it', async () => {
    const archive = { id: '31', name: 'Archive' };
    const place = sandbox.world.list(31) ? archive : { id: '33', name: 'Archive' };
    expect(await crm().add(newcomer({ place }), CLICK)).toMatchObject({
      ok: false,
      failure: { kind: 'bad-input', reason: expect.stringContaining('no field for a last name') },
    });
    const first = newcomer({ place, lastName: '' });
    expect(await crm().add(first, CLICK)).toEqual({ ok: true, value: null });
    expect(added(Number(place.id))?.get(61)).toBe('No');
  });
});
