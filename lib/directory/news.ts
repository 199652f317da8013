/**
 * What was seen of people in one place since its register: newer than that, so it outweighs it.
 * Kept in columns and in the order of the prints, so that it is asked as it lies.
 */
import type { Prints } from './siphash';
import type { StandingBits } from './standing-bits';

export interface News {
  prints: Prints;
  /** When each was seen. */
  at: Float64Array<ArrayBuffer>;
  /** Her standings, or one of the words below, with what is told of listings. */
  says: Uint16Array<ArrayBuffer>;
}

export interface Item {
  at: number;
  says: number;
}

/** Of somebody whose standings a write has changed: nothing is said, whatever the register says. */
export const UNSAID = 0x100;
/** Brought by a listing that may break off yet. */
export const LISTING = 0x200;
/** Brought by a listing that came through. */
export const LISTED = 0x400;

const STANDINGS = 0xff;

/** What was seen of her: zero where she was not there, null where nothing is said. */
export const bitsSaid = ({ says }: Item): StandingBits | null =>
  (says & UNSAID) === 0 ? says & STANDINGS : null;

export const noNews = (): News => collect(0).news();

export function itemAt(news: News, position: number): Item {
  return { at: news.at[position] ?? 0, says: news.says[position] ?? 0 };
}

/** Where she stands, or -1. */
export function positionOf(news: News, prints: Prints, index: number): number {
  let low = 0;
  let high = news.at.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const order = compare(news.prints, middle, prints, index);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The news with these people put in or changed; who comes twice is changed twice. */
export function revise(
  news: News,
  prints: Prints,
  revised: (before: Item | null, index: number) => Item,
): News {
  const order = Array.from({ length: prints.length / 2 }, (_, index) => index);
  order.sort((one, other) => compare(prints, one, prints, other) || one - other);
  const result = collect(news.at.length + order.length);
  let read = 0;
  const orderToRead = (index: number): number =>
    read < news.at.length ? compare(news.prints, read, prints, index) : 1;
  for (let next = 0; next < order.length;) {
    const first = order[next] ?? 0;
    for (; orderToRead(first) < 0; read += 1) result.add(news.prints, read, itemAt(news, read));
    let item = orderToRead(first) === 0 ? itemAt(news, read++) : null;
    for (; next < order.length; next += 1) {
      const index = order[next] ?? 0;
      if (compare(prints, index, prints, first) !== 0) break;
      item = revised(item, index);
    }
    if (item) result.add(prints, first, item);
  }
  for (; read < news.at.length; read += 1) result.add(news.prints, read, itemAt(news, read));
  return result.news();
}

export function keepNews(news: News, isKept: (item: Item) => boolean): News {
  const result = collect(news.at.length);
  for (let read = 0; read < news.at.length; read += 1) {
    const item = itemAt(news, read);
    if (isKept(item)) result.add(news.prints, read, item);
  }
  return result.news();
}

/** Of those who were not there, nothing is said. */
export const withoutAbsent = (news: News): News => ({
  ...news,
  says: news.says.map((says) => (bitsSaid({ at: 0, says }) === 0 ? says | UNSAID : says)),
});

/** Takes what comes in the order of the prints. */
function collect(most: number) {
  const prints: Prints = new Uint32Array(most * 2);
  const at = new Float64Array(most);
  const says = new Uint16Array(most);
  let size = 0;
  return {
    add(from: Prints, index: number, item: Item): void {
      prints[size * 2] = from[index * 2] ?? 0;
      prints[size * 2 + 1] = from[index * 2 + 1] ?? 0;
      at[size] = item.at;
      says[size] = item.says;
      size += 1;
    },
    // Copies: a part of a longer array would be kept with all of it.
    news: (): News => ({
      prints: prints.slice(0, size * 2),
      at: at.slice(0, size),
      says: says.slice(0, size),
    }),
  };
}

function compare(prints: Prints, index: number, others: Prints, other: number): number {
  const byHigh = (prints[index * 2 + 1] ?? 0) - (others[other * 2 + 1] ?? 0);
  return byHigh === 0 ? (prints[index * 2] ?? 0) - (others[other * 2] ?? 0) : byHigh;
}
