import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Intent } from '../people/intent';
import { actIn, createWorld, INTENTS, resumeIn, startWorker, type World } from './testing/world';
import { DROPPED, JOURNEY, VIP } from './testing/server';

const { TAG, TRIGGER } = INTENTS;

let world: World = createWorld();
beforeEach(() => {
  indexedDB = new IDBFactory();
  world = createWorld();
});
const act = (intent: Intent) => actIn(world, intent);
const resume = () => resumeIn(world);

/** The worker dies after the request has left, before the answer is heard. */
async function actAndDie(intent: Intent): Promise<void> {
  for (let diesAt = 1; ; diesAt += 1) {
    const { outbox, died } = startWorker(world, diesAt);
    const end = await Promise.race([outbox.act({ intent, agreed: [] }), died]);
    if (end !== 'died') throw new Error('it never died');
    if (world.server.asked.length > 0) return;
    indexedDB = new IDBFactory();
  }
}

/** Gives the fault, and takes the network away with it. */
function dropNetwork() {
  world.server.down = true;
  return { kind: 'act-then-drop' as const };
}

/** Gives the fault that nothing was done, and takes the network away with it. */
function loseOnce() {
  world.server.down = true;
  return { kind: 'answer' as const, failure: DROPPED };
}

/** Gives the fault, and she leaves the list at that moment. */
function unsubscribe() {
  if (world.server.profile) world.server.profile.standings = ['unsubscribed'];
  return { kind: 'answer' as const, failure: DROPPED };
}

describe('law 3: a connection that drops', () => {
  test('after the server acted ends as done, sent once', async () => {
    world.server.faults = [{ kind: 'act-then-drop' }];
    expect(await act(TAG)).toMatchObject({ state: 'done', failure: null });
    expect(world.server.effects).toEqual(['tag']);
  });

  test('before it acted: a tag is sent once more', async () => {
    world.server.faults = [{ kind: 'answer', failure: DROPPED }];
    expect(await act(TAG)).toMatchObject({ state: 'done' });
    expect(world.server.asked).toEqual(['tag', 'tag']);
  });

  test('three times: a tag is sent no more and stays unknown, for no one has said no', async () => {
    world.server.faults = Array.from({ length: 9 }, () => ({ kind: 'answer', failure: DROPPED }));
    const { id, ...receipt } = await act(TAG);
    expect(receipt).toMatchObject({ state: 'unknown', failure: DROPPED, rereadAt: world.clock });
    for (let hour = 0; hour < 12; hour += 1) {
      world.clock += 3_600_000;
      await resume();
    }
    expect(await startWorker(world).outbox.settle(id)).toMatchObject({ state: 'unknown' });
    expect(world.server.asked).toEqual(['tag', 'tag', 'tag']);
    if (world.server.profile) world.server.profile.tags = [VIP];
    expect(await startWorker(world).outbox.settle(id)).toMatchObject({ state: 'done' });
  });

  test('and she unsubscribes meanwhile: a tag is not sent again, nor called not sent', async () => {
    world.server.faults = [{ kind: 'answer', failure: DROPPED }];
    Object.assign(world.server.faults, { shift: unsubscribe });
    expect(await act(TAG)).toMatchObject({ state: 'unknown', failure: DROPPED });
    expect(world.server.asked).toEqual(['tag']);
  });

  test('after a journey was started ends as done', async () => {
    world.server.faults = [{ kind: 'act-then-drop' }];
    expect(await act(TRIGGER)).toMatchObject({ state: 'done' });
    expect(world.server.effects).toEqual(['trigger']);
  });

  test('before a journey was started stays unknown, says it was re-read, and is never resent', async () => {
    world.server.faults = [{ kind: 'answer', failure: DROPPED }];
    const receipt = await act(TRIGGER);
    expect(receipt).toMatchObject({ state: 'unknown', failure: DROPPED, rereadAt: world.clock });
    for (let hour = 0; hour < 12; hour += 1) {
      world.clock += 3_600_000;
      await resume();
    }
    expect(await startWorker(world).outbox.settle(receipt.id)).toMatchObject({ state: 'unknown' });
    expect(world.server.asked).toEqual(['trigger']);
  });

  test('with an effect that shows late is settled by looking again', async () => {
    world.server.faults = [{ kind: 'answer', failure: DROPPED }];
    const { id } = await act(TRIGGER);
    if (world.server.profile) {
      world.server.profile.journeys = [
        { ...JOURNEY, state: 'active', step: null, steps: null, since: null },
      ];
    }
    expect(await startWorker(world).outbox.settle(id)).toMatchObject({ state: 'done' });
  });

  test('and stays down: unknown and not called re-read, until the network is back', async () => {
    world.server.faults = [{ kind: 'act-then-drop' }];
    const { outbox } = startWorker(world);
    // The network goes with the answer.
    Object.assign(world.server.faults, { shift: dropNetwork });
    const reply = await outbox.act({ intent: TRIGGER, agreed: [] });
    expect(reply).toMatchObject({ receipt: { state: 'unknown', failure: DROPPED } });
    expect(reply).not.toHaveProperty('receipt.rereadAt');
    world.server.down = false;
    world.clock += 3_600_000;
    expect(await resume()).toMatchObject([{ state: 'done' }]);
    expect(world.server.effects).toEqual(['trigger']);
  });

  test('a back end that throws is doubt, not a false word', async () => {
    world.server.faults = [{ kind: 'throw' }];
    expect(await act(TRIGGER)).toMatchObject({ state: 'unknown', failure: { kind: 'broken' } });
  });
});

