import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { WalkPosition } from '../crm/needs';
import type { System } from '../people/account';
import type { EmailAddress } from '../people/address';
import type { Standing } from '../people/standing';
import { fingerprintOf, makeFingerprintKey } from './fingerprint';

/** What is known of one fingerprint in one list of one account. No address, no name. */
export interface Sighting {
  fingerprint: string;
  accountId: string;
  /** The list's id; empty in Systeme.io. */
  placeId: string;
  system: System;
  /** `absent`: this place was really searched and she was not there. */
  outcome: 'found' | 'absent';
  /** SubscriberID or contact id where found: what a later look-up starts from. */
  id: string | null;
  standings: Standing[];
  at: number;
}

interface DirectorySchema extends DBSchema {
  sightings: {
    key: [fingerprint: string, accountId: string, placeId: string];
    value: Sighting;
    indexes: { byAccount: string };
  };
  walks: { key: string; value: { accountId: string; position: WalkPosition } };
  keys: { key: string; value: CryptoKey };
}

type Database = IDBPDatabase<DirectorySchema>;

/** The database with the key that its own fingerprints were made with. */
export interface DirectoryStore {
  database: Database;
  fingerprint(address: EmailAddress): Promise<string>;
}

const FINGERPRINT_KEY = 'fingerprint';

/**
 * Opened by the first who asks, and anew where that failed or the browser has closed it since;
 * to be asked for each time, never kept.
 */
export function createStore(): () => Promise<DirectoryStore> {
  let opened: Promise<DirectoryStore> | undefined;
  const forget = (): void => void (opened = undefined);
  const open = async (): Promise<DirectoryStore> => {
    const database = await openDatabase(forget);
    const key = await loadFingerprintKey(database);
    return { database, fingerprint: (address) => fingerprintOf(key, address) };
  };
  return () => {
    opened ??= open().catch((error: unknown) => {
      forget();
      throw error;
    });
    return opened;
  };
}

function openDatabase(onLost: () => void): Promise<Database> {
  return openDB<DirectorySchema>('addressee-directory', 1, {
    // A deletion or a newer version waits until nobody holds the database.
    blocking(_version, _wanted, event) {
      onLost();
      (event.target as IDBDatabase).close(); // This event has no other target.
    },
    terminated: onLost,
    upgrade(database) {
      const sightings = database.createObjectStore('sightings', {
        keyPath: ['fingerprint', 'accountId', 'placeId'],
      });
      sightings.createIndex('byAccount', 'accountId');
      database.createObjectStore('walks', { keyPath: 'accountId' });
      database.createObjectStore('keys');
    },
  });
}

/** The installation's key, made by whoever asks first; a second maker's key is not kept. */
async function loadFingerprintKey(database: Database): Promise<CryptoKey> {
  const known = await database.get('keys', FINGERPRINT_KEY);
  if (known) return known;
  const made = await makeFingerprintKey();
  const transaction = database.transaction('keys', 'readwrite');
  const meanwhile = await transaction.store.get(FINGERPRINT_KEY);
  if (!meanwhile) await transaction.store.put(made, FINGERPRINT_KEY);
  await transaction.done;
  return meanwhile ?? made;
}
