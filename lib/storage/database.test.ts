import 'fake-indexeddb/auto';
import { forceCloseDatabase, IDBFactory } from 'fake-indexeddb';
import { deleteDB, type IDBPDatabase, openDB, unwrap } from 'idb';
import { beforeEach, expect, test } from 'vitest';
import { createDatabase, type Losing } from './database';

beforeEach(() => {
  indexedDB = new IDBFactory();
});

const open = (losing: Losing) =>
  openDB('notes', 1, { upgrade: (fresh) => void fresh.createObjectStore('notes'), ...losing });
// The cast: the fake's types name the class where an instance is meant.
const forceClose = (database: IDBPDatabase) =>
  forceCloseDatabase(unwrap(database) as unknown as Parameters<typeof forceCloseDatabase>[0]);

test('all who ask have the same database', async () => {
  const database = createDatabase(open);
  const [one, other] = await Promise.all([database(), database()]);
  expect(one).toBe(other);
  expect(await database()).toBe(one);
});

test('where opening failed, whoever asks next opens it', async () => {
  let tries = 0;
  const database = createDatabase(async (losing) => {
    tries += 1;
    if (tries === 1) throw new Error('the disk is full');
    return open(losing);
  });
  await expect(database()).rejects.toThrow('the disk is full');
  expect((await database()).name).toBe('notes');
});

test('one that the browser has closed is opened anew, with all that was in it', async () => {
  const database = createDatabase(open);
  await (await database()).put('notes', 'kept', 1);
  forceClose(await database());
  expect(await (await database()).get('notes', 1)).toBe('kept');
});

test('one that is to be deleted makes way and is opened anew', async () => {
  const database = createDatabase(open);
  await (await database()).put('notes', 'gone', 1);
  await deleteDB('notes');
  expect(await (await database()).get('notes', 1)).toBeUndefined();
});

test('the late end of an earlier one takes nothing from the next', async () => {
  const told: Losing[] = [];
  const database = createDatabase(async (losing) => {
    told.push(losing);
    return open(losing);
  });
  await database();
  told[0]?.terminated();
  const next = await database();
  told[0]?.terminated();
  expect(await database()).toBe(next);
});
