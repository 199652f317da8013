import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { deleteDB, openDB } from 'idb';
import { beforeEach, describe, expect, test } from 'vitest';
import type { EmailAddress } from '../people/address';
import type { AccountRef } from '../people/account';
import type { Findings, PlaceSearch } from '../people/findings';
import type { Profile } from '../people/profile';
import type { Standing } from '../people/standing';
import { openDirectory } from './directory';

const mail: AccountRef = { id: 'mail', name: 'Acme Mail', system: 'octeth' };
const school: AccountRef = { id: 'school', name: 'Acme School', system: 'systeme' };
const newsletter = { id: '1', name: 'Newsletter' };
const customers = { id: '2', name: 'Customers' };
const ada = 'ada@lovelace.dev' as EmailAddress; // Already folded.

const bob = 'bob@example.com' as EmailAddress; // Already folded.

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const everywhere = [
  { accountId: 'mail', placeId: '1' },
  { accountId: 'mail', placeId: '2' },
  { accountId: 'school', placeId: '' },
];
const open = (searched = everywhere) => openDirectory({ searchedPlaces: async () => searched });

function profile(account: AccountRef, place: Profile['place'], standings: Standing[]): Profile {
  const blank = { name: 'Ada Lovelace', since: null, tags: [], journeys: [] };
  return { account, place, id: '77', address: 'Ada@Lovelace.dev', standings, ...blank };
}

function findings(account: AccountRef, more: Partial<Findings>): Findings {
  return { account, at: 1, profiles: [], places: [], walk: null, failure: null, ...more };
}

const absentIn = (...places: Profile['place'][]): PlaceSearch[] =>
  places.flatMap((place) => (place ? [{ place, outcome: 'absent' as const }] : []));

const subscribed = findings(mail, {
  profiles: [profile(mail, newsletter, ['subscribed'])],
  places: [{ place: newsletter, outcome: 'found' }, ...absentIn(customers)],
});

describe('what an address is marked with', () => {
  test('nothing is said of somebody never looked up', async () => {
    expect(await (await open()).recognise([ada])).toEqual(['unknown']);
  });

  test('spelling in capitals is the same person, a longer address is another', async () => {
    const directory = await open();
    await directory.remember(ada, subscribed);
    const asked = [' ADA@Lovelace.DEV ', 'nada@lovelace.dev', 'ada@lovelace.dev.example'];
    expect(await directory.recognise(asked)).toEqual(['one', 'unknown', 'unknown']);
  });

  test('known in both systems', async () => {
    const directory = await open();
    await directory.remember(ada, subscribed);
    await directory.remember(
      ada,
      findings(school, { profiles: [profile(school, null, ['subscribed'])] }),
    );
    expect(await directory.recognise([ada])).toEqual(['both']);
  });

  test('nothing more is said of lists after a write to them, and all that was of others', async () => {
    const directory = await open();
    await directory.remember(ada, subscribed);
    await directory.forget('school', ada);
    expect(await directory.recognise([ada, bob])).toEqual(['one', 'unknown']);
    await directory.remember(bob, subscribed);
    await directory.forget('mail', ada);
    expect(await directory.recognise([ada, bob])).toEqual(['unknown', 'one']);
  });

  test('whom the walk of Systeme.io has passed is not forgotten', async () => {
    const directory = await open();
    const people = [{ address: ada, id: '7', standings: ['subscribed' as const] }];
    const walk = directory.walkMemory('school');
    await walk.pass(people, await walk.position());
    await directory.forget('school', ada);
    expect(await walk.recall(ada)).toBe('7');
  });

  const loud: [Standing, string][] = [
    ['suppressed', 'stop'],
    ['hard-bounced', 'stop'],
    ['unsubscribed', 'attention'],
    ['leaving', 'attention'],
    ['soft-bounced', 'attention'],
    ['pending', 'pending'],
    ['unclear', 'pending'],
  ];
  test.each(loud)('%s on one list outweighs subscribed on another', async (standing, mark) => {
    const directory = await open();
    await directory.remember(ada, subscribed);
    const worse = { profiles: [profile(mail, customers, [standing])] };
    await directory.remember(ada, findings(mail, worse));
    expect(await directory.recognise([ada])).toEqual([mark]);
  });

  test('only places that are searched today count: no paused or removed account, no other list', async () => {
    const inSchool = findings(school, { profiles: [profile(school, null, ['hard-bounced'])] });
    const outside = [{ accountId: 'mail', placeId: '2' }];
    for (const found of [subscribed, inSchool]) await (await open()).remember(ada, found);
    expect(await (await open()).recognise([ada])).toEqual(['stop']);
    expect(await (await open(everywhere.slice(0, 2))).recognise([ada])).toEqual(['one']);
    expect(await (await open(outside)).recognise([ada])).toEqual(['absent']);
    expect(await (await open([])).recognise([ada])).toEqual(['unknown']);
  });

  test('somebody who left a list is no longer known there', async () => {
    const directory = await open([{ accountId: 'mail', placeId: '1' }]);
    await directory.remember(ada, subscribed);
    await directory.remember(ada, findings(mail, { places: absentIn(newsletter) }));
    expect(await directory.recognise([ada])).toEqual(['absent']);
  });
});

