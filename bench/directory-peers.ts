/** What the directory is raced against, and what fills it; runs in the extension's own contexts. */
import { openDB } from 'idb';
import { openDirectory } from '../lib/directory/directory.ts';
import { createFingerprints, printText } from '../lib/directory/fingerprint.ts';
import { openPacked, pack } from '../lib/directory/packed.ts';
import type { RegisterKey } from '../lib/directory/registers.ts';
import type { EmailAddress } from '../lib/people/address.ts';
import type { Standing } from '../lib/people/standing.ts';

export type Peer = 'getAll' | 'single gets' | 'sorted 64-bit array';
export type Structure = 'Map of objects' | 'sorted 64-bit array' | 'register';

const PAGE = 1000;
/** One byte a person beside the print. */
const STANDINGS: Standing[][] = [
  ...Array.from({ length: 16 }, (): Standing[] => ['subscribed']),
  ['unsubscribed'],
  ['hard-bounced'],
  ['pending'],
  ['suppressed', 'unsubscribed'],
];
const { of: printsOf } = createFingerprints(new Uint8Array(16).fill(7));

const addressAt = (index: number) => `person${index}@mail${index % 97}.example.org` as EmailAddress; // already folded
const addressesAt = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => addressAt(from + index));
const standingsAt = (index: number): Standing[] => STANDINGS[index % STANDINGS.length] ?? [];

/** The first place gets the people, the others nobody, all of them complete. */
export async function fill(keys: readonly RegisterKey[], people: number): Promise<void> {
  const { registers } = await openDirectory({ searchedPlaces: async () => [] });
  for (const [place, key] of keys.entries()) {
    await registers.begin(key, Date.now());
    const here = place === 0 ? people : 0;
    for (let from = 0; from < here; from += PAGE) {
      const page = addressesAt(from, Math.min(PAGE, here - from)).map((address, index) => ({
        address,
        standings: standingsAt(from + index),
      }));
      await registers.takePage(key, page, String(from));
    }
    await registers.finish(key);
  }
}

const open = (people: number) =>
  openDB(`bench-peers-${people}`, 1, {
    upgrade(database) {
      database.createObjectStore('rows', { keyPath: 'print' });
      database.createObjectStore('arrays');
    },
  });

export async function fillPeers(people: number, withRows: boolean): Promise<void> {
  const database = await open(people);
  await database.put('arrays', sortedPrints(people), 'sorted');
  const rows = withRows ? people : 0;
  for (let from = 0; from < rows; from += PAGE) {
    const prints = printsOf(addressesAt(from, PAGE));
    const transaction = database.transaction('rows', 'readwrite');
    for (let index = 0; index < PAGE; index += 1) {
      const print = printText(prints, index);
      void transaction.store.put({ print, accountId: 'mail', placeId: '1', standings: 'x' });
    }
    await transaction.done;
  }
  database.close();
}

/** How many of these are known, as a worker that has just been woken has to find out. */
export async function answer(peer: Peer, people: number, addresses: string[]): Promise<number> {
  const prints = printsOf(addresses);
  const texts = addresses.map((_, index) => printText(prints, index));
  const database = await open(people);
  if (peer === 'getAll') {
    const rows = await database.getAll('rows');
    const known = new Map(rows.map((row: { print: string }) => [row.print, row]));
    return texts.filter((text) => known.has(text)).length;
  }
  if (peer === 'single gets') {
    const { store } = database.transaction('rows');
    const rows = await Promise.all(texts.map((text) => store.get(text)));
    return rows.filter((row) => row !== undefined).length;
  }
  const sorted = await database.get('arrays', 'sorted');
  return texts.filter((text) => holds(sorted, BigInt(`0x${text}`))).length;
}

function holds(sorted: BigUint64Array, print: bigint): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0n) < print) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === print;
}

function sortedPrints(people: number): BigUint64Array {
  return new BigUint64Array(printsOf(addressesAt(0, people)).buffer).sort();
}

/** Kept alive by whoever measures what it takes. */
export function hold(structure: Structure, people: number): unknown {
  if (structure === 'register') return packed(people);
  if (structure === 'sorted 64-bit array') {
    return [sortedPrints(people), new Uint8Array(people)];
  }
  return new Map(
    addressesAt(0, people).map((address, index) => [
      address,
      { accountId: 'mail', placeId: '1', standings: index % STANDINGS.length },
    ]),
  );
}

function packed(people: number): ArrayBuffer {
  const standings = Uint8Array.from({ length: people }, (_, index) => {
    const kinds = [1, 2, 4, 5, 32];
    return index % 20 < 16 ? 128 : (kinds[index % 5] ?? 128);
  });
  return pack(printsOf(addressesAt(0, people)), standings).buffer;
}

/** Counted, not computed. */
export function count(people: number, strangers: number): { missed: number; taken: number } {
  const register = openPacked(packed(people));
  const known = (from: number, amount: number): number => {
    const prints = printsOf(addressesAt(from, amount));
    let found = 0;
    for (let index = 0; index < amount; index += 1) {
      if (register?.find(prints, index)) found += 1;
    }
    return found;
  };
  return { missed: people - known(0, people), taken: known(people, strangers) };
}
