import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Agreed } from '../people/concern';
import type { Intent } from '../people/intent';
import { actAgreed, LOST, worldOf } from './testing/case-world';
import { CASES } from './testing/cases';
import { actIn, createWorld, INTENTS, resumeIn, startWorker, type World } from './testing/world';
import { DROPPED, JOURNEY } from './testing/server';

const { TRIGGER } = INTENTS;
const AGAIN: Agreed = [{ kind: 'already-in-journey', name: 'Welcome' }];
const ACTIVE = { ...JOURNEY, state: 'active' as const, step: null, steps: null, since: null };

let world: World = createWorld();
beforeEach(() => {
  indexedDB = new IDBFactory();
  world = createWorld();
  if (world.server.profile) world.server.profile.journeys = [ACTIVE];
});

describe('law 3: a journey she was in already, started again', () => {
  test('and the connection dropped: the old enrolment does not make it done', async () => {
    world.server.faults = [{ kind: 'answer', failure: DROPPED }];
    const { id, ...receipt } = await actIn(world, TRIGGER, AGAIN);
    expect(receipt).toMatchObject({ state: 'unknown', failure: DROPPED, wasSo: true });
    expect(receipt).not.toHaveProperty('rereadAt');
    for (let hour = 0; hour < 3; hour += 1) {
      world.clock += 3_600_000;
      expect(await resumeIn(world)).toMatchObject([{ state: 'unknown' }]);
    }
    expect(await startWorker(world).outbox.settle(id)).toMatchObject({ state: 'unknown' });
    expect(world.server.asked).toEqual(['trigger']);
  });

  test('and the server said yes: it is done', async () => {
    expect(await actIn(world, TRIGGER, AGAIN)).toMatchObject({ state: 'done' });
    expect(world.server.effects).toEqual(['trigger']);
  });

  test('after a wait in which she left: what is seen then is ours', async () => {
    const failure = { kind: 'busy', retryAt: world.clock + 1_000 } as const;
    world.server.faults = [{ kind: 'answer', failure }, { kind: 'act-then-drop' }];
    await actIn(world, TRIGGER, AGAIN);
    if (world.server.profile) world.server.profile.journeys = [];
    world.clock += 1_000;
    expect(await resumeIn(world)).toMatchObject([{ state: 'done' }]);
  });
});

test('law 3: nor does an enrolment that could not be read before', async () => {
  const { profile } = world.server;
  if (profile) profile.journeysFailure = DROPPED;
  if (profile) profile.journeys = [];
  world.server.faults = [{ kind: 'answer', failure: DROPPED }];
  const { id } = await actIn(world, TRIGGER, [{ kind: 'journeys-unknown', name: 'Welcome' }]);
  if (profile) profile.journeys = [ACTIVE];
  if (profile) delete profile.journeysFailure;
  expect(await startWorker(world).outbox.settle(id)).toMatchObject({ state: 'unknown' });
});

test('law 3: modules opened once more are not known to be by seeing her enrolled', async () => {
  const intent: Intent = {
    ...CASES.enrol.intent,
    kind: 'enrol',
    access: { type: 'partial_access', modules: ['m1'] },
  } as Intent; // the same with another access
  const school = worldOf(CASES.unenrol, [LOST]); // enrolled already
  for (const course of school.server.courses) course.access = 'partial_access';
  expect(await actAgreed(school, intent)).toMatchObject({ state: 'unknown', wasSo: true });
});
