import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { WalkPosition } from '../crm/needs';
import type { System } from '../people/account';
import type { EmailAddress } from '../people/address';
import type { Standing } from '../people/standing';
import { createFingerprints, makeFingerprintKey, printText } from './fingerprint';
import type { News } from './news';
import type { Packed } from './packed';
import type { Prints } from './siphash';

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

/** All that flags are told of a place, but for the register itself. */
export interface PlaceRecord {
  accountId: string;
  placeId: string;
  register: { at: number; caughtUpAt: number; people: number } | null;
  /** People may have come then whom nobody has named. */
  doubtedAt: number;
  news: News;
}

/** A register on its way, without its people. */
export interface FillingRecord {
  accountId: string;
  placeId: string;
  startedAt: number;
  position: string;
  people: number;
  pages: number;
}

/** People as a page of a filling brought them. */
export interface Page {
  prints: Prints;
  /** Standings as bits, one byte a person. */
  standings: Uint8Array<ArrayBuffer>;
}

export interface DirectorySchema extends DBSchema {
  sightings: {
    key: [fingerprint: string, accountId: string, placeId: string];
    value: Sighting;
    indexes: { byAccount: string };
  };
  walks: { key: string; value: { accountId: string; position: WalkPosition } };
  keys: { key: string; value: Uint8Array<ArrayBuffer> };
  places: { key: [accountId: string, placeId: string]; value: PlaceRecord };
  /** Packed, and apart: who changes a place's news need not write it anew. */
  registers: { key: [accountId: string, placeId: string]; value: ArrayBuffer };
  fillings: { key: [accountId: string, placeId: string]; value: FillingRecord };
  pages: { key: [accountId: string, placeId: string, page: number]; value: Page };
}

type Database = IDBPDatabase<DirectorySchema>;

/** The database with the key that its own fingerprints were made with. */
export interface DirectoryStore {
  database: Database;
  /** Of addresses already folded. */
  printsOf(addresses: readonly string[]): Prints;
  /** A print as the rows of sightings are kept by. */
  fingerprint(address: EmailAddress): Promise<string>;
  /** Registers opened in this worker's life, by place; good as long as `at` is the register's. */
  opened: Map<string, { at: number; packed: Packed }>;
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
    const fingerprints = createFingerprints(await loadFingerprintKey(database));
    return {
      database,
      printsOf: fingerprints.of,
      fingerprint: async (address) => printText(fingerprints.of([address]), 0),
      opened: new Map(),
    };
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
  return openDB<DirectorySchema>('addressee-directory', 2, {
    // A deletion or a newer version waits until nobody holds the database.
    blocking(_version, _wanted, event) {
      onLost();
      (event.target as IDBDatabase).close(); // This event has no other target.
    },
    terminated: onLost,
    upgrade(database) {
      // Version 1 kept people by another hash. All of it can be asked for again; a walk begins
      // anew, so that it comes by everybody.
      for (const name of [...database.objectStoreNames]) database.deleteObjectStore(name);
      const sightings = database.createObjectStore('sightings', {
        keyPath: ['fingerprint', 'accountId', 'placeId'],
      });
      sightings.createIndex('byAccount', 'accountId');
      database.createObjectStore('walks', { keyPath: 'accountId' });
      database.createObjectStore('keys');
      database.createObjectStore('places', { keyPath: ['accountId', 'placeId'] });
      database.createObjectStore('fillings', { keyPath: ['accountId', 'placeId'] });
      database.createObjectStore('registers');
      database.createObjectStore('pages');
    },
  });
}

/** The installation's key, made by whoever asks first; a second maker's key is not kept. */
async function loadFingerprintKey(database: Database): Promise<Uint8Array> {
  const known = await database.get('keys', FINGERPRINT_KEY);
  if (known) return known;
  const made = makeFingerprintKey();
  const transaction = database.transaction('keys', 'readwrite');
  const meanwhile = await transaction.store.get(FINGERPRINT_KEY);
  if (!meanwhile) await transaction.store.put(made, FINGERPRINT_KEY);
  await transaction.done;
  return meanwhile ?? made;
}
