import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, expect, test } from 'vitest';
import type { Findings } from '../people/findings';
import { ada, bob, cyd, fill, list, open, school, seen, standing } from './testing/people';

const DAY_MS = 86_400_000;
const START = 20_000 * DAY_MS;
const LATER = START + 91 * DAY_MS;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

/** Of how many people there are news, in each place. */
async function newsKept(): Promise<number[]> {
  const database = await openDB('addressee-directory');
  const places = await database.getAll('places');
  database.close();
  return places.map(({ news }) => news.at.length);
}

const inSchool = ({ account, ...found }: Findings): Findings => ({
  ...found,
  profiles: found.profiles.map((profile) => ({ ...profile, place: null })),
  account: { ...account, id: 'school', system: 'systeme' },
});

test('where no register is made, what was seen is kept for ninety days', async () => {
  const directory = await open();
  await directory.remember(ada, seen(ada, START, ['subscribed']));
  await directory.remember(bob, seen(bob, START + 2 * DAY_MS, ['subscribed']));
  await directory.remember(cyd, seen(cyd, LATER, ['subscribed']));
  expect(await newsKept()).toEqual([2]);
  expect(await directory.recognise([ada, bob, cyd])).toEqual(['unknown', 'one', 'one']);
});

test('law 3: nothing is forgotten that would let an older register answer again', async () => {
  const directory = await open();
  await fill(directory, list, [standing(ada)], START);
  await directory.remember(ada, seen(ada, START + 1, ['unsubscribed']));
  await directory.remember(bob, seen(bob, LATER, ['subscribed']));
  expect(await newsKept()).toEqual([2]);
  expect(await directory.recognise([ada])).toEqual(['attention']);
});

test('law 3: nor one that is on its way since before', async () => {
  const directory = await open();
  await directory.registers.begin(list, START);
  await directory.registers.takePage(list, [standing(ada)], 'page 2');
  await directory.remember(ada, seen(ada, START + 1, ['unsubscribed']));
  await directory.remember(bob, seen(bob, LATER, ['subscribed']));
  await directory.registers.finish(list);
  expect(await directory.recognise([ada])).toEqual(['attention']);
});

test('law 3: nor whom a walk has passed before', async () => {
  const directory = await open([school]);
  const passed = [{ address: ada, id: '7', standings: ['subscribed' as const] }];
  const end = { newestId: '7', oldestId: '7', head: null, passed: 1, complete: true };
  await directory.walkMemory('school').pass(passed, end);
  const at = Date.now() + 1;
  await directory.remember(ada, inSchool(seen(ada, at, ['unsubscribed'])));
  await directory.remember(bob, inSchool(seen(bob, at + 91 * DAY_MS, ['subscribed'])));
  expect(await directory.recognise([ada])).toEqual(['attention']);
});
