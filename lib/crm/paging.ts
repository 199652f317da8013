/**
 * Reading many, a page at a time. Every page says where the next one begins, so whoever stops,
 * or is stopped, goes on from there. Iteration ends early and without a word once the signal is
 * aborted: whoever aborted knows, and the last page's `next` still says where it was.
 */
import { FailureError } from '../failure';

export interface Page<Item> {
  items: Item[];
  /** Where the next page begins; null when this was the last. */
  next: string | null;
}

export interface CursorWay<Item> {
  read(after: string | null): Promise<{ items: Item[]; hasMore: boolean }>;
  idOf(item: Item): string;
  /** The last id of an earlier iteration; null or absent begins at the beginning. */
  after?: string | null;
  signal?: AbortSignal | undefined;
}

/** Pages by the last id of the page before (Systeme.io). */
export async function* byCursor<Item>(way: CursorWay<Item>): AsyncGenerator<Page<Item>> {
  const { read, idOf, signal } = way;
  let after = way.after ?? null;
  while (!isAborted(signal)) {
    const { items, hasMore } = await read(after);
    const last = items.at(-1);
    if (!hasMore) {
      yield { items, next: null };
      return;
    }
    // A server that ignores the cursor would be read for ever.
    if (last === undefined || idOf(last) === after) throw strayed('a page beyond the cursor');
    after = idOf(last);
    yield { items, next: after };
  }
}

const isAborted = (signal: AbortSignal | undefined): boolean => signal?.aborted === true;

const strayed = (expected: string): FailureError =>
  new FailureError({ kind: 'changed-shape', where: 'the next page', expected });
