import { describe, expect, test } from 'vitest';
import { indicesWithin as search, MEASURE_CEILING } from './window';

const BAND = { top: 5_000, bottom: 7_000 };
const ROW = 20;

/** Measures like a page, and counts. */
function measuring(topOf: (index: number) => number | null) {
  const asked = new Set<number>();
  const measure = (index: number) => {
    asked.add(index);
    const top = topOf(index);
    return top === null ? undefined : { top, bottom: top + ROW };
  };
  return { measure, asked };
}

const indicesWithin = (...given: Parameters<typeof search>) =>
  [...search(...given)].filter((index) => index !== null);

const trueWithin = (count: number, topOf: (index: number) => number | null) =>
  [...Array(count).keys()].filter((index) => {
    const top = topOf(index);
    return top !== null && top + ROW >= BAND.top && top <= BAND.bottom;
  });

describe('what lies near the viewport is found', () => {
  const down = (index: number) => index * ROW;
  test('in a long page that runs down, without measuring most of it', () => {
    const { measure, asked } = measuring(down);
    expect(indicesWithin(10_000, measure, BAND)).toEqual(trueWithin(10_000, down));
    expect(asked.size).toBeLessThan(250);
  });

  test.each<[string, (index: number) => number | null]>([
    ['one is hidden at the end', (index) => (index === 9_999 ? null : index * ROW)],
    ['every fifth is hidden', (index) => (index % 5 === 0 ? null : index * ROW)],
    ['a hundred are hidden before the band', (i) => (i > 140 && i < 240 ? null : i * ROW)],
    ['a hundred are hidden within it', (i) => (i > 260 && i < 340 ? null : i * ROW)],
    ['the last third is hidden', (index) => (index > 6_600 ? null : index * ROW)],
  ])('and no less where %s', (_, topOf) => {
    const { measure, asked } = measuring(topOf);
    expect(indicesWithin(10_000, measure, BAND)).toEqual(trueWithin(10_000, topOf));
    expect([...asked].filter((index) => topOf(index) !== null).length).toBeLessThan(250);
  });

  test('law 7: no step of it measures more than a few', () => {
    const { measure, asked } = measuring((index) => (index % 3 === 0 ? null : index * ROW));
    let before = 0;
    for (const _ of search(10_000, measure, BAND)) {
      expect(asked.size - before).toBeLessThanOrEqual(2);
      before = asked.size;
    }
  });

  test.each<[string, (index: number) => number | null]>([
    ['in columns', (index) => (index % 500) * ROW],
    ['with every third one hidden', (index) => (index % 3 === 0 ? null : index * ROW)],
    ['in a sidebar after the text', (index) => (index > 900 ? index - 900 : index * ROW)],
    ['upside down', (index) => (1_000 - index) * ROW],
  ])('%s', (_, topOf) => {
    expect(indicesWithin(1_000, measuring(topOf).measure, BAND)).toEqual(trueWithin(1_000, topOf));
  });

  test('law 7: however a page is laid out, no more than the ceiling is measured', () => {
    const { measure, asked } = measuring((index) => ((index * 7_919) % 9_973) * ROW);
    indicesWithin(100_000, measure, BAND);
    expect(asked.size).toBeLessThanOrEqual(MEASURE_CEILING + 16);
  });

  test('nothing on an empty page', () => {
    expect(indicesWithin(0, () => undefined, BAND)).toEqual([]);
  });
});
