import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Agreed } from '../people/concern';
import type { Intent, IntentOf } from '../people/intent';
import { isRepeatable } from './effect';
import { actIn, createWorld, resumeIn, startWorker, type World } from './testing/world';
import { type Case, CASES, GOLD, MOVED, yesToAll } from './testing/cases';
import { NEW_CONNECTION } from './testing/deeds';
import { DROPPED, type Fault, PLACE } from './testing/server';

beforeEach(() => {
  indexedDB = new IDBFactory();
});

function worldOf(each: Case, faults: Fault[] = []): World {
  const world = createWorld(each.account);
  each.prepare(world.server);
  world.server.faults = faults;
  return world;
}

const act = (world: World, intent: Intent) => actIn(world, intent, yesToAll(intent, world.server));

const NO: Fault = { kind: 'answer', failure: { kind: 'refused', reason: 'No', code: 9 } };
const LOST: Fault = { kind: 'answer', failure: DROPPED };
const all = Object.entries(CASES);
// Its one request is of the port that new tags have always had, which takes no faults.
const withFaults = all.filter(([name]) => name !== 'createTag');
const failing = (failure: object): unknown =>
  expect.objectContaining({ failure: expect.objectContaining(failure) });

describe('every write', () => {
  test.each(all)('%s is done, and a second one is not sent', async (_, each) => {
    const world = worldOf(each);
    expect(each.isThere(world.server)).toBe(false);
    expect(await act(world, each.intent)).toMatchObject({ state: 'done', failure: null });
    expect(each.isThere(world.server)).toBe(true);
    expect(world.forgotten).toBeGreaterThan(0);
    expect(world.done).toEqual([each.intent.kind]);
    if (each.intent.kind === 'delete') return; // there is nobody left to delete
    if (each.intent.kind === 'create-connection') return; // a second one would be another
    world.server.asked = [];
    expect(await act(world, each.intent)).toMatchObject({ state: 'done', already: true });
    expect(world.server.asked).toEqual([]);
    expect(world.done).toHaveLength(2);
  });

  test.each(withFaults)('%s whose answer is lost ends as done, sent once', async (_, each) => {
    const world = worldOf(each, [{ kind: 'act-then-drop' }]);
    expect(await act(world, each.intent)).toMatchObject({ state: 'done', failure: null });
    expect(world.server.asked).toHaveLength(1);
  });

  test.each(withFaults)('%s that is lost itself is sent again or in doubt', async (_, each) => {
    const world = worldOf(each, [LOST]);
    const { state } = await act(world, each.intent);
    const isAgain = isRepeatable(each.intent);
    expect(state).toBe(isAgain ? 'done' : 'unknown');
    expect(world.server.asked).toHaveLength(isAgain ? 2 : 1);
  });

  test.each(withFaults)('%s that the server refuses is refused', async (_, each) => {
    const world = worldOf(each, [NO]);
    const receipt = await act(world, each.intent);
    expect(receipt).toMatchObject({ state: 'refused', failure: { reason: 'No' } });
    expect(world.done).toEqual([]);
    expect(world.server.asked).toHaveLength(1);
  });

  test.each(all)('%s is not sent where how it stands cannot be read', async (name, each) => {
    const world = worldOf(each);
    world.server.isMute = true;
    const isOnProfile = ['exit', 'unsubscribe', 'confirm', 'delete'].includes(name);
    if (isOnProfile) expect(await act(world, each.intent)).toMatchObject({ state: 'done' });
    else await expect(act(world, each.intent)).rejects.toEqual(failing(DROPPED));
    expect(world.server.asked).toHaveLength(isOnProfile ? 1 : 0);
  });
});

