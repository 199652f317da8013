/** Where the parts of a place lie, and how its news are changed. */
import { type Item, LISTED, LISTING, noNews, revise } from './news';
import type { RegisterKey } from './registers';
import type { Prints } from './siphash';
import type { PlaceRecord } from './store';

/** The store of places, within a transaction that writes. */
export interface Places {
  get(key: [string, string]): Promise<PlaceRecord | undefined>;
  put(record: PlaceRecord): Promise<unknown>;
}

export const keyOf = ({ accountId, placeId }: RegisterKey): [string, string] => [
  accountId,
  placeId,
];

export const pagesOf = (key: RegisterKey): IDBKeyRange =>
  IDBKeyRange.bound(keyOf(key), [...keyOf(key), []]);

export const placesOf = (accountId: string): IDBKeyRange =>
  IDBKeyRange.bound([accountId], [accountId, []]);

export async function readPlace(places: Places, key: RegisterKey): Promise<PlaceRecord> {
  const known = await places.get(keyOf(key));
  const { accountId, placeId } = key;
  return known ?? { accountId, placeId, register: null, doubtedAt: -Infinity, news: noNews() };
}

export async function addNews(
  places: Places,
  record: PlaceRecord,
  prints: Prints,
  seen: (before: Item | null, index: number) => Item,
): Promise<void> {
  await places.put({ ...record, news: revise(record.news, prints, seen) });
}

/** Whom its register does not hold may be there nevertheless. */
export const isDoubted = ({ register, doubtedAt }: PlaceRecord): boolean =>
  register !== null && register.caughtUpAt <= doubtedAt;

/** A newer word of somebody: which listing brought her stays known. */
export const saying = (before: Item | null, at: number, says: number): Item => ({
  at,
  says: says | ((before?.says ?? 0) & (LISTING | LISTED)),
});
