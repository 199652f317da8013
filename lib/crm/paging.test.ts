import { describe, expect, test } from 'vitest';
import { byCursor, byOffset } from './paging';
import type { Page } from './paging';

const ten = Array.from({ length: 10 }, (_, index) => String(index + 1));
const idOf = (item: string) => item;

async function all<Cursor>(pages: AsyncIterable<Page<string, Cursor>>) {
  const read: Page<string, Cursor>[] = [];
  for await (const page of pages) read.push(page);
  return read;
}

describe('by offset', () => {
  const read = async (from: number, count: number) => ({
    items: ten.slice(from, from + count),
    total: ten.length,
  });

  test('every item comes once, in pages that say where the next begins', async () => {
    const pages = await all(byOffset({ read, idOf, pageSize: 4 }));
    expect(pages.flatMap(({ items }) => items)).toEqual(ten);
    expect(pages.map(({ next }) => next)).toEqual([4, 8, null]);
    expect(pages[0]?.total).toBe(10);
  });

  test('goes on from where an earlier one stopped', async () => {
    const pages = await all(byOffset({ read, idOf, pageSize: 4, from: 8 }));
    expect(pages).toEqual([{ items: ['9', '10'], next: null, total: 10 }]);
  });

  test('without a total, a page that is not full is the last', async () => {
    const untold = async (from: number, count: number) => ({
      ...(await read(from, count)),
      total: null,
    });
    const pages = await all(byOffset({ read: untold, idOf, pageSize: 5 }));
    expect(pages.map(({ items }) => items.length)).toEqual([5, 5, 0]);
    expect(pages.at(-1)?.next).toBeNull();
  });

  test('a server that gives fewer than asked is asked for the rest', async () => {
    const meagre = (from: number) => read(from, 3);
    const pages = await all(byOffset({ read: meagre, idOf, pageSize: 500 }));
    expect(pages.flatMap(({ items }) => items)).toEqual(ten);
  });

  test('a server that ignores the offset is found out, not read for ever', async () => {
    const stuck = byOffset({ read: () => read(0, 4), idOf, pageSize: 4 });
    await expect(all(stuck)).rejects.toMatchObject({ failure: { kind: 'changed-shape' } });
  });

  test('rows that end before the total are not taken for all of them', async () => {
    const cut = async (from: number) => ({ items: ten.slice(from, 4), total: ten.length });
    const pages = byOffset({ read: cut, idOf, pageSize: 4 });
    await expect(all(pages)).rejects.toMatchObject({ failure: { kind: 'changed-shape' } });
  });
});

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
    expect(pages).toEqual([{ items: ['9', '10'], next: null, total: null }]);
  });

  test.each([
    ['gives the same page again', { items: ten.slice(0, 4), hasMore: true }],
    ['promises more than nothing', { items: [], hasMore: true }],
  ])('a server that %s is found out, not read for ever', async (_, page) => {
    const stuck = byCursor({ read: async () => page, idOf });
    await expect(all(stuck)).rejects.toMatchObject({ failure: { kind: 'changed-shape' } });
  });
});

test('an abort ends both between two pages, and nothing more is asked', async () => {
  const stop = new AbortController();
  let asked = 0;
  const read = async (from: number, count: number) => {
    asked += 1;
    return { items: ten.slice(from, from + count), total: ten.length };
  };
  const seen: Page<string, number>[] = [];
  for await (const page of byOffset({ read, idOf, pageSize: 2, signal: stop.signal })) {
    seen.push(page);
    if (seen.length === 2) stop.abort();
  }
  expect(seen.at(-1)?.next).toBe(4);
  expect(asked).toBe(2);
  const none = byCursor({
    read: async () => ({ items: ten, hasMore: false }),
    idOf,
    signal: stop.signal,
  });
  expect(await all(none)).toEqual([]);
});
