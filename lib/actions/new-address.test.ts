/** Law 6: how the address stands that somebody is to get is looked up before it is given to her. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import type { Agreed } from '../people/concern';
import type { IntentOf } from '../people/intent';
import type { Profile } from '../people/profile';
import type { Standing } from '../people/standing';
import { actIn, createWorld, resumeIn, startWorker, type World } from './testing/world';
import { CASES, MOVED, yesToAll } from './testing/cases';
import { failing } from './testing/failing';
import { ACCOUNT, DROPPED, newcomer, PLACE } from './testing/server';

const each = CASES.update;
const update = each.intent as IntentOf<'update'>; // of that case
const SHOP = { id: '4', name: 'Shop' };
const GONE = { kind: 'not-found', what: 'list' } as const;

let world: World = createWorld();
beforeEach(() => {
  indexedDB = new IDBFactory();
  world = createWorld();
  each.prepare(world.server);
});

const stranger = (standing: Standing, place = SHOP): Profile => ({
  ...newcomer(ACCOUNT),
  ...{ id: '8', place, address: MOVED, standings: [standing] },
});
const yes = () => yesToAll(update, world.server);
const concernOf = (standing: Standing): Agreed[number] => ({
  kind: 'address-standing',
  standing,
  place: SHOP,
  name: MOVED,
});

test.each<Standing>(['unsubscribed', 'suppressed', 'hard-bounced', 'pending'])(
  'that it is %s on another list needs a deliberate yes',
  async (standing) => {
    world.server.strangers = [stranger(standing)];
    const reply = await startWorker(world).outbox.act({ intent: update, agreed: yes() });
    expect(reply).toMatchObject({ outcome: 'needs-yes' });
    expect(reply).toHaveProperty('concerns', expect.arrayContaining([concernOf(standing)]));
    expect(world.server.asked).toEqual([]);
    const agreed = [...yes(), concernOf(standing)];
    expect(await actIn(world, update, agreed)).toMatchObject({ state: 'done' });
  },
);

test('that it is subscribed elsewhere needs none', async () => {
  world.server.strangers = [stranger('subscribed')];
  expect(await actIn(world, update, yes())).toMatchObject({ state: 'done' });
});

test('that somebody on the same list has it is refused in words, and nothing is sent', async () => {
  world.server.strangers = [stranger('subscribed', PLACE)];
  const { outbox } = startWorker(world);
  await expect(outbox.act({ intent: update, agreed: yes() })).rejects.toEqual(
    failing({ kind: 'bad-input', reason: expect.stringContaining(`has ${MOVED} already`) }),
  );
  expect(world.server.asked).toEqual([]);
});

test('where a list could not be asked nothing is sent', async () => {
  world.server.searches = [{ place: SHOP, outcome: 'failed', failure: DROPPED }];
  const { outbox } = startWorker(world);
  await expect(outbox.act({ intent: update, agreed: yes() })).rejects.toEqual(failing(DROPPED));
  expect(world.server.asked).toEqual([]);
});

test('a list that is gone stands in the way of no change', async () => {
  world.server.searches = [{ place: SHOP, outcome: 'failed', failure: GONE }];
  expect(await actIn(world, update, yes())).toMatchObject({ state: 'done' });
});

test('law 3: the list that said no is the one that is named', async () => {
  const failure = { kind: 'refused', reason: 'It is being moved', code: 7 } as const;
  world.server.searches = [{ place: SHOP, outcome: 'failed', failure }];
  const { outbox } = startWorker(world);
  const reason = '“Shop” could not be asked: It is being moved';
  await expect(outbox.act({ intent: update, agreed: yes() })).rejects.toEqual(
    failing({ kind: 'bad-input', reason }),
  );
  expect(world.server.asked).toEqual([]);
});

test('a change that waits is not sent to an address that has unsubscribed meanwhile', async () => {
  const failure = { kind: 'busy', retryAt: world.clock + 1_000 } as const;
  world.server.faults = [{ kind: 'answer', failure }];
  expect(await actIn(world, update, yes())).toMatchObject({ state: 'planned' });
  world.server.strangers = [stranger('unsubscribed')];
  world.clock += 1_000;
  expect(await resumeIn(world)).toMatchObject([{ state: 'refused' }]);
  expect(world.server.profile?.address).not.toBe(update.newAddress?.after);
});

test('a lost change is not sent again to an address that somebody has taken meanwhile', async () => {
  Object.assign(world.server.faults, {
    shift: () => {
      world.server.strangers = [stranger('subscribed', PLACE)];
      return { kind: 'answer', failure: DROPPED };
    },
  });
  expect(await actIn(world, update, yes())).toMatchObject({ state: 'unknown', failure: DROPPED });
  expect(world.server.asked).toEqual(['update']);
});

test('a change of fields alone looks up nobody else', async () => {
  world.server.strangers = [stranger('subscribed', PLACE)];
  const fieldsOnly = { ...update, newAddress: null };
  expect(await actIn(world, fieldsOnly, [])).toMatchObject({ state: 'done' });
});
