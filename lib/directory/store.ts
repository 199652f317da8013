import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { WalkPosition } from '../crm/needs';
import type { EmailAddress } from '../people/address';
import type { Standing } from '../people/standing';
import { createDatabase, type Losing } from '../storage/database';
import { createFingerprints, makeFingerprintKey, printText } from './fingerprint';
import { type News, withoutAbsent } from './news';
import type { Packed } from './packed';
import type { Prints } from './siphash';

/** Somebody whom the walk of a Systeme.io account has passed. No address, no name. */
export interface Passing {
  accountId: string;
  fingerprint: string;
  /** The contact's, from which a later look-up starts. */
  id: string;
  standings: Standing[];
  at: number;
}

/** An import that the server may still be at work on. */
export interface ImportUnderWay {
  /** The server's job, or what was sent where it has none yet. */
  id: string;
  /** So long its people may go on coming. */
  until: number;
  /** Who is there may stand otherwise by it. */
  altering: boolean;
}

/** All that flags are told of a place, but for the register itself. */
export interface PlaceRecord {
  accountId: string;
  placeId: string;
  register: { at: number; caughtUpAt: number; people: number } | null;
  /** People may have come then whom nobody has named, as by an import. */
  doubtedAt: number;
  /** Who was there before may stand otherwise since then. */
  alteredAt: number;
  /** Each of them doubts it too, until it is seen over or as long as it may take. */
  imports: ImportUnderWay[];
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
  /** Standings to be added to those of people on other pages. */
  isGroup: boolean;
}

export interface DirectorySchema extends DBSchema {
  passings: { key: [accountId: string, fingerprint: string]; value: Passing };
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
  /** A print as rows are kept by it. */
  fingerprint(address: EmailAddress): Promise<string>;
  /** Registers opened in this worker's life, by place; good as long as `at` is the register's. */
  opened: Map<string, { at: number; packed: Packed }>;
}

const FINGERPRINT_KEY = 'fingerprint';

/** To be asked for each time, never kept. */
export const createStore = (): (() => Promise<DirectoryStore>) =>
  createDatabase(async (losing) => {
    const database = await openDatabase(losing);
    const fingerprints = createFingerprints(await loadFingerprintKey(database));
    return {
      database,
      printsOf: fingerprints.of,
      fingerprint: async (address) => printText(fingerprints.of([address]), 0),
      opened: new Map(),
    };
  });

function openDatabase(losing: Losing): Promise<Database> {
  return openDB<DirectorySchema>('addressee-directory', 3, {
    ...losing,
    async upgrade(database, version, _wanted, transaction) {
      // Version 1 kept people by another hash. Version 2 kept walks, and registers on their way, in
      // another shape: these begin anew, so that they come by everybody.
      const kept: readonly string[] = version < 2 ? [] : ['keys', 'places', 'registers'];
      for (const name of [...database.objectStoreNames]) {
        if (!kept.includes(name)) database.deleteObjectStore(name);
      }
      database.createObjectStore('passings', { keyPath: ['accountId', 'fingerprint'] });
      database.createObjectStore('walks', { keyPath: 'accountId' });
      database.createObjectStore('fillings', { keyPath: ['accountId', 'placeId'] });
      database.createObjectStore('pages');
      if (version < 2) {
        database.createObjectStore('keys');
        database.createObjectStore('places', { keyPath: ['accountId', 'placeId'] });
        database.createObjectStore('registers');
      }
      const places = transaction.objectStore('places');
      for (const place of await places.getAll()) {
        // There a walk may have passed since whom a look-up had not found; that is not kept any more.
        const news = place.placeId === '' ? withoutAbsent(place.news) : place.news;
        await places.put({ ...place, news, alteredAt: -Infinity, imports: [] });
      }
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