describe('law 3: a no to what is so already', () => {
  const arrivals: Record<string, (server: World['server']) => void> = {
    unsubscribe: ({ profile }) => profile?.standings.splice(0, 1, 'suppressed', 'unsubscribed'),
    unenrol: ({ courses }) => courses.splice(0),
    leave: ({ communities }) => communities.splice(0),
    delete: (server) => {
      server.profile = null;
    },
    deleteTag: ({ catalogue }) => catalogue.tags.splice(0),
    deleteField: ({ catalogue }) => catalogue.fields.splice(0),
  };

  test.each(Object.entries(arrivals))('of %s is no no', async (name, arrive) => {
    const each = CASES[name] as Case; // one of the table's own names
    const world = worldOf(each);
    // The first arrives only after it was looked for, just before the second is refused for it.
    const shifts = [
      () => LOST,
      () => {
        arrive(world.server);
        return undefined;
      },
    ];
    Object.assign(world.server.faults, { shift: () => shifts.shift()?.() });
    expect(await act(world, each.intent)).toMatchObject({ state: 'done', failure: null });
    expect(world.server.asked).toHaveLength(2);
    expect(world.server.effects).toEqual([]);
  });

  test('of deleting is none when she is gone before it was sent again', async () => {
    const each = CASES['delete'] as Case; // one of the table's own names
    const busy: Fault = { kind: 'answer', failure: { kind: 'busy', retryAt: 1_000_900_000 } };
    const world = worldOf(each, [LOST, busy]);
    expect(await act(world, each.intent)).toMatchObject({ state: 'planned' });
    world.server.profile = null;
    world.clock += 900_000;
    expect(await resumeIn(world)).toMatchObject([{ state: 'done', failure: null }]);
  });

  test.each(['confirm', 'enrol', 'join', 'cancel'])(
    'cannot come of %s, which is sent once and then only looked for',
    async (name) => {
      const each = CASES[name] as Case; // one of the table's own names
      const world = worldOf(each, [LOST]);
      expect(await act(world, each.intent)).toMatchObject({ state: 'unknown' });
      for (let hour = 0; hour < 9; hour += 1) {
        world.clock += 3_600_000;
        await resumeIn(world);
      }
      expect(world.server.asked).toHaveLength(1);
    },
  );

  test('stays in doubt while it cannot be looked at', async () => {
    const each = CASES['unenrol'] as Case; // one of the table's own names
    const world = worldOf(each);
    Object.assign(world.server.faults, {
      shift: () => {
        world.server.isMute = true;
        return NO;
      },
    });
    expect(await act(world, each.intent)).toMatchObject({ state: 'unknown' });
    world.server.isMute = false;
    world.clock += 3_600_000;
    expect(await resumeIn(world)).toMatchObject([{ state: 'refused', failure: { reason: 'No' } }]);
  });
});

describe('law 8: destruction names its victims', () => {
  const destroying = [
    ...(['cancel', 'delete', 'deleteTag', 'deleteField'] as const),
    ...(['deletePeople', 'emptyList', 'removeConnection'] as const),
  ];

  test.each(destroying)('%s is sent only with the name typed', async (name) => {
    const each = CASES[name] as Case; // one of the table's own names
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
    const each = CASES['deleteTag'] as Case; // one of the table's own names
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
      const each = CASES[name] as Case; // one of the table's own names
      const world = worldOf(each);
      const { tags, fields } = world.server.catalogue;
      for (const row of [...tags, ...fields]) row.name = 'Customers';
      await expect(act(world, each.intent)).rejects.toEqual(failing({ kind: 'bad-input' }));
      expect(world.server.asked).toEqual([]);
    },
  );

  test('a connection that is called otherwise by now is not removed', async () => {
    const each = CASES['removeConnection'] as Case; // one of the table's own names
    const world = worldOf(each);
    for (const connection of world.server.connections) connection.label = 'Another shop';
    await expect(act(world, each.intent)).rejects.toEqual(failing({ kind: 'bad-input' }));
    expect(world.server.asked).toEqual([]);
  });

  test('a tag of another list is not the one meant', async () => {
    const each = CASES['deleteTag'] as Case; // one of the table's own names
    const world = worldOf(each);
    for (const tag of world.server.catalogue.tags) tag.place = { id: '4', name: 'Shop' };
    expect(await act(world, each.intent)).toMatchObject({ already: true });
    expect(PLACE.id).not.toBe('4');
    expect(world.server.asked).toEqual([]);
  });
});

