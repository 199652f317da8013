import { expect, test, vi } from 'vitest';
import type { Result } from '../failure';
import { foldAddress } from '../people/address';
import type { MarkKind } from '../people/mark';
import { ADDRESSES_CEILING, BATCH_CEILING, createAsker } from './asker';

const some = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => foldAddress(`a${from + index}@x.dev`));

function asking(answer: (count: number) => Result<MarkKind[]>) {
  const batches: string[][] = [];
  const onAnswer = vi.fn();
  const onGone = vi.fn();
  const asker = createAsker(
    async (addresses) => {
      batches.push(addresses);
      return answer(addresses.length);
    },
    onAnswer,
    onGone,
  );
  return { asker, batches, onAnswer, onGone };
}

const known = (count: number): Result<MarkKind[]> => ({
  ok: true,
  value: Array.from({ length: count }, () => 'one' as const),
});

test('each address is asked once, in batches', async () => {
  const { asker, batches } = asking(known);
  asker.want(some(1050));
  asker.want(some(1050));
  await vi.waitFor(() => expect(asker.kindOf(foldAddress('a449@x.dev'))).toBe('one'));
  expect(batches.map((batch) => batch.length)).toEqual([BATCH_CEILING, BATCH_CEILING, 50]);
});

test('after a refresh what is known stands until it has been asked again', async () => {
  const { asker, batches } = asking(known);
  asker.want(some(1));
  await vi.waitFor(() => expect(batches).toHaveLength(1));
  asker.refresh();
  expect(asker.kindOf(foldAddress('a0@x.dev'))).toBe('one');
  asker.want(some(1));
  await vi.waitFor(() => expect(batches).toEqual([some(1), [], some(1)]));
});

test('law 5: a page that names addresses without end is heard up to a ceiling', async () => {
  const { asker, batches } = asking(known);
  for (let from = 0; from < ADDRESSES_CEILING * 2; from += 1_000) {
    asker.want(some(1_000, from));
    await new Promise((resolve) => setTimeout(resolve));
  }
  const asked = batches.reduce((sum, batch) => sum + batch.length, 0);
  expect(asked).toBeLessThanOrEqual(ADDRESSES_CEILING + 1_000);
});

test('a refusal is not answered with another question, and a background that is gone ends it', async () => {
  const busy = asking(() => ({ ok: false, failure: { kind: 'busy', retryAt: 0 } }));
  busy.asker.want(some(1));
  await vi.waitFor(() => expect(busy.batches).toHaveLength(1));
  await Promise.resolve();
  busy.asker.want(some(1));
  expect(busy.batches).toHaveLength(1);
  expect(busy.onGone).not.toHaveBeenCalled();

  const unwanted = asking(() => ({ ok: false, failure: { kind: 'no-permission', host: '' } }));
  unwanted.asker.refresh();
  await vi.waitFor(() => expect(unwanted.onGone).toHaveBeenCalledOnce());

  const gone = asking(() => ({ ok: false, failure: { kind: 'broken', where: 'background' } }));
  gone.asker.want(some(1));
  await vi.waitFor(() => expect(gone.onGone).toHaveBeenCalledOnce());
});
