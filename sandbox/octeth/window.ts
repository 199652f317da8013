import type { Parameters } from './parameters.ts';

export interface Usual {
  size: number;
  order: string;
}

type Row = Record<string, unknown>;

/** A page of rows by RecordsFrom, RecordsPerRequest, OrderField and OrderType; size 0 means all. */
export const page = (rows: readonly Row[], parameters: Parameters, usual: Usual): Row[] =>
  pageOf(rows, (row) => row, { parameters, usual });

/** The same of what only becomes a row when it is on the page: lists are long, pages are not. */
export function pageOf<Item extends object>(
  items: readonly Item[],
  rowOf: (item: Item) => Row,
  { parameters, usual }: { parameters: Parameters; usual: Usual },
): Row[] {
  const from = Number(parameters.text('RecordsFrom')) || 0;
  const size = pageSize(parameters, usual.size);
  const sorted = sortedBy(items, rowOf, { parameters, usual });
  return (size === 0 ? sorted.slice(from) : sorted.slice(from, from + size)).map(rowOf);
}

function sortedBy<Item extends object>(
  items: readonly Item[],
  rowOf: (item: Item) => Row,
  { parameters, usual }: { parameters: Parameters; usual: Usual },
): Item[] {
  const asked = parameters.text('OrderField');
  const [first] = items;
  const field = first && asked in rowOf(first) ? asked : usual.order;
  const turn = parameters.text('OrderType').toUpperCase() === 'DESC' ? -1 : 1;
  if (field === 'SubscriberID' && items.every(isNumbered)) {
    return items.toSorted((one, other) => turn * (one.id - other.id));
  }
  const keyed = items.map((item) => ({ item, key: rowOf(item)[field] }));
  return keyed.sort((one, other) => turn * compare(one.key, other.key)).map(({ item }) => item);
}

/** Whole lists are read by number: that needs no row of each. */
const isNumbered = <Item extends object>(item: Item): item is Item & { id: number } =>
  'id' in item && typeof item.id === 'number';

/** A JSON 0 falls back to the default; the text `0` drops the limit altogether. */
function pageSize(parameters: Parameters, usual: number): number {
  if (parameters.raw('RecordsPerRequest') === '0') return 0;
  return Number(parameters.text('RecordsPerRequest')) || usual;
}

function compare(one: unknown, other: unknown): number {
  const [left, right] = [String(one).toLowerCase(), String(other).toLowerCase()];
  if (left === right) return 0;
  const numeric = Number(left) - Number(right);
  if (!Number.isNaN(numeric)) return numeric;
  return left < right ? -1 : 1;
}
