/**
 * One page of a list in the order of people's numbers. Numbers are given in the order in which
 * people come: nobody new moves anybody, and whoever is gone moves up all behind. So every page
 * but the first begins with the last row of the one before, and where a row behind her stands there,
 * people were passed over and the reading goes back. Into a group people come anywhere: who bounces
 * while it is read may move her down, and is left out.
 */
import { FailureError } from '../../failure';
import type { RollOrder } from '../roll';
import type { ManyReply, ManyRow } from './schemas/lists';

/** The reference names no largest page: this many whole rows stay well within a reply of ours. */
export const ROLL_PAGE = 500;
/** Hardly ever more have come since the last look. */
const NEWEST_PAGE = 100;

/** Everybody, in one order or the other, or a group from the oldest on. */
export type RowsOrder = RollOrder | 'group';

export interface RowsPosition {
  /** How many rows lie behind the reader, and the last of them. */
  passed: number;
  lastId: string | null;
  /** So far it went back to find her; 0 where all is in order. */
  back: number;
  /** The row with which all begins; null before it was read. */
  firstId: string | null;
}

export const FIRST_ROW: RowsPosition = { passed: 0, lastId: null, back: 0, firstId: null };

export interface Rows {
  /** Those behind the last row of the page before. */
  fresh: ManyRow[];
  position: RowsPosition;
  isLast: boolean;
  total: number;
}

export async function readRows(
  read: (from: number, count: number) => Promise<ManyReply>,
  { passed, lastId, back, ...before }: RowsPosition,
  order: RowsOrder,
): Promise<Rows> {
  const from = Math.max(0, passed - 1);
  const overlap = passed - from;
  const { Subscribers: rows, TotalSubscribers: total } = await read(from, PAGES[order] + overlap);
  const ids = rows.map((row) => row.SubscriberID);
  const isBehind = (id: string, other: string | null | undefined): boolean =>
    other === null || other === undefined || (Number(id) - Number(other)) * TURN[order] > 0;
  if (!ids.every((id, index) => index === 0 || isBehind(id, ids[index - 1]))) {
    throw strayed('people in the order of their numbers');
  }
  const [first] = ids;
  const firstId = from === 0 ? (first ?? null) : before.firstId;
  if (from > 0 && (first === undefined || (lastId !== null && isBehind(first, lastId)))) {
    const further = Math.max(1, back * 2);
    const position = { passed: Math.max(0, passed - further), lastId, back: further, firstId };
    return { fresh: [], position, isLast: false, total };
  }
  // In front of her stand only those whom the reading went back over, or who came in since.
  const isAstray = {
    whole: first !== lastId,
    // Never so many that who stood first of all begins a later page.
    group: from > 0 && first !== undefined && !isBehind(first, firstId),
    'newest-first': false,
  }[order];
  if (isAstray && back === 0 && lastId !== null) {
    throw strayed('other rows than on the page before');
  }
  const end = from + rows.length;
  const isLast = end >= total;
  if (!isLast && rows.length <= overlap) throw strayed('rows up to the total it told');
  const fresh = rows.filter((row) => isBehind(row.SubscriberID, lastId));
  const isFound = fresh.length > 0 || ids.includes(lastId ?? '');
  return {
    fresh,
    position: {
      ...{ passed: end, lastId: fresh.at(-1)?.SubscriberID ?? lastId },
      ...{ back: isFound ? 0 : back, firstId },
    },
    ...{ isLast, total },
  };
}

const PAGES: Record<RowsOrder, number> = {
  whole: ROLL_PAGE,
  group: ROLL_PAGE,
  'newest-first': NEWEST_PAGE,
};
const TURN: Record<RowsOrder, 1 | -1> = { whole: 1, group: 1, 'newest-first': -1 };

const strayed = (expected: string): FailureError =>
  new FailureError({ kind: 'changed-shape', where: 'the next page', expected });
