import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { actAgreed, LOST, worldOf } from './testing/case-world';
import { CASES } from './testing/cases';
import { NEW_CONNECTION } from './testing/deeds';
import { failing } from './testing/failing';
import { startWorker } from './testing/world';

beforeEach(() => {
  indexedDB = new IDBFactory();
});

describe('a new connection', () => {
  const each = CASES.makeConnection;

  test('is known by its id, and is told from those there were', async () => {
    const world = worldOf(each);
    expect(await actAgreed(world, each.intent)).toMatchObject({
      state: 'done',
      intent: { connectionId: NEW_CONNECTION },
    });
    // Made since then by somebody else: it would later be taken for the one that was made here.
    await expect(actAgreed(world, each.intent)).rejects.toEqual(failing({ kind: 'bad-input' }));
    expect(world.server.asked).toEqual(['make connection']);
  });

  test('whose answer was lost stays in doubt until the list shows it', async () => {
    const world = worldOf(each, [LOST]);
    const { id } = await actAgreed(world, each.intent);
    const { outbox } = startWorker(world);
    expect(await outbox.settle(id)).toMatchObject({ state: 'unknown' });
    world.server.connections.push({ id: 'c-9', label: '', since: null, state: 'pending' });
    expect(await outbox.settle(id)).toMatchObject({ state: 'done' });
    expect(world.server.asked).toEqual(['make connection']);
  });
});
