import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test } from 'vitest';
import { WALK_START } from '../crm/needs';
import { openDirectory } from './directory';
import { createFingerprints, makeFingerprintKey, printText } from './fingerprint';
import { ada, bob, fill, list, other, school, seen, standing } from './testing/people';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const HMAC = { name: 'HMAC', hash: 'SHA-256' } as const;

/** As version 0.2 kept it: rows by another hash, with a key of WebCrypto’s. */
async function keepAsVersionOne(): Promise<void> {
  const database = await openDB('addressee-directory', 1, {
    upgrade(database) {
      const sightings = database.createObjectStore('sightings', {
        keyPath: ['fingerprint', 'accountId', 'placeId'],
      });
      sightings.createIndex('byAccount', 'accountId');
      database.createObjectStore('walks', { keyPath: 'accountId' });
      database.createObjectStore('keys');
    },
  });
  const key = await crypto.subtle.generateKey(HMAC, false, ['sign']);
  const place = { accountId: 'school', placeId: '', system: 'systeme' };
  const said = { outcome: 'found', id: '7', standings: ['subscribed'], at: 1 };
  await database.put('sightings', { fingerprint: '0123456789abcdef', ...place, ...said });
  const position = { ...WALK_START, newestId: '9', oldestId: '5', passed: 5, complete: true };
  await database.put('walks', { accountId: 'school', position });
  await database.put('keys', key, 'fingerprint');
  database.close();
}

/** What is there, in the shape of version 0.3. */
async function keepAsVersionTwo(): Promise<void> {
  const now = await openDB('addressee-directory');
  const kept = ['keys', 'places', 'registers'] as const;
  const rows = await Promise.all(kept.map((name) => now.getAll(name)));
  const keys = await Promise.all(kept.map((name) => now.getAllKeys(name)));
  now.close();
  globalThis.indexedDB = new IDBFactory();
  const database = await openDB('addressee-directory', 2, {
    upgrade(database) {
      for (const name of ['sightings', 'walks', 'keys', 'registers', 'pages']) {
        database.createObjectStore(name);
      }
      for (const name of ['places', 'fillings']) {
        database.createObjectStore(name, { keyPath: ['accountId', 'placeId'] });
      }
    },
  });
  for (const [at, name] of kept.entries()) {
    for (const [index, row] of rows[at]?.entries() ?? []) {
      const { alteredAt: _later, ...place } = name === 'places' ? row : { alteredAt: null };
      if (name === 'places') await database.put(name, place);
      else await database.put(name, row, keys[at]?.[index]);
    }
  }
  await database.put('fillings', { accountId: 'mail', placeId: '2', position: '{"told":{}}' });
  database.close();
}

test('what version 0.2 kept makes way, and the walk begins anew, so that it misses nobody', async () => {
  await keepAsVersionOne();
  const searched = [{ accountId: 'school', placeId: '' }];
  const directory = await openDirectory({ searchedPlaces: async () => searched });
  expect(await directory.recognise([ada])).toEqual(['unknown']);
  const walk = directory.walkMemory('school');
  expect(await walk.position()).toEqual(WALK_START);
  const position = { ...WALK_START, newestId: '7', oldestId: '7', passed: 1, complete: true };
  await walk.pass([{ address: ada, id: '7', standings: ['subscribed'] }], position);
  expect(await directory.recognise([ada])).toEqual(['one']);
  const database = await openDB('addressee-directory');
  expect(await database.count('passings')).toBe(1);
  expect(await database.getAll('keys')).toEqual([expect.any(Uint8Array)]);
});

test('what version 0.3 had filled answers on; what it was filling begins anew', async () => {
  const searched = [list];
  const before = await openDirectory({ searchedPlaces: async () => searched });
  await fill(before, list, [standing(ada)]);
  await before.registers.begin(other, 1);
  await keepAsVersionTwo();
  const directory = await openDirectory({ searchedPlaces: async () => searched });
  expect(await directory.recognise([ada, bob])).toEqual(['one', 'absent']);
  expect(await directory.registers.fillings()).toEqual([]);
  expect(await directory.registers.states()).toMatchObject([{ doubtedAt: null, alteredAt: null }]);
});

test('law 3: whom a look-up had not found and a walk has passed since is not absent for it', async () => {
  const searched = [{ ...school, trusted: { since: 0, until: Date.now() + 60_000 } }];
  const before = await openDirectory({ searchedPlaces: async () => searched });
  const { account, ...found } = seen(ada, Date.now() - 60_000, null);
  await before.remember(ada, {
    ...found,
    account: { ...account, id: 'school', system: 'systeme' },
  });
  expect(await before.recognise([ada])).toEqual(['absent']);
  const position = { ...WALK_START, newestId: '7', oldestId: '7', passed: 1, complete: true };
  const passed = [{ address: ada, id: '7', standings: ['subscribed' as const] }];
  await before.walkMemory('school').pass(passed, position);
  expect(await before.recognise([ada])).toEqual(['one']);
  await keepAsVersionTwo();
  const after = await openDirectory({ searchedPlaces: async () => searched });
  expect(await after.recognise([ada])).toEqual(['unknown']);
});

describe('fingerprints', () => {
  const { of: printsOf } = createFingerprints(new Uint8Array(16).fill(1));
  const textsOf = (addresses: string[]) => {
    const prints = printsOf(addresses);
    return addresses.map((_, index) => printText(prints, index));
  };

  test('are 64 bits each, in the order of the addresses, and the same another time', () => {
    const [first, second] = textsOf([ada, bob]);
    expect(first).toMatch(/^[\da-f]{16}$/);
    expect(second).not.toBe(first);
    expect(textsOf([bob, ada])).toEqual([second, first]);
  });

  test('are of all of an address, however long, in whatever letters', () => {
    const long = `${'ä'.repeat(2000)}@x.dev`;
    const texts = textsOf([long, `${long}x`, 'ä@x.dev', 'a\u0308@x.dev', '']);
    expect(new Set(texts).size).toBe(5);
  });

  test('mean nothing under another key, and no two keys are made alike', () => {
    const other = createFingerprints(makeFingerprintKey());
    expect(printText(other.of([ada]), 0)).not.toBe(textsOf([ada])[0]);
    expect(makeFingerprintKey()).toHaveLength(16);
    expect(makeFingerprintKey()).not.toEqual(makeFingerprintKey());
  });
});