describe('a change', () => {
  const each = CASES['update'] as Case; // one of the table's own names
  const update = each.intent as IntentOf<'update'>; // of that case

  test('that somebody else has overtaken is not sent, nor is its undoing', async () => {
    const world = worldOf(each);
    world.server.fields['size'] = 'XL';
    await expect(act(world, update)).rejects.toEqual(failing({ kind: 'bad-input' }));
    world.server.fields['size'] = 'S';
    const { id } = await act(world, update);
    world.server.fields['size'] = 'XL';
    const { outbox } = startWorker(world);
    await expect(outbox.undo(id)).rejects.toEqual(failing({ kind: 'bad-input' }));
    expect(world.server.asked).toEqual(['update']);
  });

  test('is taken back under the address she has since then', async () => {
    const world = worldOf(each);
    const { id } = await act(world, update);
    const { outbox } = startWorker(world);
    expect(await outbox.undo(id)).toMatchObject({
      state: 'done',
      intent: { target: { address: MOVED } },
    });
    expect(world.server.fields['size']).toBe('S');
    expect(world.server.profile?.address).toBe(update.target.address);
  });

  test('of another field goes beside one that waits, of the same it takes its place', async () => {
    const failure = { kind: 'busy', retryAt: 1_000_900_000 } as const;
    const wait: Fault = { kind: 'answer', failure };
    const world = worldOf(each, [wait, wait, wait]);
    const change = (id: string, before: string, after: string): Intent => ({
      ...update,
      fields: [{ id, name: id, before, after }],
      newAddress: null,
    });
    await act(world, change('size', 'S', 'M'));
    await act(world, change('other', 'x', 'y'));
    await act(world, change('size', 'S', 'L'));
    const receipts = await startWorker(world).outbox.receipts();
    expect(receipts.map(({ state }) => state).toSorted()).toEqual([
      'planned',
      'planned',
      'refused',
    ]);
    world.clock += 900_000;
    await resumeIn(world);
    expect(world.server.fields).toEqual({ size: 'L', other: 'y' });
  });
});

describe('a new connection', () => {
  const each = CASES['makeConnection'] as Case; // one of the table's own names

  test('is known by its id, and is told from those there were', async () => {
    const world = worldOf(each);
    expect(await act(world, each.intent)).toMatchObject({
      state: 'done',
      intent: { connectionId: NEW_CONNECTION },
    });
    // Made since then by somebody else: it would later be taken for the one that was made here.
    await expect(act(world, each.intent)).rejects.toEqual(failing({ kind: 'bad-input' }));
    expect(world.server.asked).toEqual(['make connection']);
  });

  test('whose answer was lost stays in doubt until the list shows it', async () => {
    const world = worldOf(each, [LOST]);
    const { id } = await act(world, each.intent);
    const { outbox } = startWorker(world);
    expect(await outbox.settle(id)).toMatchObject({ state: 'unknown' });
    world.server.connections.push({ id: 'c-9', label: '', since: null, state: 'pending' });
    expect(await outbox.settle(id)).toMatchObject({ state: 'done' });
    expect(world.server.asked).toEqual(['make connection']);
  });
});

test('law 3: modules opened once more are not known to be by seeing her enrolled', async () => {
  const intent: Intent = {
    ...(CASES['enrol'] as Case).intent, // one of the table's own names
    kind: 'enrol',
    access: { type: 'partial_access', modules: ['m1'] },
  } as Intent; // the same with another access
  const world = worldOf(CASES['unenrol'] as Case, [LOST]); // enrolled already
  for (const course of world.server.courses) course.access = 'partial_access';
  expect(await act(world, intent)).toMatchObject({ state: 'unknown', wasSo: true });
});
