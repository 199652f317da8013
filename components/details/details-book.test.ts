import { expect, test, vi } from 'vitest';
import { type Result, done, failed } from '@/lib/failure';
import { foldAddress } from '@/lib/people/address';
import type { Details } from '@/lib/people/details';
import { type DetailsState, createDetailsBook, detailsKey } from './details-book';

const account = { id: 's', name: 'Acme School', system: 'systeme' as const };
const target = { account, place: null, profileId: '7', address: foldAddress('ada@lovelace.dev') };
const details = { at: 1, fields: done([]) } as unknown as Details; // the book reads no more of it

function openBook(answers: (() => Promise<Result<Details>>)[]) {
  const asked: boolean[] = [];
  const told: DetailsState[] = [];
  const book = createDetailsBook({
    client: {
      details: ({ fresh }) => {
        asked.push(fresh);
        return answers.shift()?.() ?? Promise.resolve(done(details));
      },
    },
    tell: (key, state) => {
      expect(key).toBe(detailsKey(target));
      told.push(state);
    },
    now: () => 0,
  });
  return { book, asked, told };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

test('a profile is asked for once for each look-up, and afresh after the next', async () => {
  const { book, asked, told } = openBook([]);
  book.want(target, 5);
  book.want(target, 5);
  await settled();
  expect(asked).toEqual([false]);
  expect(told.at(-1)).toEqual({ details, failure: null, isAsking: false });
  book.want(target, 6);
  expect(asked).toEqual([false, true]);
});

test('a second asking that fails takes nothing away', async () => {
  const offline = { kind: 'offline' as const, host: 'h' };
  const { book, told } = openBook([async () => done(details), async () => failed(offline)]);
  book.want(target, 5);
  await settled();
  book.again(target);
  await settled();
  expect(told.at(-1)).toEqual({ details, failure: offline, isAsking: false });
});

test('an earlier answer never covers a later one', async () => {
  let late = (_: Result<Details>) => {};
  const { book, told } = openBook([() => new Promise((resolve) => (late = resolve))]);
  book.want(target, 5);
  book.again(target);
  await settled();
  late(failed({ kind: 'offline', host: 'h' }));
  await settled();
  expect(told.at(-1)?.failure).toBeNull();
});

test('who is busy is asked again by itself when the time has come, until it is closed', async () => {
  vi.useFakeTimers();
  const busy = failed({ kind: 'busy', retryAt: 9_000 });
  const { book, asked } = openBook([async () => busy, async () => busy]);
  book.want(target, 5);
  await vi.advanceTimersByTimeAsync(8_999);
  expect(asked).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(asked).toEqual([false, true]);
  book.close();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toHaveLength(2);
  vi.useRealTimers();
});
