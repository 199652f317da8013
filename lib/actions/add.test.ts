import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import type { Agreed } from '../people/concern';
import type { Intent, NewPerson } from '../people/intent';
import { actIn, createWorld, resumeIn, startWorker, type World, yesTo } from './testing/world';
import { ACCOUNT, ADA, DROPPED, PLACE } from './testing/server';

const person: NewPerson = {
  account: ACCOUNT,
  place: PLACE,
  address: ADA,
  firstName: 'Ada',
  lastName: 'Lovelace',
  standing: 'subscribed',
  ipAddress: '203.0.113.7',
  way: 'create' as const,
  since: null,
  fields: [],
};
const SHOP = { id: '4', name: 'Shop' };
const ADD: Intent = { kind: 'add', person };

let world: World = createWorld();
beforeEach(() => {
  indexedDB = new IDBFactory();
  world = createWorld();
  world.server.profile = null;
});
const add = (change: Partial<NewPerson> = {}, agreed: Agreed = []) =>
  actIn(world, { kind: 'add', person: { ...person, ...change } }, agreed);

test('somebody new is added', async () => {
  expect(await add()).toMatchObject({ state: 'done', intent: ADD });
  expect(world.server.effects).toEqual(['add']);
});

test('somebody there already is not added again', async () => {
  await add();
  expect(await add()).toMatchObject({ state: 'done', already: true });
  expect(world.server.effects).toEqual(['add']);
});

test('law 6: somebody unsubscribed there is not brought back by adding', async () => {
  await add();
  if (world.server.profile) world.server.profile.standings = ['unsubscribed'];
  await expect(add({}, yesTo('unsubscribed'))).rejects.toThrow('bad-input');
  expect(world.server.effects).toEqual(['add']);
});

test('law 3: somebody subscribed there is not called unsubscribed already', async () => {
  await add();
  const yes: Agreed = [{ kind: 'consequence', of: 'adds-as-left', name: ADA }];
  await expect(add({ standing: 'unsubscribed' }, yes)).rejects.toThrow('bad-input');
  if (world.server.profile) world.server.profile.standings = ['unsubscribed'];
  expect(await add({ standing: 'unsubscribed' }, yes)).toMatchObject({ already: true });
  expect(world.server.effects).toEqual(['add']);
});

test('law 6: as somebody who has left she is added only after a yes', async () => {
  const intent: Intent = { kind: 'add', person: { ...person, standing: 'leaving' } };
  const { outbox } = startWorker(world);
  const concerns = [{ kind: 'consequence', of: 'adds-as-left', name: ADA }] as Agreed;
  expect(await outbox.act({ intent, agreed: [] })).toEqual({ outcome: 'needs-yes', concerns });
  expect(await outbox.act({ intent, agreed: concerns })).toMatchObject({
    receipt: { state: 'done' },
  });
});

test('law 6: somebody unsubscribed on another list is added only after a yes', async () => {
  await add();
  if (world.server.profile) world.server.profile.standings = ['unsubscribed'];
  world.server.searches = [{ place: SHOP, outcome: 'absent' }];
  const intent: Intent = { kind: 'add', person: { ...person, place: SHOP } };
  const { outbox } = startWorker(world);
  expect(await outbox.act({ intent, agreed: [] })).toMatchObject({
    outcome: 'needs-yes',
    concerns: [{ kind: 'standing', standing: 'unsubscribed', place: PLACE }],
  });
});

test('law 3: nobody is added while the search has failed', async () => {
  world.server.down = true;
  await expect(add()).rejects.toThrow('offline');
  expect(world.server.asked).toEqual([]);
});

test('law 3: to a list that is not searched nobody is added, for she may be on it', async () => {
  await expect(add({ place: SHOP })).rejects.toEqual(
    expect.objectContaining({
      failure: expect.objectContaining({ reason: expect.stringContaining('is not searched') }),
    }),
  );
  expect(world.server.asked).toEqual([]);
  expect(await startWorker(world).outbox.receipts()).toEqual([]);
});

test('law 6: while another list cannot be asked how she stands, nobody is added', async () => {
  world.server.searches = [{ place: SHOP, outcome: 'failed', failure: DROPPED }];
  await expect(add()).rejects.toThrow('offline');
  expect(world.server.asked).toEqual([]);
});

test('another list that is gone keeps nobody from being added', async () => {
  const failure = { kind: 'not-found', what: 'list' } as const;
  const gone = { place: SHOP, outcome: 'failed', failure } as const;
  world.server.searches = [{ place: PLACE, outcome: 'absent' }, gone];
  expect(await add()).toMatchObject({ state: 'done' });
});

test('law 3: to a list that is gone itself nobody is added', async () => {
  const failure = { kind: 'not-found', what: 'list' } as const;
  world.server.searches = [{ place: PLACE, outcome: 'failed', failure }];
  await expect(add()).rejects.toEqual(expect.objectContaining({ failure }));
  expect(world.server.asked).toEqual([]);
});

test('law 3: a doubtful adding to a list no longer searched is not called looked for', async () => {
  world.server.faults = [{ kind: 'answer', failure: DROPPED }];
  world.server.searches = [{ place: SHOP, outcome: 'absent' }];
  Object.assign(world.server.faults, { shift: stopSearching });
  const receipt = await add({ place: SHOP });
  expect(receipt).toMatchObject({ state: 'unknown', failure: DROPPED });
  expect(receipt).not.toHaveProperty('rereadAt');
});

function stopSearching() {
  world.server.searches = [];
  return { kind: 'answer' as const, failure: DROPPED };
}

test('a connection that drops after she was added ends as done', async () => {
  world.server.faults = [{ kind: 'act-then-drop' }];
  expect(await add()).toMatchObject({ state: 'done' });
  expect(world.server.effects).toEqual(['add']);
});

test('one that drops before stays unknown and is never sent again', async () => {
  world.server.faults = [{ kind: 'answer', failure: DROPPED }];
  expect(await add()).toMatchObject({ state: 'unknown', failure: DROPPED });
  for (let hour = 0; hour < 9; hour += 1) {
    world.clock += 3_600_000;
    await resumeIn(world);
  }
  expect(world.server.asked).toEqual(['add']);
});

test.each(['', 'here', '256.1.1.1', '1.2.3', 'http://1.2.3.4', '::zz'])(
  'law 6: %j is no IP address',
  async (ipAddress) => {
    await expect(add({ ipAddress })).rejects.toThrow('bad-input');
    expect(world.server.asked).toEqual([]);
  },
);

test('an IP address of either kind, or none, will do', async () => {
  for (const ipAddress of ['203.0.113.7', '2001:db8::7', null]) {
    world.server.profile = null;
    expect(await add({ ipAddress })).toMatchObject({ state: 'done' });
  }
});
