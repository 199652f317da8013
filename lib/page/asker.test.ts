import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Result } from '../failure';
import { foldAddress } from '../people/address';
import type { MarkKind } from '../people/mark';
import { type Asker, BATCH_CEILING, createAsker, YOUNG_CEILING } from './asker';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

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

/** Draws so often, each time others, as a page would that is scrolled or wants to exhaust us. */
async function drawOthers(
  asker: Asker,
  { draws, each, everyMs }: { draws: number; each: number; everyMs: number },
) {
  for (let draw = 0; draw < draws; draw += 1) {
    asker.want(some(each, draw * each));
    await vi.advanceTimersByTimeAsync(everyMs);
  }
}

test('a page that goes on for ever is asked for as long as it lives', async () => {
  const { asker } = asking(known);
  const each = BATCH_CEILING;
  const draws = (4 * YOUNG_CEILING) / each;
  await drawOthers(asker, { draws, each, everyMs: 1_000 });
  const last = foldAddress(`a${draws * each - 1}@x.dev`);
  expect(asker.kindOf(last)).toBe('one');
  // And does not exhaust us: what nobody wants any more is forgotten.
  expect(asker.kindOf(foldAddress('a0@x.dev'))).toBeUndefined();
});

test('what stays in sight keeps its mark while others are forgotten', async () => {
  const { asker } = asking(known);
  const [mine] = some(1, -1);
  if (!mine) throw new Error('there is one');
  for (let from = 0; from < 4 * YOUNG_CEILING; from += 400) {
    asker.want([mine, ...some(400, from)]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asker.kindOf(mine)).toBe('one');
  }
});

test('law 5: a page that names others with every frame makes us ask seldom', async () => {
  const { asker, batches } = asking(known);
  await drawOthers(asker, { draws: 3_600, each: 400, everyMs: 16 });
  // The background hears 120 a minute of one tab.
  expect(batches.length).toBeLessThanOrEqual(110);
});

test('what has gone out of sight before its turn is not asked for', async () => {
  const { asker, batches } = asking(known);
  await drawOthers(asker, { draws: 200, each: 10, everyMs: 1 });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(batches.flat().length).toBeLessThan(500);
  expect(batches.at(-1)).toEqual(some(10, 1_990));
});

test('what was answered before a refresh, and arrives after it, is asked for again', async () => {
  const answers: ((reply: Result<MarkKind[]>) => void)[] = [];
  const recognise = vi.fn(
    () => new Promise<Result<MarkKind[]>>((resolve) => answers.push(resolve)),
  );
  const asker = createAsker(recognise, vi.fn(), vi.fn());
  asker.want(some(1));
  asker.refresh();
  for (const answer of answers) answer(known(1));
  await vi.advanceTimersByTimeAsync(1_000);
  asker.want(some(1));
  expect(recognise.mock.calls).toEqual([[some(1)], [[]], [some(1)]]);
});

test('after a refusal whoever still wants it is drawn, and asks again', async () => {
  let isBusy = true;
  const busy: Result<MarkKind[]> = { ok: false, failure: { kind: 'busy', retryAt: 0 } };
  const { asker, batches, onAnswer } = asking((count) => (isBusy ? busy : known(count)));
  onAnswer.mockImplementation(() => asker.want(some(1)));
  asker.want(some(1));
  await vi.advanceTimersByTimeAsync(4_000);
  expect(batches).toHaveLength(1);
  isBusy = false;
  await vi.advanceTimersByTimeAsync(4_000);
  expect(asker.kindOf(foldAddress('a0@x.dev'))).toBe('one');
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
