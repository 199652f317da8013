import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Agreed } from '../people/concern';
import { actIn, createWorld, INTENTS, resumeIn, startWorker, type World } from './testing/world';
import { DROPPED } from './testing/server';

const { TRIGGER, LEAVE } = INTENTS;
const UNREAD: Agreed = [{ kind: 'journeys-unknown', name: 'Welcome' }];

let world: World = createWorld();
beforeEach(() => {
  indexedDB = new IDBFactory();
  world = createWorld();
});
function setJourneysFailure(fails: boolean): void {
  if (!world.server.profile) return;
  if (fails) world.server.profile.journeysFailure = DROPPED;
  else delete world.server.profile.journeysFailure;
}

describe('law 3: while her journeys cannot be read', () => {
  beforeEach(() => setJourneysFailure(true));

  test('taking her out is sent, not called done already', async () => {
    expect(await actIn(world, LEAVE)).toMatchObject({ state: 'done' });
    expect(world.server.effects).toEqual(['leave']);
  });

  test('starting one asks first', async () => {
    const reply = await startWorker(world).outbox.act({ intent: TRIGGER, agreed: [] });
    expect(reply).toEqual({ outcome: 'needs-yes', concerns: UNREAD });
    expect(world.server.asked).toEqual([]);
    expect(await actIn(world, TRIGGER, UNREAD)).toMatchObject({ state: 'done' });
  });

  test.each([
    [TRIGGER, UNREAD],
    [LEAVE, []],
  ] as const)('a doubtful $0.kind is not called looked for', async (intent, agreed) => {
    world.server.faults = [{ kind: 'answer', failure: DROPPED }];
    const receipt = await actIn(world, intent, [...agreed]);
    expect(receipt).toMatchObject({ state: 'unknown', failure: DROPPED });
    expect(receipt).not.toHaveProperty('rereadAt');
    expect(world.server.asked).toHaveLength(1);
  });
});

test('law 3: a start that waits goes on waiting while her journeys cannot be read', async () => {
  const failure = { kind: 'busy', retryAt: world.clock + 1_000 } as const;
  world.server.faults = [{ kind: 'answer', failure }];
  await actIn(world, TRIGGER);
  setJourneysFailure(true);
  world.clock += 1_000;
  expect(await resumeIn(world)).toMatchObject([{ state: 'planned', failure: DROPPED }]);
  setJourneysFailure(false);
  world.clock += 3_600_000;
  expect(await resumeIn(world)).toMatchObject([{ state: 'done' }]);
  expect(world.server.effects).toEqual(['trigger']);
});
