import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test } from 'vitest';
import { WALK_START } from '../crm/needs';
import { openDirectory } from './directory';
import { createFingerprints, makeFingerprintKey, printText } from './fingerprint';
import { ada, bob } from './testing/people';

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
  expect(await database.count('sightings')).toBe(1);
  expect(await database.getAll('keys')).toEqual([expect.any(Uint8Array)]);
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
