import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { actAgreed, LOST, NO, worldOf } from './testing/case-world';
import { CASES } from './testing/cases';
import type { Fault } from './testing/server';
import { resumeIn, type World } from './testing/world';

beforeEach(() => {
  indexedDB = new IDBFactory();
});

describe('law 3: a no to what is so already', () => {
  test.each<[keyof typeof CASES, (server: World['server']) => void]>([
    ['unsubscribe', ({ profile }) => profile?.standings.splice(0, 1, 'suppressed', 'unsubscribed')],
    ['unenrol', ({ courses }) => courses.splice(0)],
    ['leave', ({ communities }) => communities.splice(0)],
    ['delete', (server) => void (server.profile = null)],
    ['deleteTag', ({ catalogue }) => catalogue.tags.splice(0)],
    ['deleteField', ({ catalogue }) => catalogue.fields.splice(0)],
  ])('of %s is no no', async (name, arrive) => {
    const each = CASES[name];
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
    expect(await actAgreed(world, each.intent)).toMatchObject({ state: 'done', failure: null });
    expect(world.server.asked).toHaveLength(2);
    expect(world.server.effects).toEqual([]);
  });

  test('of deleting is none when she is gone before it was sent again', async () => {
    const each = CASES.delete;
    const busy: Fault = { kind: 'answer', failure: { kind: 'busy', retryAt: 1_000_900_000 } };
    const world = worldOf(each, [LOST, busy]);
    expect(await actAgreed(world, each.intent)).toMatchObject({ state: 'planned' });
    world.server.profile = null;
    world.clock += 900_000;
    expect(await resumeIn(world)).toMatchObject([{ state: 'done', failure: null }]);
  });

  test.each(['confirm', 'enrol', 'join', 'cancel'] as const)(
    'cannot come of %s, which is sent once and then only looked for',
    async (name) => {
      const each = CASES[name];
      const world = worldOf(each, [LOST]);
      expect(await actAgreed(world, each.intent)).toMatchObject({ state: 'unknown' });
      for (let hour = 0; hour < 9; hour += 1) {
        world.clock += 3_600_000;
        await resumeIn(world);
      }
      expect(world.server.asked).toHaveLength(1);
    },
  );

  test('stays in doubt while it cannot be looked at', async () => {
    const each = CASES.unenrol;
    const world = worldOf(each);
    Object.assign(world.server.faults, {
      shift: () => {
        world.server.isMute = true;
        return NO;
      },
    });
    expect(await actAgreed(world, each.intent)).toMatchObject({ state: 'unknown' });
    world.server.isMute = false;
    world.clock += 3_600_000;
    expect(await resumeIn(world)).toMatchObject([{ state: 'refused', failure: { reason: 'No' } }]);
  });
});
