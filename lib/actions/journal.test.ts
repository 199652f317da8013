import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { deleteDB, openDB } from 'idb';
import { beforeEach, describe, expect, test } from 'vitest';
import { ANY_INTENT } from '../people/testing/intents';
import { createEntry, type Entry } from './entry';
import { openJournal } from './journal';
import { INTENTS } from './testing/world';

const DAY_MS = 86_400_000;
const START = 1_000 * DAY_MS;

let clock = START;
beforeEach(() => {
  indexedDB = new IDBFactory();
  clock = START;
});
const journalOf = () => openJournal({ now: () => clock });
const entryOf = (change: Partial<Entry> = {}): Entry =>
  createEntry({ intent: INTENTS.TAG, agreed: [], ...change }, clock);

describe('an entry', () => {
  test('is there for the next worker as it was planned', async () => {
    const entry = entryOf();
    await journalOf().plan(entry);
    expect(await journalOf().get(entry.id)).toMatchObject(entry);
    expect(await journalOf().get('nobody')).toBeNull();
  });

  test('is moved by one of two who try at once', async () => {
    const entry = entryOf();
    await journalOf().plan(entry);
    const move = { from: 'planned', to: 'sent' } as const;
    const ends = await Promise.all([
      journalOf().advance(entry.id, move),
      journalOf().advance(entry.id, move),
    ]);
    expect(ends.filter((end) => end !== null)).toHaveLength(1);
    expect(await journalOf().advance(entry.id, { from: 'planned', to: 'refused' })).toBeNull();
    expect(await journalOf().get(entry.id)).toHaveProperty('state', 'sent');
  });

  test('tells when its state last changed', async () => {
    const entry = entryOf();
    const journal = journalOf();
    await journal.plan(entry);
    clock += 5;
    await journal.advance(entry.id, { from: 'planned', to: 'planned' }, { retryAt: 9 });
    expect(await journal.get(entry.id)).toMatchObject({ at: START, retryAt: 9 });
    await journal.advance(entry.id, { from: 'planned', to: 'sent' });
    expect(await journal.get(entry.id)).toMatchObject({ at: START + 5, plannedAt: START });
  });
});

describe('an entry as version 0.1 wrote it', () => {
  /** Before a person to be added had a way and fields, and a no could leave doubt. */
  async function keepOld(state: Entry['state']): Promise<void> {
    const { account, place, address } = ANY_INTENT.add.person;
    const person = {
      ...{ account, place, address, firstName: 'Ada', lastName: 'Lovelace' },
      ...{ standing: 'pending', ipAddress: '203.0.113.7' },
    };
    const old = {
      ...{ id: 'old', intent: { kind: 'add', person }, agreed: [], state },
      ...{ at: START, plannedAt: START, attempts: 1, rereads: 0, rereadAt: null, failure: null },
      ...{ retryAt: null, already: false, wasSo: false, undoes: null, undoBy: null },
      ...{ undone: false, acknowledged: false, unread: 1 },
    };
    await journalOf().page(null); // makes the database
    const database = await openDB('addressee-journal');
    await database.put('entries', old);
    database.close();
  }
  const person = { firstName: 'Ada', standing: 'pending', way: 'create', fields: [], since: null };
  const whole = { id: 'old', saidNo: false, intent: { kind: 'add', person } };

  test('is read with what has come since', async () => {
    await keepOld('unknown');
    const journal = journalOf();
    expect(await journal.get('old')).toMatchObject(whole);
    expect(await journal.unfinished()).toMatchObject([whole]);
    expect(await journal.unacknowledged()).toMatchObject([whole]);
    expect(await journal.page(null)).toMatchObject([whole]);
    const moved = await journal.advance('old', { from: 'unknown', to: 'planned' });
    expect(moved).toMatchObject(whole);
  });
});

test('unfinished entries come oldest first', async () => {
  const journal = journalOf();
  const ids: string[] = [];
  for (const state of ['unknown', 'done', 'sent', 'refused', 'planned'] as const) {
    clock += 1;
    const entry = entryOf({ state });
    ids.push(entry.id);
    await journal.plan(entry);
  }
  const [unknown, , sent, , planned] = ids;
  const unfinished = await journal.unfinished();
  expect(unfinished.map(({ id }) => id)).toEqual([unknown, sent, planned]);
});

test('what is acknowledged is not told again, until its outcome is known', async () => {
  const journal = journalOf();
  const [one, other] = [entryOf(), entryOf()];
  await journal.plan(one);
  await journal.plan(other);
  await journal.acknowledge([one.id, 'nobody']);
  await journal.advance(one.id, { from: 'planned', to: 'sent' });
  expect((await journal.unacknowledged()).map(({ id }) => id)).toEqual([other.id]);
  expect(await journal.get(one.id)).toHaveProperty('acknowledged', true);
  await journal.advance(one.id, { from: 'sent', to: 'done' });
  expect(await journal.unacknowledged()).toHaveLength(2);
});

test('after ninety days what is settled is dropped, what is not is kept', async () => {
  const journal = journalOf();
  const entries = (['done', 'refused', 'unknown', 'planned'] as const).map((state) =>
    entryOf({ state }),
  );
  for (const entry of entries) await journal.plan(entry);
  clock += 90 * DAY_MS;
  expect(await journalOf().unacknowledged()).toHaveLength(4);
  clock += 1;
  const states = (await journalOf().unacknowledged()).map(({ state }) => state);
  expect(states.toSorted()).toEqual(['planned', 'unknown']);
});

describe('an undo', () => {
  const doneEntry = async () => {
    const entry = entryOf({ state: 'done' });
    await journalOf().plan(entry);
    return entry;
  };

  test('that is done marks what it took back, in the same step', async () => {
    const entry = await doneEntry();
    const back = entryOf({ undoes: entry.id });
    expect(await journalOf().planUndo(back)).toBe(true);
    expect(await journalOf().get(entry.id)).toHaveProperty('undone', false);
    await journalOf().advance(back.id, { from: 'planned', to: 'sent' });
    await journalOf().advance(back.id, { from: 'sent', to: 'done' });
    expect(await journalOf().get(entry.id)).toHaveProperty('undone', true);
  });

  test('is planned by one of two who try at once', async () => {
    const { id } = await doneEntry();
    const ends = await Promise.all([
      journalOf().planUndo(entryOf({ undoes: id })),
      journalOf().planUndo(entryOf({ undoes: id })),
    ]);
    expect(ends.toSorted()).toEqual([false, true]);
    expect(await journalOf().unfinished()).toHaveLength(1);
  });

  test('of what was never done is not planned', async () => {
    const entry = entryOf({ state: 'refused' });
    await journalOf().plan(entry);
    expect(await journalOf().planUndo(entryOf({ undoes: entry.id }))).toBe(false);
    expect(await journalOf().planUndo(entryOf({ undoes: 'nobody' }))).toBe(false);
    expect(await journalOf().unfinished()).toEqual([]);
  });
});

test('law 4: a database that another context closes is opened anew by the next write', async () => {
  const journal = journalOf();
  await journal.plan(entryOf());
  await deleteDB('addressee-journal');
  const entry = entryOf();
  await journal.plan(entry);
  expect(await journal.unfinished()).toMatchObject([{ id: entry.id }]);
});
