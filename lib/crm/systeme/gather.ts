import { FailureError } from '../../failure';
import { byCursor } from '../paging';
import type { CursorWay } from '../paging';

/** So many pages are read in search of one person's rows before we say how far we have come. */
const MOST_PAGES = 30;

interface Search<Row> extends Omit<CursorWay<Row>, 'idOf'> {
  isWanted(row: Row): boolean;
  /** With this many the search is over; all of them otherwise. */
  enough?: number;
  /** Where the search comes too far: whether what was found answers it all the same. */
  willDo?(wanted: Row[]): boolean;
}

/**
 * The rows that are wanted. Servers are asked for just these, and those that do not heed the
 * question answer with everybody's, newest first: whatever comes is looked through to its end.
 * Where that is too far, `cut-short` is thrown, never “none” told (law 3).
 */
export async function gather<Row extends { id: string }>({
  isWanted,
  enough = Number.POSITIVE_INFINITY,
  willDo = () => false,
  ...way
}: Search<Row>): Promise<Row[]> {
  const wanted: Row[] = [];
  let searched = 0;
  let pages = 0;
  for await (const page of byCursor({ ...way, idOf: ({ id }) => id })) {
    searched += page.items.length;
    wanted.push(...page.items.filter(isWanted));
    if (page.next === null || wanted.length >= enough) return wanted;
    pages += 1;
    if (pages === MOST_PAGES) break;
  }
  if (willDo(wanted)) return wanted;
  throw new FailureError({ kind: 'cut-short', searched });
}
