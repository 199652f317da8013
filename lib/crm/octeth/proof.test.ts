import { describe, expect, test } from 'vitest';
import { notable, startSandbox } from '../../../sandbox/sandbox.ts';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { CLICK } from '../testing/fakes';
import { DIALECTS, useOcteth } from '../testing/use-octeth';
import { createOctethClient } from './client';
import { proveRules } from './proof';
import type { ProvenRules } from './proof';
import { addressRule, anyOf, oneRule } from './rules';
import type { Rules } from './rules';

const NEWSLETTER = '12';
const vips = oneRule({ type: 'tags', operator: 'has this tag', value: '4' });
const clock = { now: 1_000_000 };

const clientOf = ({ octeth }: Sandbox) =>
  createOctethClient({
    server: octeth.url,
    key: async () => octeth.key,
    now: () => clock.now,
    retryMs: 0,
  });

const bulk = ['deleteByRules', 'unsubscribeByRules', 'tagByRules', 'untagByRules'] as const;
const written = (sandbox: Sandbox) =>
  sandbox.log.filter(({ command }) => command !== 'subscribers.search');

/** Each of the writes by rules, with whatever is given for a proof. */
const write = (
  client: ReturnType<typeof createOctethClient>,
  verb: (typeof bulk)[number],
  proven: ProvenRules,
) =>
  verb === 'deleteByRules'
    ? client.deleteByRules(proven, CLICK)
    : client[verb](proven, verb === 'unsubscribeByRules' ? '192.0.2.1' : '6', CLICK);

describe.each(DIALECTS)('%s: a server that reads typed rules', (dialect) => {
  const here = useOcteth({ dialect });

  test('is proven, and says how many the rules describe', async () => {
    const proven = await clientOf(here.sandbox).proveRules(NEWSLETTER, vips, CLICK);
    const holders = here.sandbox.world.onList(12).filter(({ tagIds }) => tagIds.has(4));
    expect(proven.people).toBe(holders.length);
  });

  test('deletes whom the rules describe and nobody else', async () => {
    const client = clientOf(here.sandbox);
    const ann = addressRule('is', notable.ann.email);
    const before = here.sandbox.world.onList(12).length;
    await client.deleteByRules(await client.proveRules(NEWSLETTER, ann, CLICK), CLICK);
    expect(here.sandbox.world.onList(12)).toHaveLength(before - 1);
    expect(here.sandbox.world.subscriber(12, notable.ann.email)).toBeUndefined();
  });

  test('unsubscribes whom the rules describe and nobody else', async () => {
    const client = clientOf(here.sandbox);
    const proven = await client.proveRules(NEWSLETTER, vips, CLICK);
    await client.unsubscribeByRules(proven, '192.0.2.1', CLICK);
    const { world } = here.sandbox;
    const vip = world.onList(12).filter(({ tagIds }) => tagIds.has(4));
    expect(vip.every(({ status }) => status === 'Unsubscribed')).toBe(true);
    expect(world.onList(12).some(({ status }) => status === 'Subscribed')).toBe(true);
  });

  test('tags and untags whom the rules describe, where the server tags more than one', async () => {
    const client = clientOf(here.sandbox);
    const proven = await client.proveRules(NEWSLETTER, vips, CLICK);
    const { world } = here.sandbox;
    const holders = (tagId: number) => world.onList(12).filter(({ tagIds }) => tagIds.has(tagId));
    const before = holders(4).length;
    const tagging = client.tagByRules(proven, '6', CLICK);
    if (dialect === 'seed') {
      await expect(tagging).rejects.toMatchObject({
        failure: { kind: 'refused', reason: 'This server tags single people only' },
      });
      return;
    }
    await tagging;
    expect(holders(4).every(({ tagIds }) => tagIds.has(6))).toBe(true);
    expect(world.onList(12).length).toBeGreaterThan(holders(6).length);
    await client.untagByRules(proven, '4', CLICK);
    expect([before > 0, holders(4).length]).toEqual([true, 0]);
  });

  test.each(bulk)('%s refuses a proof older than a minute', async (verb) => {
    const client = clientOf(here.sandbox);
    const proven = await client.proveRules(NEWSLETTER, vips, CLICK);
    clock.now += 60_001;
    await expect(write(client, verb, proven)).rejects.toMatchObject({
      failure: { kind: 'bad-input', field: 'rules' },
    });
    expect(written(here.sandbox)).toEqual([]);
  });

  test.each(bulk)(
    '%s refuses a proof of a time that has not come: the clock was set back',
    async (verb) => {
      const client = clientOf(here.sandbox);
      const proven = await client.proveRules(NEWSLETTER, vips, CLICK);
      clock.now -= 1;
      await expect(write(client, verb, proven)).rejects.toMatchObject({
        failure: { kind: 'bad-input', field: 'rules' },
      });
      expect(written(here.sandbox)).toEqual([]);
    },
  );

  test.each(bulk)('%s refuses what only looks like a proof', async (verb) => {
    const forged = { rules: vips, listId: NEWSLETTER, people: 3 } as ProvenRules; // on purpose
    await expect(write(clientOf(here.sandbox), verb, forged)).rejects.toMatchObject({
      failure: { kind: 'bad-input' },
    });
    expect(here.sandbox.log).toEqual([]);
  });

  test('an empty list proves nothing', async () => {
    here.sandbox.world.subscribers = [];
    await expect(clientOf(here.sandbox).proveRules(NEWSLETTER, vips, CLICK)).rejects.toMatchObject({
      failure: { kind: 'bad-input' },
    });
  });
});

