import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Agreed } from '../people/concern';
import type { Intent } from '../people/intent';
import { failing } from './testing/failing';
import { actIn, createWorld, INTENTS, startWorker, type World, yesTo } from './testing/world';
import { VIP } from './testing/server';

const { TAG, TRIGGER } = INTENTS;

let world: World = createWorld();
beforeEach(() => {
  indexedDB = new IDBFactory();
  world = createWorld();
});
const act = (intent: Intent, agreed: Agreed = []) => actIn(world, intent, agreed);

describe('law 10: undo is honest', () => {
  test('takes a tag back, once', async () => {
    const { id } = await act(TAG);
    const { outbox } = startWorker(world);
    expect(await outbox.undo(id)).toMatchObject({ state: 'done', undoes: id });
    expect(world.server.profile?.tags).toEqual([]);
    const receipts = await outbox.receipts();
    expect(receipts.find((receipt) => receipt.id === id)).toMatchObject({ undone: true });
    await expect(outbox.undo(id)).rejects.toEqual(failing({ kind: 'bad-input' }));
  });

  test('clicked in two windows at once takes back once', async () => {
    const { id } = await act(TAG);
    const [one, other] = [startWorker(world), startWorker(world)];
    const ends = await Promise.allSettled([one.outbox.undo(id), other.outbox.undo(id)]);
    expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(world.server.effects).toEqual(['tag', 'untag']);
  });

  test('needs no second yes for how she stands', async () => {
    if (world.server.profile) world.server.profile.standings = ['suppressed'];
    const { id } = await act(TAG, yesTo('suppressed'));
    expect(await startWorker(world).outbox.undo(id)).toMatchObject({ state: 'done' });
  });

  test('is not offered where nothing of ours was changed', async () => {
    await act(TAG);
    const { id } = await act(TAG);
    await expect(startWorker(world).outbox.undo(id)).rejects.toEqual(
      failing({ kind: 'bad-input' }),
    );
    expect(world.server.profile?.tags).toEqual([VIP]);
  });

  test('says why a journey cannot be taken back', async () => {
    const { id } = await act(TRIGGER);
    const why = failing({ reason: expect.stringContaining('can’t be taken back') });
    await expect(startWorker(world).outbox.undo(id)).rejects.toEqual(why);
  });

  test('that was refused may be tried again', async () => {
    const { id } = await act(TAG);
    const failure = { kind: 'refused', reason: 'no', code: 1 } as const;
    world.server.faults = [{ kind: 'answer', failure }];
    const { outbox } = startWorker(world);
    expect(await outbox.undo(id)).toMatchObject({ state: 'refused' });
    expect(await outbox.undo(id)).toMatchObject({ state: 'done' });
  });
});
