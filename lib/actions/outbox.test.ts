import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Agreed } from '../people/concern';
import type { Intent } from '../people/intent';
import {
  actIn,
  createWorld,
  INTENTS,
  resumeIn,
  startWorker,
  type World,
  NEW_VIP,
  yesTo,
} from './testing/world';
import { failing } from './testing/failing';
import { findings, PLACE } from './testing/server';
import { ADA, DROPPED, TARGET, VIP } from './testing/server';

const { TAG, NEW_TAG, UNTAG, TRIGGER, LEAVE } = INTENTS;

const DAY_MS = 86_400_000;

let world: World = createWorld();
beforeEach(() => {
  indexedDB = new IDBFactory();
  world = createWorld();
});
const act = (intent: Intent, agreed: Agreed = []) => actIn(world, intent, agreed);
const resume = () => resumeIn(world);

describe('a write', () => {
  test('is done, told, kept and forgets what was remembered', async () => {
    expect(await act(TAG)).toMatchObject({ state: 'done', failure: null, intent: TAG });
    expect(world.server.profile?.tags).toEqual([VIP]);
    expect(world.forgotten).toBeGreaterThan(0);
    expect(world.used).toBe(1);
    const { outbox } = startWorker(world);
    const [receipt] = await outbox.receipts();
    expect(receipt).toMatchObject({ state: 'done' });
    await outbox.acknowledge([receipt?.id ?? '']);
    expect(await outbox.receipts()).toEqual([]);
  });

  test('that is so already is done without a request', async () => {
    await act(TAG);
    world.server.asked = [];
    expect(await act(TAG)).toMatchObject({ state: 'done', failure: null, already: true });
    expect(await act(LEAVE)).toMatchObject({ state: 'done', already: true });
    expect(world.server.asked).toEqual([]);
  });

  test('law 3: is not called done by what was remembered and has changed since', async () => {
    await act(TAG);
    world.kept = findings(world.server);
    if (world.server.profile) world.server.profile.tags = []; // taken away in Octeth itself
    world.server.asked = [];
    expect(await act(TAG)).toMatchObject({ state: 'done' });
    expect(world.server.asked).toEqual(['tag']);
    expect(world.server.profile?.tags).toEqual([VIP]);
  });

  test('law 6: is asked about how she stands now, not about what was remembered', async () => {
    world.kept = findings(world.server);
    if (world.server.profile) world.server.profile.standings = ['unsubscribed'];
    const { outbox } = startWorker(world);
    expect(await outbox.act({ intent: TAG, agreed: [] })).toEqual({
      outcome: 'needs-yes',
      concerns: [{ kind: 'standing', standing: 'unsubscribed', place: PLACE }],
    });
    expect(world.server.asked).toEqual([]);
  });

  test('with a new tag creates it, and the journal knows its id before she gets it', async () => {
    const receipt = await act(NEW_TAG, NEW_VIP);
    expect(receipt).toMatchObject({ state: 'done', intent: { tag: { id: '1' } } });
    expect(world.server.effects).toEqual(['create tag', 'tag']);
  });

  test('the server refuses is refused, with its reason', async () => {
    const failure = { kind: 'not-allowed', permission: 'Subscriber.Tag' } as const;
    world.server.faults = [{ kind: 'answer', failure }];
    expect(await act(TAG)).toMatchObject({ state: 'refused', failure });
    expect(await resume()).toMatchObject([{ state: 'refused' }]);
    expect(world.server.asked).toEqual(['tag']);
  });

  test.each<[string, Intent]>([
    ['no person', { ...TAG, target: { ...TARGET, profileId: ' ' } }],
    ['no list', { ...TAG, target: { ...TARGET, place: null } }],
    ['no tag', { ...UNTAG, tag: { id: '', name: 'x' } }],
    ['an empty new tag', { ...NEW_TAG, tag: { id: null, name: ' ' } }],
    ['a new tag of 65 characters', { ...NEW_TAG, tag: { id: null, name: 't'.repeat(65) } }],
    ['no journey', { ...TRIGGER, journey: { id: '', name: '' } }],
  ])('law 8: with %s is refused before any request', async (_, intent) => {
    await expect(act(intent, NEW_VIP)).rejects.toEqual(failing({ kind: 'bad-input' }));
    expect(world.server.asked).toEqual([]);
    expect(await startWorker(world).outbox.receipts()).toEqual([]);
  });

  test('law 1: for a profile that now carries another address is not sent', async () => {
    if (world.server.profile) world.server.profile.address = `not-${ADA}`;
    const reason = expect.stringContaining('another address');
    await expect(act(TAG)).rejects.toEqual(failing({ kind: 'bad-input', reason }));
    expect(world.server.asked).toEqual([]);
  });

  test('in a paused, locked or removed account is not sent', async () => {
    world.paused = true;
    await expect(act(TAG)).rejects.toEqual(failing({ kind: 'bad-input' }));
    world.paused = false;
    world.locked = true;
    await expect(act(TAG)).rejects.toEqual(failing({ kind: 'locked' }));
    world.accountGone = true;
    await expect(act(TAG)).rejects.toEqual(failing({ kind: 'not-found' }));
    expect(world.server.asked).toEqual([]);
  });
});

