import type { Parameters } from './parameters.ts';

/** A page of rows by RecordsFrom, RecordsPerRequest, OrderField and OrderType; size 0 means all. */
export function page(
  rows: Record<string, unknown>[],
  parameters: Parameters,
  usual: { size: number; order: string },
): Record<string, unknown>[] {
  const asked = parameters.text('OrderField');
  const field = rows[0] && asked in rows[0] ? asked : usual.order;
  const turn = parameters.text('OrderType').toUpperCase() === 'DESC' ? -1 : 1;
  const sorted = rows.toSorted((one, other) => turn * compare(one[field], other[field]));
  const from = Number(parameters.text('RecordsFrom')) || 0;
  const size = pageSize(parameters, usual.size);
  return size === 0 ? sorted.slice(from) : sorted.slice(from, from + size);
}

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
