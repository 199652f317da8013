/** What each place says of each address: its news first, then its register. */
import { printText } from './fingerprint';
import { bitsSaid, itemAt, positionOf } from './news';
import { openPacked, type Packed } from './packed';
import type { SearchedPlace } from './marks';
import { doubtsOf, keyOf } from './places';
import type { RegisterKey } from './registers';
import { bitsOf, type StandingBits } from './standing-bits';
import type { Prints } from './siphash';
import type { DirectoryStore, Passing, PlaceRecord } from './store';

/** Of one print in one place: zero where she is not there, null where nothing is said. */
export type Said = StandingBits | null;

/** The columns, a place each, of what is said of the addresses in their order. */
export async function askPlaces(
  store: DirectoryStore,
  addresses: readonly string[],
  keys: readonly SearchedPlace[],
): Promise<Said[][]> {
  const transaction = store.database.transaction(['places', 'walks']);
  const [records, walked] = await Promise.all([
    transaction.objectStore('places').getAll(),
    transaction.objectStore('walks').getAllKeys(),
  ]);
  const asked = keys.map((key) => ({
    key,
    record: records.find((record) => answers(record, key)),
  }));
  const opening = asked.map(({ record }) => openRegister(store, record));
  // While the registers are read.
  const prints = store.printsOf(addresses);
  const seen = asked.map(async ({ key }) =>
    key.placeId === '' && walked.includes(key.accountId) ? readRows(store, prints, key) : [],
  );
  const registers = await Promise.all(opening);
  const rows = await Promise.all(seen);
  return asked.map(({ key, record }, place) =>
    addresses.map((_, index) => {
      const from = { record, packed: registers[place] ?? null, row: rows[place]?.[index], key };
      return sayOf(from, prints, index);
    }),
  );
}

interface Sources {
  key: SearchedPlace;
  record: PlaceRecord | undefined;
  packed: Packed | null;
  /** As a walk has passed her. */
  row: Passing | undefined;
}

function sayOf({ key, record, packed, row }: Sources, prints: Prints, index: number): Said {
  const position = record ? positionOf(record.news, prints, index) : -1;
  const item = record && position >= 0 ? itemAt(record.news, position) : null;
  const register = record?.register;
  const newest = item?.at ?? register?.at;
  const isNews = (at: number) => newest === undefined || (at > newest && !isAhead(at, key));
  if (row && isNews(row.at)) return bitsOf(row.standings);
  const said = item && bitsSaid(item);
  if (item && (said !== 0 || isTrusted(item.at, key))) return said;
  const held = packed ? packed.find(prints, index) : null;
  // Whom news too old to be trusted call gone is neither there nor absent.
  if (held !== 0) return item ? null : held;
  return record && register && isTrusted(register.caughtUpAt, key) && doubtsOf(record).length === 0
    ? held
    : null;
}

/** Dated by a clock that was set back since. */
const isAhead = (at: number, { trusted }: SearchedPlace): boolean =>
  trusted !== undefined && at > trusted.until;

/** Whoever came later than that may have come: too long ago, nobody is called absent. */
const isTrusted = (at: number, place: SearchedPlace): boolean =>
  at >= (place.trusted?.since ?? -Infinity) && !isAhead(at, place);

/** Null where there is none or none now, or it is lost: then it is forgotten, to be filled anew. */
export async function openRegister(
  store: DirectoryStore,
  record: PlaceRecord | undefined,
): Promise<Packed | null> {
  if (!record?.register) return null;
  const { at } = record.register;
  const name = JSON.stringify(keyOf(record));
  const known = store.opened.get(name);
  if (known?.at === at) return known.packed;
  let buffer: ArrayBuffer | undefined;
  try {
    buffer = await store.database.get('registers', keyOf(record));
  } catch (error) {
    if (isPassing(error)) return null;
    // The browser itself may have lost what it keeps apart for its size.
  }
  const packed = openPacked(buffer);
  if (packed) store.opened.set(name, { at, packed });
  else await dropRegister(store, record, at);
  return packed;
}

/** The database is being closed: it is asked anew by whoever comes next. */
const isPassing = (error: unknown): boolean =>
  error instanceof DOMException && ['AbortError', 'InvalidStateError'].includes(error.name);

async function dropRegister(store: DirectoryStore, key: RegisterKey, at: number): Promise<void> {
  const transaction = store.database.transaction(['places', 'registers'], 'readwrite');
  const places = transaction.objectStore('places');
  const record = await places.get(keyOf(key));
  // Another may have been put in its place meanwhile.
  if (record?.register?.at === at) {
    await places.put({ ...record, register: null });
    await transaction.objectStore('registers').delete(keyOf(key));
  }
  await transaction.done;
}

/** One by one: among as many as a walk has passed, that is the quickest way to a few. */
async function readRows(store: DirectoryStore, prints: Prints, key: RegisterKey) {
  const { store: passings } = store.database.transaction('passings');
  const texts = Array.from({ length: prints.length / 2 }, (_, index) => printText(prints, index));
  return Promise.all(texts.map((text) => passings.get([key.accountId, text])));
}

const answers = (record: PlaceRecord, { accountId, placeId, isOff }: SearchedPlace): boolean =>
  record.accountId === accountId &&
  record.placeId === placeId &&
  !(isOff && record.register !== null);