describe('law 3: not known is said only when everything was searched', () => {
  const nowhere = findings(mail, { places: absentIn(newsletter, customers) });
  const notInSchool = findings(school, { places: absentIn({ id: 'contacts', name: 'Contacts' }) });

  test('one account of two is not enough', async () => {
    const directory = await open();
    await directory.remember(ada, nowhere);
    expect(await directory.recognise([ada])).toEqual(['unknown']);
    await directory.remember(ada, notInSchool);
    expect(await directory.recognise([ada])).toEqual(['absent']);
  });

  test('a list that failed is not searched', async () => {
    const directory = await open();
    await directory.remember(ada, notInSchool);
    const failure = { kind: 'timeout', host: 'mail.test' } as const;
    const places: PlaceSearch[] = [
      ...absentIn(newsletter),
      { place: customers, outcome: 'failed', failure },
    ];
    await directory.remember(ada, findings(mail, { places }));
    expect(await directory.recognise([ada])).toEqual(['unknown']);
  });

  test('a walk that is not at its end has searched nothing', async () => {
    const directory = await open([{ accountId: 'school', placeId: '' }]);
    const walk = { passed: 400, complete: false };
    await directory.remember(ada, { ...notInSchool, walk });
    expect(await directory.recognise([ada])).toEqual(['unknown']);
  });
});

describe('the walk', () => {
  const position = {
    newestId: '9',
    oldestId: '5',
    head: null,
    passed: 5,
    complete: false,
  };

  test('people and position are kept together and survive the worker', async () => {
    const memory = (await open()).walkMemory('school');
    expect(await memory.position()).toMatchObject({ passed: 0, newestId: null });
    await memory.pass([{ address: ada, id: '7', standings: ['subscribed'] }], position);
    const later = (await open()).walkMemory('school');
    expect(await later.position()).toEqual(position);
    expect(await later.recall(ada)).toBe('7');
  });

  test('people passed are marked on pages', async () => {
    const directory = await open();
    const people = [{ address: ada, id: '7', standings: ['hard-bounced' as const] }];
    await directory.walkMemory('school').pass(people, position);
    expect(await directory.recognise([ada])).toEqual(['stop']);
  });

  test('another account recalls nobody', async () => {
    const directory = await open();
    const people = [{ address: ada, id: '7', standings: ['subscribed' as const] }];
    await directory.walkMemory('school').pass(people, position);
    expect(await directory.walkMemory('other').recall(ada)).toBeNull();
  });

  test('who was unlearnt is not recalled', async () => {
    const memory = (await open()).walkMemory('school');
    await memory.pass([{ address: ada, id: '7', standings: ['subscribed'] }], position);
    await memory.unlearn(ada);
    expect(await memory.recall(ada)).toBeNull();
  });
});

describe('a database that another context closes', () => {
  test('makes way, and is opened anew by whoever asks next', async () => {
    const directory = await open();
    await directory.remember(ada, subscribed);
    await deleteDB('addressee-directory');
    expect(await directory.recognise([ada])).toEqual(['unknown']);
    await directory.remember(ada, subscribed);
    expect(await directory.recognise([ada])).toEqual(['one']);
    expect(await (await open()).recognise([ada])).toEqual(['one']);
    expect(await directory.walkMemory('school').position()).toMatchObject({ passed: 0 });
  });
});

test('a removed account takes all of its own with it and nothing else', async () => {
  const directory = await open();
  await directory.remember(ada, subscribed);
  const people = [{ address: ada, id: '7', standings: ['pending' as const] }];
  await directory.walkMemory('school').pass(people, {
    newestId: '7',
    oldestId: '7',
    head: null,
    passed: 1,
    complete: true,
  });
  await directory.forgetAccount('school');
  expect(await directory.recognise([ada])).toEqual(['one']);
  expect(await directory.walkMemory('school').position()).toMatchObject({ passed: 0 });
});

test('law 5: no address and no name stands in the directory', async () => {
  const directory = await open();
  await directory.remember(ada, subscribed);
  const people = [{ address: ada, id: '7', standings: ['subscribed' as const] }];
  const end = { newestId: '7', oldestId: '7', head: null, passed: 1, complete: true };
  await directory.walkMemory('school').pass(people, end);
  const database = await openDB('addressee-directory');
  const rows = await Promise.all(
    [...database.objectStoreNames].map((name) => database.getAll(name)),
  );
  const text = JSON.stringify(rows).toLowerCase();
  expect(text).toContain('subscribed');
  expect(text).not.toMatch(/\bada\b|lovelace|@/);
});
