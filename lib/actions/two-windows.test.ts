import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { actIn, createWorld, INTENTS, resumeIn, startWorker, type World } from './testing/world';

const { TAG, TRIGGER } = INTENTS;

let world: World = createWorld();
beforeEach(() => {
  indexedDB = new IDBFactory();
  world = createWorld();
});
const resume = () => resumeIn(world);

describe('a second window acting at the same time', () => {
  test('tagging the same person does no harm', async () => {
    const { outbox } = startWorker(world);
    const [one, other] = await Promise.all([
      outbox.act({ intent: TAG, agreed: [] }),
      outbox.act({ intent: TAG, agreed: [] }),
    ]);
    expect([one, other]).toMatchObject([
      { receipt: { state: 'done' } },
      { receipt: { state: 'done', already: true } },
    ]);
    expect(world.server.effects).toEqual(['tag']);
  });

  test('starting the same journey asks the second one', async () => {
    const { outbox } = startWorker(world);
    const ends = await Promise.all([
      outbox.act({ intent: TRIGGER, agreed: [] }),
      outbox.act({ intent: TRIGGER, agreed: [] }),
    ]);
    expect(ends.map(({ outcome }) => outcome)).toEqual(['receipt', 'needs-yes']);
    expect(world.server.effects).toEqual(['trigger']);
  });

  test('resuming one waiting write in two contexts sends it once', async () => {
    const failure = { kind: 'busy', retryAt: world.clock + 1_000 } as const;
    world.server.faults = [{ kind: 'answer', failure }];
    await actIn(world, TRIGGER);
    world.clock += 1_000;
    // Locks are each worker's own here, so that only the journal stands between the two.
    await Promise.all([resume(), resume(), resume()]);
    expect(world.server.effects).toEqual(['trigger']);
    expect(world.server.asked).toEqual(['trigger', 'trigger']);
  });

  test('resuming while another sends starts a journey once', async () => {
    const { outbox } = startWorker(world);
    const [reply] = await Promise.all([
      outbox.act({ intent: TRIGGER, agreed: [] }),
      outbox.resume(),
      outbox.resume(),
      startWorker(world).outbox.resume(),
    ]);
    expect(reply).toMatchObject({ receipt: { state: 'done' } });
    expect(world.server.effects).toEqual(['trigger']);
  });
});
