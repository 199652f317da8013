import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bitsSaid, itemAt, keepNews, LISTED, noNews, positionOf, revise, UNSAID } from './news';
import type { Prints } from './siphash';

const half = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 0xffffffff }));
const batch = fc.array(fc.tuple(half, half), { maxLength: 30 });
const printsOf = (people: readonly (readonly [number, number])[]): Prints =>
  Uint32Array.from(people.flat());

test('whatever comes in whatever order, everybody’s newest word is there and nobody else’s', () => {
  const check = fc.property(fc.array(batch, { maxLength: 5 }), (batches) => {
    let news = noNews();
    const expected = new Map<string, number>();
    for (const [at, people] of batches.entries()) {
      news = revise(news, printsOf(people), (before) => ({ at, says: (before?.says ?? 0) + 1 }));
      for (const each of people) expected.set(String(each), (expected.get(String(each)) ?? 0) + 1);
    }
    expect(news.at).toHaveLength(expected.size);
    for (const [text, times] of expected) {
      const prints = Uint32Array.from(text.split(',').map(Number));
      expect(itemAt(news, positionOf(news, prints, 0)).says).toBe(times);
    }
    const strangers = printsOf([[9, 9]]);
    expect(positionOf(news, strangers, 0) >= 0).toBe(expected.has('9,9'));
  });
  fc.assert(check, { examples: [[[[[9, 9]]]]] });
});

test('only what is kept remains', () => {
  const prints = printsOf([
    [3, 0],
    [1, 0],
    [2, 0],
  ]);
  const news = revise(noNews(), prints, (_, index) => ({ at: index, says: 128 }));
  const kept = keepNews(news, ({ at }) => at >= 1);
  expect([0, 1, 2].map((index) => positionOf(kept, prints, index))).toEqual([-1, 0, 1]);
});

test('standings, their absence and silence are told apart, whoever brought them', () => {
  expect([128 | LISTED, LISTED, UNSAID | LISTED].map((says) => bitsSaid({ at: 0, says }))).toEqual([
    128,
    0,
    null,
  ]);
});
