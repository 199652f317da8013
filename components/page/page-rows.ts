/** The addresses of a page with how each is marked: sorted, counted, filtered. */
import type { PageRow } from '@/lib/people/handed-on';
import type { MarkKind } from '@/lib/people/mark';
import { MARK_KINDS } from '@/lib/people/mark-words';
import type { Tone } from '@/lib/people/standing';

export const TONES: Record<MarkKind, Tone> = {
  stop: 'stop',
  attention: 'warn',
  pending: 'wait',
  both: 'good',
  one: 'good',
  absent: 'none',
  unknown: 'none',
};

export interface RowFilter {
  /** None: all of them. */
  kinds: readonly MarkKind[];
  part: string;
}

export const isFiltering = ({ kinds, part }: RowFilter): boolean =>
  kinds.length > 0 || part.trim() !== '';

export function filterRows(rows: readonly PageRow[], { kinds, part }: RowFilter): PageRow[] {
  const wanted = part.trim().toLowerCase();
  return rows.filter(
    ({ address, kind }) => (kinds.length === 0 || kinds.includes(kind)) && address.includes(wanted),
  );
}

/** Only kinds that there are. */
export function countKinds(rows: readonly PageRow[]): { kind: MarkKind; count: number }[] {
  return MARK_KINDS.map((kind) => ({
    kind,
    count: rows.filter((row) => row.kind === kind).length,
  })).filter(({ count }) => count > 0);
}

/** One a line, as the workbench and every table take them. */
export const asLines = (rows: readonly PageRow[]): string =>
  rows.map(({ address }) => address).join('\n');

export const countedAddresses = (count: number): string =>
  count === 1 ? '1 address' : `${count} addresses`;
