import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Intent, IntentOf } from '../people/intent';
import { actAgreed, worldOf } from './testing/case-world';
import { CASES, MOVED } from './testing/cases';
import { failing } from './testing/failing';
import type { Fault } from './testing/server';
import { resumeIn, startWorker } from './testing/world';

beforeEach(() => {
  indexedDB = new IDBFactory();
});

describe('a change', () => {
  const each = CASES.update;
  const update = each.intent as IntentOf<'update'>; // of that case

  test('that somebody else has overtaken is not sent, nor is its undoing', async () => {
    const world = worldOf(each);
    world.server.fields['size'] = 'XL';
    await expect(actAgreed(world, update)).rejects.toEqual(failing({ kind: 'bad-input' }));
    world.server.fields['size'] = 'S';
    const { id } = await actAgreed(world, update);
    world.server.fields['size'] = 'XL';
    const { outbox } = startWorker(world);
    await expect(outbox.undo(id)).rejects.toEqual(failing({ kind: 'bad-input' }));
    expect(world.server.asked).toEqual(['update']);
  });

  test('is taken back under the address she has since then', async () => {
    const world = worldOf(each);
    const { id } = await actAgreed(world, update);
    const { outbox } = startWorker(world);
    expect(await outbox.undo(id)).toMatchObject({
      state: 'done',
      intent: { target: { address: MOVED } },
    });
    expect(world.server.fields['size']).toBe('S');
    expect(world.server.profile?.address).toBe(update.target.address);
  });

  test('of another field goes beside one that waits, of the same it takes its place', async () => {
    const failure = { kind: 'busy', retryAt: 1_000_900_000 } as const;
    const wait: Fault = { kind: 'answer', failure };
    const world = worldOf(each, [wait, wait, wait]);
    const change = (id: string, before: string, after: string): Intent => ({
      ...update,
      fields: [{ id, name: id, before, after }],
      newAddress: null,
    });
    await actAgreed(world, change('size', 'S', 'M'));
    await actAgreed(world, change('other', 'x', 'y'));
    await actAgreed(world, change('size', 'S', 'L'));
    const receipts = await startWorker(world).outbox.receipts();
    expect(receipts.map(({ state }) => state).toSorted()).toEqual([
      'planned',
      'planned',
      'refused',
    ]);
    world.clock += 900_000;
    await resumeIn(world);
    expect(world.server.fields).toEqual({ size: 'L', other: 'y' });
  });
});
