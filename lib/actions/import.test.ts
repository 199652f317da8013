import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Agreed } from '../people/concern';
import { concernsOf } from '../people/consent';
import type { Intent, IntentOf } from '../people/intent';
import type { ImportLoad } from '../people/list-work';
import { createWorld, resumeIn, startWorker, type World } from './testing/world';
import { LOST } from './testing/case-world';
import { failing } from './testing/failing';
import { ACCOUNT, type Fault, PLACE } from './testing/server';

beforeEach(() => {
  indexedDB = new IDBFactory();
});

const IMPORT: IntentOf<'import'> = {
  kind: 'import',
  desk: { account: ACCOUNT, place: PLACE },
  loadId: 'load-1',
  people: 2,
  tags: [],
  updateKnown: false,
  startActions: false,
  jobId: null,
};
const LOAD: ImportLoad = {
  lines: [
    ['eve@example.com', 'Eve'],
    ['fay@example.com', 'Fay'],
  ],
  columns: ['address', null],
};
const YES: Agreed = concernsOf(IMPORT, null);
const BUSY: Fault = { kind: 'answer', failure: { kind: 'busy', retryAt: 1_000_900_000 } };

function worldWith(faults: Fault[] = []): World {
  const world = createWorld(ACCOUNT);
  world.server.faults = faults;
  return world;
}

