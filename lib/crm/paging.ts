/**
 * Reading many, a page at a time. Every page says where the next one begins, so whoever stops,
 * or is stopped, goes on from there. Iteration ends early and without a word once the signal is
 * aborted: whoever aborted knows, and the last page's `next` still says where it was.
 */
import { FailureError } from '../failure';

export interface Page<Item, Cursor> {
  items: Item[];
  /** Where the next page begins; null when this was the last. */
  next: Cursor | null;
  /** How many there are in all, where the server says. */
  total: number | null;
}

export interface OffsetWay<Item> {
  read(from: number, count: number): Promise<{ items: Item[]; total: number | null }>;
  idOf(item: Item): string;
  pageSize: number;
  /** How many to pass over; where an earlier iteration stopped. */
  from?: number;
  signal?: AbortSignal | undefined;
}

/** Pages by number of rows passed over (Octeth). Who is deleted meanwhile shifts the rest up. */
export async function* byOffset<Item>(way: OffsetWay<Item>): AsyncGenerator<Page<Item, number>> {
  const { read, idOf, pageSize, signal } = way;
  let from = way.from ?? 0;
  let before: string | null = null;
  while (!isAborted(signal)) {
    const { items, total } = await read(from, pageSize);
    const [first] = items;
    if (first === undefined) {
      if (total !== null && total > from) throw strayed('rows up to the total it told');
      yield { items, next: null, total };
      return;
    }
    if (idOf(first) === before) throw strayed('other rows than on the page before');
    before = idOf(first);
    from += items.length;
    const more = total === null ? items.length >= pageSize : from < total;
    yield { items, next: more ? from : null, total };
    if (!more) return;
  }
}

export interface CursorWay<Item> {
  read(after: string | null): Promise<{ items: Item[]; hasMore: boolean }>;
  idOf(item: Item): string;
  /** The last id of an earlier iteration; null or absent begins at the beginning. */
  after?: string | null;
  signal?: AbortSignal | undefined;
}

/** Pages by the last id of the page before (Systeme.io). */
export async function* byCursor<Item>(way: CursorWay<Item>): AsyncGenerator<Page<Item, string>> {
  const { read, idOf, signal } = way;
  let after = way.after ?? null;
  while (!isAborted(signal)) {
    const { items, hasMore } = await read(after);
    const last = items.at(-1);
    if (!hasMore) {
      yield { items, next: null, total: null };
      return;
    }
    // A server that ignores the cursor would be read for ever.
    if (last === undefined || idOf(last) === after) throw strayed('a page beyond the cursor');
    after = idOf(last);
    yield { items, next: after, total: null };
  }
}

const isAborted = (signal: AbortSignal | undefined): boolean => signal?.aborted === true;

const strayed = (expected: string): FailureError =>
  new FailureError({ kind: 'changed-shape', where: 'the next page', expected });
