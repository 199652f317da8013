import type { Page } from '@playwright/test';
import type { Chrome } from './native.ts';

declare const chrome: Chrome;

/** Everything that lies in the extension's storage, as text where bytes may hide some. */
export interface Dump {
  local: Record<string, unknown>;
  session: Record<string, unknown>;
  sync: Record<string, unknown>;
  /** By database, then by store. */
  databases: Record<string, Record<string, unknown[]>>;
  localStorage: Record<string, unknown>;
}

/** `page` is any page of the extension. */
export const dumpStorage = (page: Page): Promise<Dump> =>
  page.evaluate(async () => {
    const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error));
      });

    /** Keys and bytes do not survive the way to the test: bytes are shown as text. */
    const plain = (value: unknown): unknown => {
      if (value instanceof CryptoKey) return `[CryptoKey extractable=${value.extractable}]`;
      if (value instanceof ArrayBuffer) return new TextDecoder('latin1').decode(value);
      if (ArrayBuffer.isView(value)) return new TextDecoder('latin1').decode(value);
      if (value instanceof Date || typeof value === 'bigint') return String(value);
      if (value instanceof Map || value instanceof Set) return [...value].map(plain);
      if (Array.isArray(value)) return value.map(plain);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]));
    };

    const stores = async (name: string): Promise<Record<string, unknown[]>> => {
      const database = await settled(indexedDB.open(name));
      const kept: Record<string, unknown[]> = {};
      for (const store of database.objectStoreNames) {
        kept[store] = (await settled(database.transaction(store).objectStore(store).getAll())).map(
          plain,
        );
      }
      database.close();
      return kept;
    };

    const databases: Record<string, Record<string, unknown[]>> = {};
    for (const { name } of await indexedDB.databases()) {
      if (name) databases[name] = await stores(name);
    }
    return {
      local: await chrome.storage.local.get(null),
      session: await chrome.storage.session.get(null),
      sync: await chrome.storage.sync.get(null),
      databases,
      localStorage: Object.fromEntries(Object.entries(localStorage)),
    };
  });