describe.each(DIALECTS)('%s: a server that reads flat rules', (dialect) => {
  const here = useOcteth({ dialect, rules: 'flat' });
  const two = anyOf([addressRule('is', notable.ann.email), addressRule('is', notable.ada.email)]);

  test('is proven by them, and deletes whom they describe and nobody else', async () => {
    const client = clientOf(here.sandbox);
    const before = here.sandbox.world.onList(12).length;
    const proven = await client.proveRules(NEWSLETTER, two, CLICK);
    expect([proven.people, proven.rules.grammar]).toEqual([2, 'flat']);
    await client.deleteByRules(proven, CLICK);
    expect(here.sandbox.world.onList(12)).toHaveLength(before - 2);
    expect(here.sandbox.world.subscriber(12, notable.ann.email)).toBeUndefined();
    expect(here.sandbox.world.subscriber(12, notable.ada.email)).toBeUndefined();
  });

  test('unsubscribes whom they describe and nobody else', async () => {
    const client = clientOf(here.sandbox);
    const left = () =>
      here.sandbox.world.onList(12).filter(({ status }) => status === 'Unsubscribed').length;
    const before = left();
    const proven = await client.proveRules(NEWSLETTER, two, CLICK);
    await client.unsubscribeByRules(proven, '192.0.2.1', CLICK);
    expect(left()).toBe(before + 2);
  });

  test('is never proven for what they cannot say, and nothing is sent', async () => {
    await expect(clientOf(here.sandbox).proveRules(NEWSLETTER, vips, CLICK)).rejects.toMatchObject({
      failure: { kind: dialect === 'seed' ? 'bad-input' : 'refused' },
    });
    const mixed = anyOf([two, vips]);
    await expect(clientOf(here.sandbox).proveRules(NEWSLETTER, mixed, CLICK)).rejects.toBeDefined();
    expect(written(here.sandbox)).toEqual([]);
  });

  test('law 8: an upgrade between proof and write turns it away, a downgrade is not believed', async () => {
    const client = clientOf(here.sandbox);
    const proven = await client.proveRules(NEWSLETTER, two, CLICK);
    here.sandbox.become({ dialect: 'public', rules: 'typed' });
    await expect(client.deleteByRules(proven, CLICK)).rejects.toMatchObject({
      failure: { kind: 'refused' },
    });
    here.sandbox.become({ dialect: 'seed', rules: 'none' });
    await expect(client.proveRules(NEWSLETTER, two, CLICK)).rejects.toMatchObject({
      failure: { kind: 'bad-input' },
    });
    expect(here.sandbox.world.subscriber(12, notable.ann.email)).toBeDefined();
  });
});

describe('a server that takes rules for everyone', () => {
  const here = useOcteth({ dialect: 'seed', rules: 'none' });

  test('is never proven', async () => {
    await expect(clientOf(here.sandbox).proveRules(NEWSLETTER, vips, CLICK)).rejects.toMatchObject({
      failure: { kind: 'bad-input', reason: expect.stringContaining('everybody') },
    });
    expect(written(here.sandbox)).toEqual([]);
  });

  test('would have lost everybody, were a proof of another server believed', async () => {
    const other = await startSandbox({ dialect: 'seed' });
    try {
      const proven = await clientOf(other).proveRules(NEWSLETTER, vips, CLICK);
      await expect(clientOf(here.sandbox).deleteByRules(proven, CLICK)).rejects.toMatchObject({
        failure: { kind: 'bad-input' },
      });
      expect(here.sandbox.world.onList(12)).not.toEqual([]);
    } finally {
      await other.close();
    }
  });
});

describe('law 8: a server that heeds rules by half', () => {
  const SERVER = 'https://mail.acme.com';
  const PEOPLE = 100;
  /** Of nobody it still finds so many. */
  const proveWith = (strangers: number) =>
    proveRules(
      {
        server: SERVER,
        now: () => clock.now,
        count: async (_, { groups }: Rules) => {
          const [[{ value = '' }]] = groups;
          return value.endsWith('.invalid') ? strangers : PEOPLE;
        },
      },
      NEWSLETTER,
      vips,
    );

  test.each([1, PEOPLE / 2, PEOPLE - 1, PEOPLE])(
    'is not proven by %i found of nobody',
    async (strangers) => {
      await expect(proveWith(strangers)).rejects.toMatchObject({
        failure: { kind: 'bad-input', reason: expect.stringContaining('everybody') },
      });
    },
  );

  test('is told from one that finds nobody of nobody', async () => {
    expect(await proveWith(0)).toMatchObject({ people: PEOPLE });
  });
});
