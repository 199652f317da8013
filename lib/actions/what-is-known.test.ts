/** Law 3: what is told of a write that cannot be looked at from where it was made. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { resumeIn, startWorker, type World } from './testing/world';
import { actAgreed, LOST, worldOf } from './testing/case-world';
import { CASES, yesToAll } from './testing/cases';
import { failing } from './testing/failing';
import { DROPPED, type Fault } from './testing/server';

beforeEach(() => {
  indexedDB = new IDBFactory();
});

const BUSY: Fault = { kind: 'answer', failure: { kind: 'busy', retryAt: 1_000_900_000 } };

const move = ({ server }: World) => {
  if (server.profile) server.profile.address = 'somebody@else.example';
};
const MOVED = { kind: 'bad-input', reason: expect.stringContaining('another address') };

describe('deleting somebody whose number carries another address by now', () => {
  const each = CASES.delete;

  test('is not told as done when the answer was lost, nor sent again', async () => {
    const world = worldOf(each);
    Object.assign(world.server.faults, {
      shift: () => {
        move(world);
        return LOST;
      },
    });
    const { id, ...receipt } = await actAgreed(world, each.intent);
    expect(receipt).toMatchObject({ state: 'unknown', failure: MOVED, rereadAt: world.clock });
    for (let hour = 0; hour < 9; hour += 1) {
      world.clock += 3_600_000;
      await resumeIn(world);
    }
    expect(await startWorker(world).outbox.settle(id)).toMatchObject({ state: 'unknown' });
    expect(world.server.asked).toEqual(['delete']);
    expect(world.server.profile).not.toBeNull();
  });

  test('is not told as done when the server said that there is no such person', async () => {
    const world = worldOf(each);
    Object.assign(world.server.faults, {
      shift: () => {
        move(world);
        return { kind: 'answer', failure: { kind: 'not-found', what: 'person' } };
      },
    });
    expect(await actAgreed(world, each.intent)).toMatchObject({ state: 'refused', failure: MOVED });
  });

  test('is refused when it was to be sent once more', async () => {
    const world = worldOf(each, [LOST, BUSY]);
    expect(await actAgreed(world, each.intent)).toMatchObject({ state: 'planned' });
    move(world);
    world.clock += 900_000;
    expect(await resumeIn(world)).toMatchObject([{ state: 'refused', failure: MOVED }]);
    expect(world.server.profile).not.toBeNull();
  });

  test('is refused before anything was sent', async () => {
    const world = worldOf(each);
    move(world);
    const { outbox } = startWorker(world);
    const agreed = yesToAll(each.intent, world.server);
    await expect(outbox.act({ intent: each.intent, agreed })).rejects.toEqual(failing(MOVED));
    expect(world.server.asked).toEqual([]);
  });
});

describe('a list that is no longer searched', () => {
  test.each(['createTag', 'renameTag', 'deleteTag'] as const)(
    '%s on it is neither done nor sent: its tags were not read',
    async (name) => {
      const each = CASES[name];
      const world = worldOf(each);
      world.server.isUnsearched = true;
      await expect(actAgreed(world, each.intent)).rejects.toEqual(
        failing({ kind: 'bad-input', reason: expect.stringContaining('not searched') }),
      );
      expect(world.server.asked).toEqual([]);
    },
  );

  test('deleting a tag of it that waits is refused, not told as done', async () => {
    const each = CASES.deleteTag;
    const world = worldOf(each, [BUSY]);
    expect(await actAgreed(world, each.intent)).toMatchObject({ state: 'planned' });
    world.server.isUnsearched = true;
    world.clock += 900_000;
    expect(await resumeIn(world)).toMatchObject([
      { state: 'refused', failure: { reason: expect.stringContaining('not searched') } },
    ]);
    expect(world.server.catalogue.tags).toHaveLength(1);
  });

  test('and one that was sent stays in doubt until the list is searched again', async () => {
    const each = CASES.deleteTag;
    const world = worldOf(each);
    Object.assign(world.server.faults, {
      shift: () => {
        world.server.isUnsearched = true;
        return LOST;
      },
    });
    expect(await actAgreed(world, each.intent)).toMatchObject({
      state: 'unknown',
      failure: DROPPED,
    });
    Object.assign(world.server.faults, { shift: () => undefined });
    world.server.isUnsearched = false;
    world.clock += 3_600_000;
    expect(await resumeIn(world)).toMatchObject([{ state: 'done' }]);
    expect(world.server.asked).toEqual(['delete tag', 'delete tag']);
  });
});
