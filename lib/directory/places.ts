/** Where the parts of a place lie, and how its news are changed. */
import { type Item, keepNews, LISTED, LISTING, noNews, revise } from './news';
import type { RegisterKey } from './registers';
import type { Prints } from './siphash';
import type { ImportUnderWay, PlaceRecord } from './store';

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
  const never = { doubtedAt: -Infinity, alteredAt: -Infinity, imports: [] };
  return known ?? { accountId, placeId, register: null, ...never, news: noNews() };
}

export async function addNews(
  places: Places,
  record: PlaceRecord,
  prints: Prints,
  seen: (before: Item | null, index: number) => Item,
): Promise<void> {
  await places.put({ ...record, news: revise(record.news, prints, seen) });
}

/** So long what was seen is kept where no register takes it over. */
const SEEN_LASTS_MS = 90 * 24 * 60 * 60_000;

/** Only to be asked where nothing older is kept, which would answer in its place. */
export const withoutOld = (record: PlaceRecord, now: number): PlaceRecord => ({
  ...record,
  news: keepNews(record.news, ({ at }) => at >= now - SEEN_LASTS_MS),
});

type Doubts = Pick<PlaceRecord, 'doubtedAt' | 'alteredAt' | 'imports'>;

/** After which moments it is still to be caught up with: until then nobody is absent. */
export const doubtsOf = ({ register, doubtedAt, imports }: PlaceRecord): number[] =>
  [doubtedAt, ...imports.map(({ until }) => until)].filter(
    (at) => register !== null && register.caughtUpAt <= at,
  );

/** After which moments all is still to be read anew: whom it holds may stand otherwise. */
export const alterationsOf = ({ register, alteredAt, imports }: PlaceRecord): number[] =>
  [alteredAt, ...imports.flatMap(({ altering, until }) => (altering ? until : []))].filter(
    (at) => register !== null && register.at <= at,
  );

/** One more is under way, or goes on under another number than before. */
export const withImport = (
  { imports }: Doubts,
  begun: ImportUnderWay,
  before: string,
): Pick<Doubts, 'imports'> => ({
  imports: [...imports.filter(({ id }) => id !== begun.id && id !== before), begun],
});

/** One is seen over: the others are not. Of what is not under way, nothing is known. */
export function withoutImport(doubts: Doubts, id: string, at: number): Doubts {
  const { doubtedAt, alteredAt, imports } = doubts;
  const over = imports.find((one) => one.id === id);
  if (!over) return doubts;
  return {
    doubtedAt: Math.max(doubtedAt, at),
    alteredAt: over.altering ? Math.max(alteredAt, at) : alteredAt,
    imports: imports.filter((one) => one !== over),
  };
}

/** Those that are over by all that is known, and were read since, are forgotten. */
export function readSince(record: PlaceRecord): PlaceRecord {
  const isStill = (one: ImportUnderWay): boolean => {
    const alone = { ...record, doubtedAt: -Infinity, alteredAt: -Infinity, imports: [one] };
    return doubtsOf(alone).length + alterationsOf(alone).length > 0;
  };
  return { ...record, imports: record.imports.filter(isStill) };
}

/** So long the server may be at work on an import that nobody watches. */
export const IMPORT_LASTS_MS = 60 * 60_000;

/** Nothing was seen later than now: if so, a clock that was set back since has dated it. */
export function datedBefore(record: PlaceRecord, now: number): PlaceRecord {
  const { doubtedAt, alteredAt, imports, news } = record;
  const latest = now + IMPORT_LASTS_MS;
  return {
    ...record,
    doubtedAt: Math.min(doubtedAt, latest),
    alteredAt: Math.min(alteredAt, latest),
    imports: imports.map((one) => ({ ...one, until: Math.min(one.until, latest) })),
    news: { ...news, at: news.at.map((at) => Math.min(at, now)) },
  };
}

/** A newer word of somebody: which listing brought her stays known. */
export const saying = (before: Item | null, at: number, says: number): Item => ({
  at,
  says: says | ((before?.says ?? 0) & (LISTING | LISTED)),
});
