import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Failure } from '../failure';
import { isRepeatable } from './effect';
import { actAgreed, LOST, NO, worldOf } from './testing/case-world';
import { type Case, CASES } from './testing/cases';
import { failing } from './testing/failing';
import { DROPPED } from './testing/server';

beforeEach(() => {
  indexedDB = new IDBFactory();
});

const all = Object.entries<Case>(CASES);
// Its one request is of the port that new tags have always had, which takes no faults.
const withFaults = all.filter(([name]) => name !== 'createTag');

describe('every write', () => {
  test.each(all)('%s is done, and a second one is not sent', async (_, each) => {
    const world = worldOf(each);
    expect(each.isThere(world.server)).toBe(false);
    expect(await actAgreed(world, each.intent)).toMatchObject({ state: 'done', failure: null });
    expect(each.isThere(world.server)).toBe(true);
    expect(world.forgotten).toBeGreaterThan(0);
    expect(world.done).toEqual([each.intent.kind]);
    if (each.intent.kind === 'delete') return; // there is nobody left to delete
    if (each.intent.kind === 'create-connection') return; // a second one would be another
    world.server.asked = [];
    expect(await actAgreed(world, each.intent)).toMatchObject({ state: 'done', already: true });
    expect(world.server.asked).toEqual([]);
    expect(world.done).toHaveLength(2);
  });

  test.each(withFaults)('%s whose answer is lost ends as done, sent once', async (_, each) => {
    const world = worldOf(each, [{ kind: 'act-then-drop' }]);
    expect(await actAgreed(world, each.intent)).toMatchObject({ state: 'done', failure: null });
    expect(world.server.asked).toHaveLength(1);
  });

  test.each(withFaults)('%s that was taken is done, whatever is said after it', async (_, each) => {
    const said: Failure[] = [
      { kind: 'busy', retryAt: 2_000_000_000 },
      { kind: 'locked' },
      { kind: 'wrong-key', service: 'maton' },
      { kind: 'no-connection' },
      { kind: 'not-allowed', permission: null },
    ];
    for (const failure of said) {
      indexedDB = new IDBFactory();
      const world = worldOf(each, [{ kind: 'act-then-answer', failure }]);
      const receipt = await actAgreed(world, each.intent);
      expect(receipt).toMatchObject({ state: 'done', failure: null });
      expect(receipt).not.toHaveProperty('already');
      expect([world.server.asked.length, world.maybes[0]]).toEqual([1, true]);
    }
  });

  test.each(withFaults)('%s that is lost itself is sent again or in doubt', async (_, each) => {
    const world = worldOf(each, [LOST]);
    const { state } = await actAgreed(world, each.intent);
    const isAgain = isRepeatable(each.intent);
    expect(state).toBe(isAgain ? 'done' : 'unknown');
    expect(world.server.asked).toHaveLength(isAgain ? 2 : 1);
  });

  test.each(withFaults)('%s that the server refuses is refused', async (_, each) => {
    const world = worldOf(each, [NO]);
    const receipt = await actAgreed(world, each.intent);
    expect(receipt).toMatchObject({ state: 'refused', failure: { reason: 'No' } });
    expect(world.done).toEqual([]);
    expect(world.server.asked).toHaveLength(1);
  });

  test.each(all)('%s is not sent where how it stands cannot be read', async (name, each) => {
    const world = worldOf(each);
    world.server.isMute = true;
    const isOnProfile = ['exit', 'unsubscribe', 'confirm', 'delete'].includes(name);
    if (isOnProfile) expect(await actAgreed(world, each.intent)).toMatchObject({ state: 'done' });
    else await expect(actAgreed(world, each.intent)).rejects.toEqual(failing(DROPPED));
    expect(world.server.asked).toHaveLength(isOnProfile ? 1 : 0);
  });
});
