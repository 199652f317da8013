/** An entry in doubt, or one that waits, where it could not even be read how things stand. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Intent } from '../people/intent';
import { actIn, createWorld, INTENTS, resumeIn, type World } from './testing/world';
import { DROPPED, JOURNEY } from './testing/server';

const { TRIGGER } = INTENTS;

let world: World = createWorld();
beforeEach(() => {
  indexedDB = new IDBFactory();
  world = createWorld();
});
const act = (intent: Intent) => actIn(world, intent);
const resume = () => resumeIn(world);

describe('law 3: what could not be read', () => {
  const journey = { ...JOURNEY, state: 'active' as const, step: null, steps: null, since: null };
  const blind = {
    'keys are locked': (isBlind: boolean) => void (world.locked = isBlind),
    'the network is down': (isBlind: boolean) => void (world.server.down = isBlind),
  };

  /** The effect comes into sight three looks later. */
  async function seeLate() {
    for (let look = 0; look < 3; look += 1) {
      world.clock += 3_600_000;
      expect(await resume()).toMatchObject([{ state: 'unknown' }]);
    }
    world.server.profile?.journeys.push(journey);
    world.clock += 3_600_000;
    expect(await resume()).toMatchObject([{ state: 'done' }]);
  }

  test.each(['keys are locked', 'the network is down'] as const)(
    'while %s is no look at what is in doubt, however often it is tried',
    async (why) => {
      world.server.faults = [{ kind: 'answer', failure: DROPPED }];
      await act(TRIGGER);
      blind[why](true);
      for (let wake = 0; wake < 9; wake += 1) {
        world.clock += 3_600_000;
        await resume();
      }
      blind[why](false);
      await seeLate();
    },
  );

  test.each(['keys are locked', 'the network is down'] as const)(
    'while %s before it was sent is no look at what is in doubt afterwards',
    async (why) => {
      const lost = { kind: 'answer', failure: DROPPED } as const;
      const busy = { kind: 'busy', retryAt: world.clock } as const;
      world.server.faults = [{ kind: 'answer', failure: busy }];
      await act(TRIGGER);
      blind[why](true);
      for (let wake = 0; wake < 9; wake += 1) {
        world.clock += 3_600_000;
        await resume();
      }
      blind[why](false);
      world.server.faults = [lost];
      world.clock += 3_600_000;
      await resume();
      await seeLate();
    },
  );

  test('is tried more and more seldom, and while keys are locked without an alarm', async () => {
    world.server.faults = [{ kind: 'answer', failure: DROPPED }];
    await act(TRIGGER);
    world.clock = Math.max(...world.wakes);
    world.server.down = true;
    const waits: number[] = [];
    for (let wake = 0; wake < 8; wake += 1) {
      world.wakes = [];
      await resume();
      waits.push(Math.min(...world.wakes) - world.clock);
      world.clock = Math.min(...world.wakes);
    }
    expect(waits.map((wait) => wait / 60_000)).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
    world.locked = true;
    world.wakes = [];
    await resume();
    expect(world.wakes).toEqual([]);
  });
});
