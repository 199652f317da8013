import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { actIn, createWorld, INTENTS, resumeIn, startWorker, type World } from './testing/world';
import { DROPPED } from './testing/server';

const { TAG, TRIGGER } = INTENTS;
const DAY_MS = 86_400_000;

let world: World = createWorld();
beforeEach(() => {
  indexedDB = new IDBFactory();
  world = createWorld();
});
const resume = () => resumeIn(world);

describe('an account about to be removed', () => {
  test('has its waiting writes refused, with a sentence', async () => {
    world.server.faults = [
      { kind: 'answer', failure: { kind: 'busy', retryAt: world.clock + 1_000 } },
    ];
    await actIn(world, TAG);
    await startWorker(world).outbox.abandon('other');
    expect(await resume()).toMatchObject([{ state: 'planned' }]);
    await startWorker(world).outbox.abandon('a');
    expect(await resume()).toMatchObject([{ state: 'refused', failure: { kind: 'bad-input' } }]);
  });

  test('law 3: leaves in doubt what was in doubt', async () => {
    world.server.faults = [{ kind: 'answer', failure: DROPPED }];
    await actIn(world, TRIGGER);
    await startWorker(world).outbox.abandon('a');
    world.accountGone = true;
    world.clock += DAY_MS;
    expect(await resume()).toMatchObject([{ state: 'unknown', failure: { what: 'account' } }]);
  });

  test('without warning has its waiting writes refused on resuming', async () => {
    world.server.faults = [
      { kind: 'answer', failure: { kind: 'busy', retryAt: world.clock + 1_000 } },
    ];
    await actIn(world, TAG);
    world.accountGone = true;
    world.clock += 1_000;
    expect(await resume()).toMatchObject([{ state: 'refused' }]);
  });
});
