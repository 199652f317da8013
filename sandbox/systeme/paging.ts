import type { Errand } from './endpoint.ts';
import { json } from '../reply.ts';
import type { Reply } from '../reply.ts';
import { invalid } from './problem.ts';

/**
 * A page by cursor: `limit` 10 to 100 (ten when left out, refused outside), newest first unless
 * `order=asc`, after `startingAfter`.
 */
export function pageReply<T extends { id: number }>(
  items: readonly T[],
  { query }: Pick<Errand, 'query'>,
  show: (item: T) => object,
  { largest = 100, alwaysNewest = false } = {},
): Reply {
  const limit = Number(query.get('limit') ?? 10);
  if (!Number.isInteger(limit) || limit < 10 || limit > largest) {
    invalid('pagination.limit', 'limit');
  }
  const order = query.get('order') ?? 'desc';
  if (order !== 'asc' && order !== 'desc') invalid('pagination.order', 'choice');
  const cursor = query.get('startingAfter');
  const after = Number(cursor);
  if (cursor !== null && !(Number.isInteger(after) && after > 0)) {
    invalid('pagination.startingAfter', 'positive');
  }
  const rising = order === 'asc' && !alwaysNewest;
  const isLeft = ({ id }: T) => cursor === null || (rising ? id > after : id < after);
  const rest = items
    .filter(isLeft)
    .sort((one, other) => (rising ? one.id - other.id : other.id - one.id));
  return json(200, { items: rest.slice(0, limit).map(show), hasMore: rest.length > limit });
}
