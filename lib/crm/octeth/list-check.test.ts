import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { notable, startSandbox } from '../../../sandbox/sandbox.ts';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { CLICK, octethOn } from '../testing/fakes';

const NEWSLETTER = { id: '12', name: 'Newsletter' };
const limit = { calls: 10_000, seconds: 1 };

describe.each(['seed', 'public'] as const)('%s: before a list is worked on', (dialect) => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ dialect, octethLimit: limit });
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());
  const crm = () => octethOn(sandbox, { limit, retryMs: 0 });
  const listed = () =>
    sandbox.world.onList(12).map(({ id, email }) => ({ id: String(id), name: email }));
  const still = (people: { id: string; name: string }[]) =>
    crm().stillThere(NEWSLETTER, people, CLICK);

  test('a hundred people are found to be who they were in one reading', async () => {
    const people = listed().slice(0, 100);
    sandbox.log.splice(0);
    expect(await still(people)).toEqual({ ok: true, value: people });
    expect(sandbox.log).toHaveLength(1);
  });

  test('law 1: an id that carries another address, or nobody has, is not among them', async () => {
    const [one, other, third] = listed();
    if (!one || !other || !third) throw new Error('the list has three people');
    const moved = { id: one.id, name: other.name };
    const gone = { id: third.id, name: 'nobody@nowhere.example' };
    expect(await still([moved, gone])).toEqual({ ok: true, value: [] });
    expect(await still([moved, gone, third])).toEqual({ ok: true, value: [third] });
  });

  test('a person whose address is spelled otherwise is still she', async () => {
    const [one] = listed();
    if (!one) throw new Error('the list has people');
    const shouted = { id: one.id, name: one.name.toUpperCase() };
    expect(await still([shouted])).toEqual({ ok: true, value: [shouted] });
  });

  test('the size is of everybody, however she stands', async () => {
    const tags = sandbox.world.tags.filter(({ listId }) => listId === 12).length;
    expect(await crm().listSize(NEWSLETTER, CLICK)).toEqual({
      ok: true,
      value: { people: listed().length, tags },
    });
    expect(listed().some(({ name }) => name === notable.ada.email)).toBe(true);
  });
});

test('law 1: a server that ignores the rules is told as such, not believed', async () => {
  const flat = await startSandbox({ dialect: 'seed', rules: 'flat' });
  try {
    const people = [{ id: '1001', name: notable.ada.email }];
    expect(await octethOn(flat).stillThere(NEWSLETTER, people, CLICK)).toMatchObject({
      ok: false,
      failure: { kind: 'refused', reason: expect.stringContaining('ignored the filter') },
    });
  } finally {
    await flat.close();
  }
});
