import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Failure } from '../failure';
import { actIn, createWorld, INTENTS, resumeIn, type World } from './testing/world';
import { JOURNEY } from './testing/server';

const { TRIGGER } = INTENTS;

let world: World = createWorld();
beforeEach(() => {
  indexedDB = new IDBFactory();
  world = createWorld();
});

describe.each<[string, Failure]>([
  ['that does not come in time', { kind: 'timeout', host: 'mail.acme.com' }],
  ['of a server that broke', { kind: 'server-error', host: 'mail.acme.com', status: 502 }],
])('law 3: an answer %s', (_, failure) => {
  beforeEach(() => (world.server.faults = [{ kind: 'answer', failure }]));

  test('is no “not done”, and nothing is sent a second time', async () => {
    const receipt = await actIn(world, TRIGGER);
    expect(receipt).toMatchObject({ state: 'unknown', failure, rereadAt: world.clock });
    expect(world.maybes).toContain(true);
    world.clock += 3_600_000;
    expect(await resumeIn(world)).toMatchObject([{ state: 'unknown', failure }]);
    expect(world.server.asked).toEqual(['trigger']);
  });

  test('is found to have been a yes where the effect is there', async () => {
    await actIn(world, TRIGGER);
    if (world.server.profile) {
      world.server.profile.journeys = [
        { ...JOURNEY, state: 'active', step: null, steps: null, since: null },
      ];
    }
    world.clock += 3_600_000;
    expect(await resumeIn(world)).toMatchObject([{ state: 'done', failure: null }]);
    expect(world.server.asked).toEqual(['trigger']);
  });
});