describe('law 4: a worker that dies', () => {
  test('after sending a tag is followed by one that finds it done', async () => {
    await actAndDie(TAG);
    expect(await resume()).toMatchObject([{ state: 'done' }]);
    expect(world.server.effects).toEqual(['tag']);
    expect(world.told).toMatchObject([{ state: 'done' }]);
  });

  test('after sending a journey’s trigger never starts it twice', async () => {
    await actAndDie(TRIGGER);
    expect(await resume()).toMatchObject([{ state: 'done' }]);
    expect(world.server.effects).toEqual(['trigger']);
  });

  test('is watched for from before the request', async () => {
    await actAndDie(TAG);
    expect(world.wakes[0]).toBeGreaterThan(world.clock);
  });

  test.each(['resumed', 'asked for', 'sent again'] as const)(
    'is watched for from before a request that is %s',
    async (how) => {
      const retryAt = world.clock + 1_000;
      const busy = { kind: 'answer', failure: { kind: 'busy', retryAt } } as const;
      // What is sent again is in doubt before, for it was lost, and nothing could be read.
      if (how === 'sent again') Object.assign(world.server.faults, { shift: loseOnce });
      else world.server.faults = [busy];
      const { id } = await act(TAG);
      world.server.faults = [];
      world.server.down = false;
      world.clock += 3_600_000;
      world.server.asked = [];
      for (let diesAt = 1; world.server.asked.length === 0; diesAt += 1) {
        world.wakes = [];
        const { outbox, died } = startWorker(world, diesAt);
        const work = how === 'asked for' ? outbox.settle(id) : outbox.resume();
        expect(await Promise.race([work, died])).toBe('died');
      }
      expect(world.wakes).toEqual([world.clock + 60_000]);
      expect(await resume()).toMatchObject([{ state: 'done' }]);
    },
  );
});

describe('law 3: a disk that fails', () => {
  test('after a tag was sent leaves doubt, not a false “not done”, and is made good', async () => {
    world.diskFailsAt = 'done';
    expect(await act(TAG)).toMatchObject({ state: 'unknown', failure: { kind: 'broken' } });
    world.diskFailsAt = null;
    expect(await resume()).toMatchObject([{ state: 'done' }]);
    expect(world.server.effects).toEqual(['tag']);
  });

  test('before a tag was sent leaves it waiting', async () => {
    world.diskFailsAt = 'sent';
    expect(await act(TAG)).toMatchObject({ state: 'planned' });
    expect(world.server.asked).toEqual([]);
  });
});
