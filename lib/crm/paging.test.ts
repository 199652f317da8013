import { describe, expect, test } from 'vitest';
import { byCursor } from './paging';
import type { Page } from './paging';

const ten = Array.from({ length: 10 }, (_, index) => String(index + 1));
const idOf = (item: string) => item;

async function all(pages: AsyncIterable<Page<string>>) {
  const read: Page<string>[] = [];
  for await (const page of pages) read.push(page);
  return read;
}

describe('by cursor', () => {
  const read = async (after: string | null) => {
    const from = after === null ? 0 : ten.indexOf(after) + 1;
    return { items: ten.slice(from, from + 4), hasMore: from + 4 < ten.length };
  };

  test('every item comes once, in pages that say where the next begins', async () => {
    const pages = await all(byCursor({ read, idOf }));
    expect(pages.flatMap(({ items }) => items)).toEqual(ten);
    expect(pages.map(({ next }) => next)).toEqual(['4', '8', null]);
  });

  test('goes on from where an earlier one stopped', async () => {
    const pages = await all(byCursor({ read, idOf, after: '8' }));
    expect(pages).toEqual([{ items: ['9', '10'], next: null }]);
  });

  test.each([
    ['gives the same page again', { items: ten.slice(0, 4), hasMore: true }],
    ['promises more than nothing', { items: [], hasMore: true }],
  ])('a server that %s is found out, not read for ever', async (_, page) => {
    const stuck = byCursor({ read: async () => page, idOf });
    await expect(all(stuck)).rejects.toMatchObject({ failure: { kind: 'changed-shape' } });
  });
});

test('an abort ends it between two pages, and nothing more is asked', async () => {
  const stop = new AbortController();
  let asked = 0;
  const read = async (after: string | null) => {
    asked += 1;
    const from = after === null ? 0 : ten.indexOf(after) + 1;
    return { items: ten.slice(from, from + 2), hasMore: from + 2 < ten.length };
  };
  const seen: Page<string>[] = [];
  for await (const page of byCursor({ read, idOf, signal: stop.signal })) {
    seen.push(page);
    if (seen.length === 2) stop.abort();
  }
  expect(seen.at(-1)?.next).toBe('4');
  expect(asked).toBe(2);
  expect(await all(byCursor({ read, idOf, signal: stop.signal }))).toEqual([]);
});
