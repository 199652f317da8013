import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Agreed } from '../people/concern';
import type { Receipt } from '../people/receipt';
import {
  actIn,
  createWorld,
  INTENTS,
  NEW_VIP,
  resumeIn,
  startWorker,
  type World,
} from './testing/world';
import { DROPPED, JOURNEY, VIP } from './testing/server';

const { TAG, NEW_TAG, UNTAG, TRIGGER, LEAVE } = INTENTS;
const IN_DOUBT: Agreed = [{ kind: 'in-doubt', name: 'Welcome' }];
const ACTIVE = { ...JOURNEY, state: 'active' as const, step: null, steps: null, since: null };

let world: World = createWorld();
beforeEach(() => {
  indexedDB = new IDBFactory();
  world = createWorld();
});
const busyOnce = () =>
  world.server.faults.push({
    kind: 'answer',
    failure: { kind: 'busy', retryAt: world.clock + 1_000 },
  });
const dropOnce = () => world.server.faults.push({ kind: 'answer', failure: DROPPED });
async function resumeLater(): Promise<Receipt[]> {
  world.clock += 3_600_000;
  return resumeIn(world);
}
const stateOf = (receipts: Receipt[], { id }: Receipt) =>
  receipts.find((receipt) => receipt.id === id)?.state;

describe('law 3: what waits to be sent', () => {
  test('gives way to its opposite, and says so', async () => {
    busyOnce();
    const waiting = await actIn(world, TAG);
    expect(await actIn(world, UNTAG)).toMatchObject({ state: 'done', already: true });
    const receipts = await resumeLater();
    expect(receipts.find(({ id }) => id === waiting.id)).toMatchObject({
      state: 'refused',
      failure: { reason: expect.stringContaining('later') },
    });
    expect(world.server.profile?.tags).toEqual([]);
    expect(world.server.effects).toEqual([]);
  });

  test('gives way also where the tag is new and known by its name alone', async () => {
    busyOnce();
    const waiting = await actIn(world, NEW_TAG, NEW_VIP);
    await actIn(world, UNTAG);
    expect(stateOf(await resumeLater(), waiting)).toBe('refused');
    expect(world.server.profile?.tags).toEqual([]);
  });

  test('gives way where the opposite has to be sent', async () => {
    if (world.server.profile) world.server.profile.journeys = [ACTIVE];
    busyOnce();
    const again = await actIn(world, TRIGGER, [{ kind: 'already-in-journey', name: 'Welcome' }]);
    expect(await actIn(world, LEAVE)).toMatchObject({ state: 'done' });
    expect(stateOf(await resumeLater(), again)).toBe('refused');
    expect(world.server.effects).toEqual(['leave']);
  });

  test('is joined by the same, and sent once', async () => {
    busyOnce();
    const waiting = await actIn(world, TRIGGER);
    expect(await actIn(world, TRIGGER)).toMatchObject({ id: waiting.id, state: 'planned' });
    expect(await resumeLater()).toMatchObject([{ id: waiting.id, state: 'done' }]);
    expect(world.server.effects).toEqual(['trigger']);
  });

  test('is left alone by what concerns another tag or another person', async () => {
    busyOnce();
    const waiting = await actIn(world, TAG);
    await actIn(world, { ...UNTAG, tag: { id: '2', name: 'other' } });
    expect(stateOf(await resumeLater(), waiting)).toBe('done');
  });

  test('stays where its opposite is asked about first', async () => {
    if (world.server.profile) world.server.profile.tags = [VIP];
    busyOnce();
    await actIn(world, UNTAG);
    if (world.server.profile) world.server.profile.standings = ['unsubscribed'];
    if (world.server.profile) world.server.profile.tags = [];
    expect(await startWorker(world).outbox.act({ intent: TAG, agreed: [] })).toMatchObject({
      outcome: 'needs-yes',
    });
    expect(await startWorker(world).outbox.receipts()).toMatchObject([{ state: 'planned' }]);
  });
});

describe('what is in doubt', () => {
  test('law 6: a start whose arrival is unknown is repeated only after a yes', async () => {
    dropOnce();
    const first = await actIn(world, TRIGGER);
    const reply = await startWorker(world).outbox.act({ intent: TRIGGER, agreed: [] });
    expect(reply).toEqual({ outcome: 'needs-yes', concerns: IN_DOUBT });
    expect(world.server.asked).toEqual(['trigger']);
    const second = await actIn(world, TRIGGER, IN_DOUBT);
    expect(second).toMatchObject({ state: 'done' });
    const receipts = await resumeLater();
    expect(stateOf(receipts, first), 'the second start proves nothing of the first').toBe(
      'unknown',
    );
  });

  test('law 3: of two doubtful starts neither is settled by one enrolment', async () => {
    dropOnce();
    const first = await actIn(world, TRIGGER);
    world.server.faults = [{ kind: 'act-then-drop' }];
    const second = await actIn(world, TRIGGER, IN_DOUBT);
    expect(second).toMatchObject({ state: 'unknown', wasSo: true });
    const receipts = await resumeLater();
    expect([stateOf(receipts, first), stateOf(receipts, second)]).toEqual(['unknown', 'unknown']);
  });

  test('law 3: a second start that waits with its yes proves nothing either', async () => {
    dropOnce();
    await actIn(world, TRIGGER);
    busyOnce();
    const second = await actIn(world, TRIGGER, IN_DOUBT);
    world.server.faults = [{ kind: 'act-then-drop' }];
    const receipts = await resumeLater();
    expect(stateOf(receipts, second)).toBe('unknown');
  });

  test('a tag is not sent again once it has been taken away', async () => {
    world.server.faults = Array.from({ length: 2 }, () => ({ kind: 'answer', failure: DROPPED }));
    Object.assign(world.server.faults, { shift: dropNetwork });
    const doubtful = await actIn(world, TAG);
    expect(doubtful).toMatchObject({ state: 'unknown' });
    world.server.down = false;
    world.server.faults = [];
    await actIn(world, UNTAG);
    expect(stateOf(await resumeLater(), doubtful)).toBe('unknown');
    expect(world.server.profile?.tags).toEqual([]);
  });
});

/** Gives the fault, and takes the network away with it. */
function dropNetwork() {
  world.server.down = true;
  return { kind: 'answer' as const, failure: DROPPED };
}

test('law 10: taking back makes a doubtful twin of what is taken back not come again', async () => {
  Object.assign(world.server.faults, { shift: dropNetwork });
  await actIn(world, TAG);
  world.server.down = false;
  world.server.faults = [];
  const { id } = await actIn(world, TAG);
  expect(await startWorker(world).outbox.undo(id)).toMatchObject({ state: 'done' });
  await resumeLater();
  expect(world.server.profile?.tags).toEqual([]);
});
