import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TagCount } from '../../people/catalogue';
import { startSandbox } from '../../../sandbox/sandbox.ts';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { CLICK, systemeOn } from '../testing/fakes';

const limit = { calls: 1000, seconds: 1 };
const VIP = { id: '503', name: 'VIP' };
const COMMAND = 'GET /contacts';

function useShop(dialect: 'seed' | 'public') {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ dialect, people: 1500, matonLimit: limit });
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());

  const step = async (soFar: TagCount | null = null, tag = VIP): Promise<TagCount> => {
    const reply = await systemeOn(sandbox, { limit }).countTag(null, { tag, soFar }, CLICK);
    if (!reply.ok) throw new Error(reply.failure.kind);
    return reply.value;
  };
  const here = {
    step,
    get sandbox() {
      return sandbox;
    },
    get contacts() {
      return sandbox.world.right.contacts;
    },
    async count(tag = VIP): Promise<number> {
      let count = await step(null, tag);
      while (count.next) count = await step(count, tag);
      return count.people;
    },
    carrying: (id = 503) => here.contacts.filter(({ tagIds }) => tagIds.has(id)).length,
  };
  return here;
}

describe.each(['seed', 'public'] as const)('%s: how many carry a tag', (dialect) => {
  const here = useShop(dialect);

  test('all of them are counted, over many pages', async () => {
    for (const [index, contact] of here.contacts.entries()) {
      if (index % 2 === 0) contact.tagIds.add(503);
    }
    expect(here.carrying()).toBeGreaterThan(450);
    expect(await here.count()).toBe(here.carrying());
  });

  test('nobody and everybody are numbers too', async () => {
    for (const contact of here.contacts) contact.tagIds.delete(503);
    expect(await here.count()).toBe(0);
    for (const contact of here.contacts) contact.tagIds.add(503);
    expect(await here.count()).toBe(here.contacts.length);
  });

  test('whom it stood at is deleted meanwhile: it is counted anew, and truly', async () => {
    for (const contact of here.contacts) contact.tagIds.add(503);
    const first = await here.step();
    const { right } = here.sandbox.world;
    right.contacts = right.contacts.filter(({ id }) => String(id) !== first.next?.after);
    // Some servers find fault with a number that is gone.
    here.sandbox.break({ command: COMMAND, do: { status: 422, body: {} }, times: 1 });
    let count = await here.step(first);
    while (count.next) count = await here.step(count);
    expect(count.people).toBe(right.contacts.length);
  });

  test('a page that fails keeps what was counted, and is told when it comes first', async () => {
    for (const contact of here.contacts) contact.tagIds.add(503);
    const first = await here.step();
    const before = here.sandbox.log.length;
    here.sandbox.break({ command: COMMAND, do: { delay: 0 }, times: 1 });
    here.sandbox.break({ command: COMMAND, do: { status: 403 } });
    const second = await here.step(first);
    expect(second.people - first.people).toBe(100);
    expect(here.sandbox.log.length - before).toBe(2);
    await expect(here.step(second)).rejects.toThrow('not-allowed');
    here.sandbox.mend();
    expect((await here.step(second)).people).toBeGreaterThan(second.people);
  });
});

describe('a filter that is heeded', () => {
  const here = useShop('public');

  test('spares the walk: those who carry it are asked for and nobody else', async () => {
    const count = await here.step();
    expect(count).toEqual({ people: here.carrying(), looked: here.carrying(), next: null });
    expect(here.sandbox.log.length).toBeLessThan(5);
  });

  test('is believed with “nobody” only once it was seen to find somebody', async () => {
    const unused = { id: '512', name: 'Workshop' };
    for (const contact of here.contacts) contact.tagIds.delete(512);
    expect(await here.step(null, unused)).toMatchObject({ people: 0, next: null });
    // As a server would that takes the names of tags for its filter.
    const none = JSON.stringify({ items: [], hasMore: false });
    here.sandbox.break({ command: COMMAND, do: { replace: none }, times: 2 });
    const count = await here.step();
    expect(count.next?.way ?? 'walk').toBe('walk');
    expect(count.looked).toBeGreaterThan(here.carrying());
  });

  test('that lets others through half way is no filter, and everybody is looked at', async () => {
    for (const contact of here.contacts) contact.tagIds.add(503);
    const first = await here.step();
    expect(first.next?.way).toBe('filter');
    for (const contact of here.contacts.slice(0, 50)) contact.tagIds.delete(503);
    const stranger = { id: 1, email: 'eve@example.org', unsubscribed: false, bounced: false };
    const page = { items: [{ ...stranger, tags: [] }], hasMore: true };
    here.sandbox.break({ command: COMMAND, do: { replace: JSON.stringify(page) }, times: 1 });
    let count = await here.step(first);
    expect(count.next?.way ?? 'walk').toBe('walk');
    while (count.next) count = await here.step(count);
    expect(count).toMatchObject({ people: here.carrying(), looked: here.contacts.length });
  });
});

test('an ignored filter is found out by a number that no tag has, with one call', async () => {
  const sandbox = await startSandbox({ matonLimit: limit });
  const crm = systemeOn(sandbox, { limit });
  const reply = await crm.countTag(null, { tag: VIP, soFar: null }, CLICK);
  expect(reply).toMatchObject({ value: { looked: sandbox.world.right.contacts.length } });
  expect(sandbox.log.filter(({ url }) => url.includes('tags='))).toHaveLength(1);
  await sandbox.close();
});