describe('an import', () => {
  test('law 6: needs a yes, whatever is in the file', async () => {
    const world = worldWith();
    const { outbox } = startWorker(world);
    const more = { ...IMPORT, updateKnown: true, startActions: true };
    expect(await outbox.act({ intent: more, agreed: YES, load: LOAD })).toMatchObject({
      outcome: 'needs-yes',
      concerns: [
        { of: 'imports', name: '2 people' },
        { of: 'overwrites' },
        { of: 'starts-actions' },
      ],
    });
    expect(world.server.asked).toEqual([]);
  });

  test('is handed over once, and its receipt knows what to ask after but not who was in it', async () => {
    const world = worldWith();
    const { outbox } = startWorker(world);
    await outbox.act({ intent: IMPORT, agreed: YES, load: LOAD });
    expect(world.server.asked).toEqual(['import']);
    const [receipt] = await outbox.receipts();
    expect(receipt).toMatchObject({ state: 'done', intent: { jobId: '31' } });
    expect(JSON.stringify(receipt)).not.toContain('eve@example.com');
  });

  test.each<[string, Fault[], boolean]>([
    ['that was taken', [], true],
    ['whose answer was lost', [{ kind: 'act-then-drop' }], true],
    ['that was turned away unread', [BUSY], false],
    [
      'that was refused',
      [{ kind: 'answer', failure: { kind: 'wrong-key', service: 'octeth' } }],
      false,
    ],
  ])('law 3: %s: whether it may have brought anybody is told', async (_, faults, mayBeSo) => {
    const world = worldWith(faults);
    const { outbox } = startWorker(world);
    await outbox.act({ intent: IMPORT, agreed: YES, load: LOAD });
    expect(new Set(world.maybes)).toEqual(new Set([mayBeSo]));
  });

  test.each<[string, ImportLoad | undefined]>([
    ['without its load', undefined],
    ['with another number of lines', { ...LOAD, lines: LOAD.lines.slice(1) }],
    ['with a line that has no address', { ...LOAD, lines: [['eve'], ['fay@example.com']] }],
    ['without a column of addresses', { ...LOAD, columns: [null, null] }],
    ['with two of them', { ...LOAD, columns: ['address', 'address'] }],
  ])('%s is refused before anything is asked', async (_, load) => {
    const world = worldWith();
    const { outbox } = startWorker(world);
    const acting = outbox.act({ intent: IMPORT, agreed: YES, ...(load && { load }) });
    await expect(acting).rejects.toEqual(failing({ kind: 'bad-input' }));
    expect(world.server.asked).toEqual([]);
  });

  describe('of people whom the server fetches', () => {
    const far = (people: 'address' | 'database'): IntentOf<'import'> => ({ ...IMPORT, people });
    const yes = (intent: Intent): Agreed => concernsOf(intent, null);
    const columns: ImportLoad['columns'] = ['address'];
    const URL_LOAD: ImportLoad = {
      ...{ url: 'https://acme.com/people.csv?token=secret', separator: ',', columns },
    };
    const STAGED: ImportLoad = { staged: { id: '9', from: 'database' }, columns };

    test.each<['address' | 'database', ImportLoad]>([
      ['address', URL_LOAD],
      ['database', STAGED],
    ])('law 5: keeps from where, and nothing more: %s', async (people, load) => {
      const world = worldWith();
      const { outbox } = startWorker(world);
      const intent = far(people);
      await outbox.act({ intent, agreed: yes(intent), load });
      const [receipt] = await outbox.receipts();
      expect(receipt).toMatchObject({ state: 'done', intent: { people } });
      expect(JSON.stringify(receipt)).not.toMatch(/acme\.com|secret|staged/);
    });

    test.each<[string, 'address' | 'database', ImportLoad]>([
      ['from elsewhere than was agreed', 'database', URL_LOAD],
      ['that were lines when it was agreed', 'address', LOAD],
      ['at an unsafe address', 'address', { ...URL_LOAD, url: 'http://acme.com/people.csv' }],
      ['without a column of addresses', 'address', { ...URL_LOAD, columns: [null] }],
      ['without its number', 'database', { ...STAGED, staged: { id: ' ', from: 'database' } }],
    ])('is refused %s', async (_, people, load) => {
      const world = worldWith();
      const intent = far(people);
      const acting = startWorker(world).outbox.act({ intent, agreed: yes(intent), load });
      await expect(acting).rejects.toEqual(failing({ kind: 'bad-input' }));
      expect(world.server.asked).toEqual([]);
    });
  });

  test('that waits goes on in the worker that still has the file', async () => {
    const world = worldWith([BUSY]);
    const { outbox } = startWorker(world);
    await outbox.act({ intent: IMPORT, agreed: YES, load: LOAD });
    world.clock += 900_000;
    await outbox.resume();
    expect(await outbox.receipts()).toMatchObject([{ state: 'done' }]);
    expect(world.server.listed).toHaveLength(2);
  });

  test('law 4: that waits is refused, never half sent, by a worker that has not', async () => {
    const world = worldWith([BUSY]);
    await startWorker(world).outbox.act({ intent: IMPORT, agreed: YES, load: LOAD });
    world.clock += 900_000;
    const [receipt] = await resumeIn(world);
    expect(receipt).toMatchObject({ state: 'refused' });
    expect(JSON.stringify(receipt?.failure)).toContain('choose the file again');
    expect(world.server.listed).toEqual([]);
  });

  test('law 3: whose answer is lost stays in doubt, and is not sent again by itself', async () => {
    const world = worldWith([{ kind: 'act-then-drop' }]);
    await startWorker(world).outbox.act({ intent: IMPORT, agreed: YES, load: LOAD });
    for (let hour = 0; hour < 9; hour += 1) {
      world.clock += 3_600_000;
      await resumeIn(world);
    }
    expect(await resumeIn(world)).toMatchObject([{ state: 'unknown', wasSo: true }]);
    expect(world.server.asked).toEqual(['import']);
  });

  test('in doubt is named before the same file is sent again', async () => {
    const world = worldWith([LOST]);
    const { outbox } = startWorker(world);
    await outbox.act({ intent: IMPORT, agreed: YES, load: LOAD });
    expect(await outbox.act({ intent: IMPORT, agreed: YES, load: LOAD })).toMatchObject({
      outcome: 'needs-yes',
      concerns: [{ kind: 'consequence' }, { kind: 'in-doubt', name: '2 people' }],
    });
  });

  test('in doubt is named too before the file is chosen again, or with another switch', async () => {
    const world = worldWith([LOST]);
    const { outbox } = startWorker(world);
    await outbox.act({ intent: IMPORT, agreed: YES, load: LOAD });
    const again = { ...IMPORT, loadId: 'load-2', updateKnown: true };
    expect(
      await outbox.act({ intent: again, agreed: concernsOf(again, null), load: LOAD }),
    ).toMatchObject({
      outcome: 'needs-yes',
      concerns: [
        { kind: 'consequence' },
        { kind: 'consequence' },
        { kind: 'in-doubt', name: '2 people' },
      ],
    });
  });

  test('that meets locked keys keeps its file until they are open', async () => {
    const world = worldWith([{ kind: 'answer', failure: { kind: 'locked' } }]);
    const { outbox } = startWorker(world);
    await outbox.act({ intent: IMPORT, agreed: YES, load: LOAD });
    await outbox.resume();
    expect(await outbox.receipts()).toMatchObject([{ state: 'done' }]);
    expect(world.server.asked).toEqual(['import', 'import']);
  });
});

test('everything that was done is told page by page, newest first', async () => {
  const world = worldWith();
  const { outbox } = startWorker(world);
  for (let count = 0; count < 60; count += 1) {
    world.clock += 1;
    const intent = { ...IMPORT, loadId: `load-${count}` };
    await outbox.act({ intent, agreed: YES, load: LOAD });
  }
  const newest = await outbox.journal(null);
  expect(newest).toHaveLength(50);
  expect(newest[0]).toMatchObject({ intent: { loadId: 'load-59' } });
  const older = await outbox.journal(newest.at(-1)?.at ?? null);
  // The last of the page before is the first of this one: of two at one moment neither is lost.
  expect(older.map(({ id }) => id)).toContain(newest.at(-1)?.id);
  expect(older).toHaveLength(11);
});
