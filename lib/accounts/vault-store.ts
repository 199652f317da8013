import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { createDatabase, type Losing } from '../storage/database';
import { createDeviceSealing, type Sealed, type Sealing } from './sealing';

export interface SealedKey extends Sealed {
  accountId: string;
  tail: string;
}

interface VaultSchema extends DBSchema {
  sealing: { key: 'current'; value: Sealing };
  keys: { key: string; value: SealedKey };
}

/** What lies in the vault, and the sealing it lies under. */
export interface Contents {
  sealing: Sealing;
  keys: SealedKey[];
}

export interface VaultStore {
  read(): Promise<Contents>;
  /** False, and nothing kept, when the sealing has changed since `sealingId` was read. */
  putKey(sealed: SealedKey, sealingId: string): Promise<boolean>;
  /** All keys under another sealing at once or not at all; false when anything moved meanwhile. */
  replace(before: Contents, after: Contents): Promise<boolean>;
  removeKeys(accountIds: string[]): Promise<void>;
}

const STRICT = { durability: 'strict' } as const;

export function openVaultStore(): VaultStore {
  const database = createDatabase(openDatabase);

  return {
    read: async () => read(await database()),
    putKey: async (sealed, sealingId) => {
      const write = (await database()).transaction(['sealing', 'keys'], 'readwrite', STRICT);
      const current = await write.objectStore('sealing').get('current');
      if (current?.id === sealingId) await write.objectStore('keys').put(sealed);
      await write.done;
      return current?.id === sealingId;
    },
    replace: async (before, after) => replace(await database(), before, after),
    removeKeys: async (accountIds) => {
      const write = (await database()).transaction('keys', 'readwrite', STRICT);
      await Promise.all([...accountIds.map((id) => write.store.delete(id)), write.done]);
    },
  };
}

function openDatabase(losing: Losing): Promise<IDBPDatabase<VaultSchema>> {
  return openDB<VaultSchema>('addressee-vault', 1, {
    upgrade: (database, oldVersion) => {
      if (oldVersion < 1) {
        database.createObjectStore('sealing');
        database.createObjectStore('keys', { keyPath: 'accountId' });
      }
    },
    ...losing,
  });
}

async function read(database: IDBPDatabase<VaultSchema>): Promise<Contents> {
  const contents = await readAll(database);
  if (contents.sealing) return { sealing: contents.sealing, keys: contents.keys };
  const fresh = await createDeviceSealing();
  const write = database.transaction('sealing', 'readwrite', STRICT);
  const meanwhile = await write.store.get('current');
  if (!meanwhile) await write.store.put(fresh, 'current');
  await write.done;
  return { sealing: meanwhile ?? fresh, keys: contents.keys };
}

async function readAll(database: IDBPDatabase<VaultSchema>) {
  const look = database.transaction(['sealing', 'keys']);
  const [sealing, keys] = await Promise.all([
    look.objectStore('sealing').get('current'),
    look.objectStore('keys').getAll(),
  ]);
  return { sealing, keys };
}

async function replace(
  database: IDBPDatabase<VaultSchema>,
  before: Contents,
  after: Contents,
): Promise<boolean> {
  const write = database.transaction(['sealing', 'keys'], 'readwrite', STRICT);
  const sealing = await write.objectStore('sealing').get('current');
  const keys = await write.objectStore('keys').getAll();
  const same = sealing?.id === before.sealing.id && stampOf(keys) === stampOf(before.keys);
  const puts = same
    ? [
        write.objectStore('sealing').put(after.sealing, 'current'),
        ...after.keys.map((sealed) => write.objectStore('keys').put(sealed)),
      ]
    : [];
  await Promise.all([...puts, write.done]);
  return same;
}

/** Every sealing draws a new iv, so equal ivs mean nothing was written in between. */
const stampOf = (keys: SealedKey[]): string =>
  keys.map(({ accountId, iv }) => `${accountId} ${iv.join('.')}`).join();
