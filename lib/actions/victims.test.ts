import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Agreed } from '../people/concern';
import { actAgreed, LOST, worldOf } from './testing/case-world';
import { BEN, CASES, DAN, GOLD, yesToAll } from './testing/cases';
import { failing } from './testing/failing';
import { PLACE } from './testing/server';
import { resumeIn, startWorker } from './testing/world';

beforeEach(() => {
  indexedDB = new IDBFactory();
});

describe('law 8: destruction names its victims', () => {
  const destroying = [
    ...(['cancel', 'delete', 'deleteTag', 'deleteField'] as const),
    ...(['deletePeople', 'emptyList', 'removeConnection'] as const),
  ];

  test.each(destroying)('%s is sent only with the name typed', async (name) => {
    const each = CASES[name];
    const { intent } = each;
    const world = worldOf(each);
    const yes = yesToAll(intent, world.server);
    const typing = (typed: string): Agreed => yes.map((concern) => ({ ...concern, typed }));
    const { outbox } = startWorker(world);
    for (const agreed of [[], typing(''), typing('something else')]) {
      const reply = await outbox.act({ intent, agreed });
      expect(reply).toMatchObject({ outcome: 'needs-yes', concerns: [{ kind: 'type-name' }] });
    }
    expect(world.server.asked).toEqual([]);
    expect(await outbox.act({ intent, agreed: yes })).toMatchObject({
      receipt: { state: 'done' },
    });
  });

  test('a yes typed for a few is none for many', async () => {
    const each = CASES.deleteTag;
    const world = worldOf(each);
    const agreed = yesToAll(each.intent, world.server);
    for (const tag of world.server.catalogue.tags) tag.people = 300;
    const { outbox } = startWorker(world);
    expect(await outbox.act({ intent: each.intent, agreed })).toMatchObject({
      outcome: 'needs-yes',
      concerns: [{ kind: 'type-name', name: GOLD.name, people: 300 }],
    });
  });

  test.each(['renameTag', 'deleteTag', 'renameField', 'deleteField'] as const)(
    '%s is not sent to what is called otherwise by now',
    async (name) => {
      const each = CASES[name];
      const world = worldOf(each);
      const { tags, fields } = world.server.catalogue;
      for (const row of [...tags, ...fields]) row.name = 'Customers';
      await expect(actAgreed(world, each.intent)).rejects.toEqual(failing({ kind: 'bad-input' }));
      expect(world.server.asked).toEqual([]);
    },
  );

  test('a list that is called otherwise by now is not emptied', async () => {
    const each = CASES.emptyList;
    const world = worldOf(each);
    world.server.listName = 'All paying customers';
    await expect(actAgreed(world, each.intent)).rejects.toEqual(failing({ kind: 'bad-input' }));
    expect(world.server.asked).toEqual([]);
  });

  test('a connection that is called otherwise by now is not removed', async () => {
    const each = CASES.removeConnection;
    const world = worldOf(each);
    for (const connection of world.server.connections) connection.label = 'Another shop';
    await expect(actAgreed(world, each.intent)).rejects.toEqual(failing({ kind: 'bad-input' }));
    expect(world.server.asked).toEqual([]);
  });

  test('a tag of another list is not the one meant', async () => {
    const each = CASES.deleteTag;
    const world = worldOf(each);
    for (const tag of world.server.catalogue.tags) tag.place = { id: '4', name: 'Shop' };
    expect(await actAgreed(world, each.intent)).toMatchObject({ already: true });
    expect(PLACE.id).not.toBe('4');
    expect(world.server.asked).toEqual([]);
  });
});

describe('law 8: deleting people of a list', () => {
  const each = CASES.deletePeople;

  test('is not sent where an id carries another address by now', async () => {
    const world = worldOf(each);
    world.server.listed = [BEN, { id: '22', name: 'somebody@else.com' }, DAN];
    await expect(actAgreed(world, each.intent)).rejects.toEqual(failing({ kind: 'bad-input' }));
    expect(world.server.asked).toEqual([]);
  });

  test('done in part stays in doubt, and is not sent again', async () => {
    const world = worldOf(each, [LOST]);
    Object.assign(world.server.faults, {
      shift: () => {
        world.server.listed = [BEN, DAN];
        return LOST;
      },
    });
    expect(await actAgreed(world, each.intent)).toMatchObject({ state: 'unknown' });
    expect(world.server.asked).toHaveLength(1);
  });
});

test('law 8: a list that has grown since the yes is not emptied by it', async () => {
  const each = CASES.emptyList;
  const world = worldOf(each);
  const agreed = yesToAll(each.intent, world.server);
  world.server.listed.push({ id: '24', name: 'new@example.com' });
  const { outbox } = startWorker(world);
  expect(await outbox.act({ intent: each.intent, agreed })).toMatchObject({
    outcome: 'needs-yes',
    concerns: [{ kind: 'type-name', people: 4 }],
  });
  expect(world.server.asked).toEqual([]);
});

test('law 8: an emptying whose answer is lost is never sent again, however many stand there', async () => {
  const each = CASES.emptyList;
  const world = worldOf(each, [LOST]);
  const agreed = yesToAll(each.intent, world.server);
  await startWorker(world).outbox.act({ intent: each.intent, agreed });
  for (let hour = 0; hour < 9; hour += 1) {
    world.clock += 3_600_000;
    await resumeIn(world);
  }
  expect(world.server.asked).toHaveLength(1);
});