describe('law 6: consent first', () => {
  test('what needs a yes is neither sent nor journalled without it', async () => {
    if (world.server.profile) world.server.profile.standings = ['unsubscribed'];
    const { outbox } = startWorker(world);
    const reply = await outbox.act({ intent: TAG, agreed: [] });
    expect(reply).toMatchObject({
      outcome: 'needs-yes',
      concerns: [{ kind: 'standing', standing: 'unsubscribed' }],
    });
    expect(world.server.asked).toEqual([]);
    expect(await outbox.receipts()).toEqual([]);
    expect(await act(TAG, yesTo('unsubscribed'))).toMatchObject({ state: 'done' });
  });

  test('a yes to one standing is none to a worse one that came meanwhile', async () => {
    if (world.server.profile) world.server.profile.standings = ['suppressed'];
    const { outbox } = startWorker(world);
    const reply = await outbox.act({ intent: TAG, agreed: yesTo('pending') });
    expect(reply).toMatchObject({ outcome: 'needs-yes' });
    expect(world.server.effects).toEqual([]);
  });

  test('a journey she is in already is started again only after a yes', async () => {
    await act(TRIGGER);
    const reply = await startWorker(world).outbox.act({ intent: TRIGGER, agreed: [] });
    expect(reply).toMatchObject({ outcome: 'needs-yes' });
    expect(world.server.effects).toEqual(['trigger']);
  });

  test('a write that waited is not sent to somebody who unsubscribed meanwhile', async () => {
    const failure = { kind: 'busy', retryAt: world.clock + 5_000 } as const;
    world.server.faults = [{ kind: 'answer', failure }];
    await act(TRIGGER);
    if (world.server.profile) world.server.profile.standings = ['unsubscribed'];
    world.clock += 5_000;
    expect(await resume()).toMatchObject([{ state: 'refused', failure: { kind: 'bad-input' } }]);
    expect(world.server.effects).toEqual([]);
  });

  test('a yes to pending is none to suppressed', async () => {
    if (world.server.profile) world.server.profile.standings = ['pending'];
    const failure = { kind: 'busy', retryAt: world.clock + 5_000 } as const;
    world.server.faults = [{ kind: 'answer', failure }];
    await act(TAG, yesTo('pending'));
    if (world.server.profile) world.server.profile.standings = ['suppressed'];
    world.clock += 5_000;
    expect(await resume()).toMatchObject([{ state: 'refused' }]);
  });
});

describe('law 4: a server that asks to wait', () => {
  test('is obeyed, the user told when, and the write sent then', async () => {
    const retryAt = world.clock + 30_000;
    world.server.faults = [{ kind: 'answer', failure: { kind: 'busy', retryAt } }];
    expect(await act(TAG)).toMatchObject({ state: 'planned', retryAt });
    expect(world.wakes).toContain(retryAt);
    expect(world.news).toBe(1);
    world.clock = retryAt - 1;
    expect(await resume()).toMatchObject([{ state: 'planned' }]);
    expect(world.news).toBe(1);
    expect(world.server.effects).toEqual([]);
    world.clock = retryAt;
    expect(await resume()).toMatchObject([{ state: 'done' }]);
    expect(world.server.effects).toEqual(['tag']);
    expect(world.told).toMatchObject([{ state: 'done' }]);
    expect(world.news).toBe(2);
  });

  test('as often as it likes uses up no attempt', async () => {
    const failure = { kind: 'busy', retryAt: 1 } as const;
    world.server.faults = [
      ...Array.from({ length: 6 }, () => ({ kind: 'answer' as const, failure })),
      { kind: 'answer', failure: DROPPED },
    ];
    await act(TAG);
    for (let wake = 0; wake < 6; wake += 1) await resume();
    expect(await resume()).toMatchObject([{ state: 'done' }]);
    expect(world.server.asked).toHaveLength(8);
  });

  test('may be asked again at once by the user', async () => {
    const retryAt = world.clock + 30_000;
    world.server.faults = [{ kind: 'answer', failure: { kind: 'busy', retryAt } }];
    const { id } = await act(TAG);
    expect(await startWorker(world).outbox.settle(id)).toMatchObject({ state: 'done' });
  });

  test('for more than a day is given up, and nothing is sent', async () => {
    const retryAt = world.clock + DAY_MS;
    world.server.faults = [{ kind: 'answer', failure: { kind: 'busy', retryAt } }];
    await act(TAG);
    world.clock += DAY_MS;
    expect(await resume()).toMatchObject([{ state: 'refused', failure: { kind: 'bad-input' } }]);
    expect(world.server.effects).toEqual([]);
  });

  test('a write waits while keys are locked or the account is paused', async () => {
    world.server.faults = [{ kind: 'answer', failure: { kind: 'locked' } }];
    expect(await act(TAG)).toMatchObject({ state: 'planned', retryAt: null });
    world.locked = true;
    expect(await resume()).toMatchObject([{ state: 'planned' }]);
    world.locked = false;
    world.paused = true;
    expect(await resume()).toMatchObject([{ state: 'planned' }]);
    world.paused = false;
    expect(await resume()).toMatchObject([{ state: 'done' }]);
  });

  test('while the network is down a planned write waits', async () => {
    world.server.faults = [
      { kind: 'answer', failure: { kind: 'busy', retryAt: world.clock + 1_000 } },
    ];
    await act(TAG);
    world.clock += 1_000;
    world.server.down = true;
    expect(await resume()).toMatchObject([{ state: 'planned', failure: DROPPED }]);
    world.server.down = false;
    world.clock += 120_000;
    expect(await resume()).toMatchObject([{ state: 'done' }]);
    expect(world.server.asked).toEqual(['tag', 'tag']);
  });
});
