import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openPacked, pack } from './packed';
import type { Prints } from './siphash';

const ANY_HALF = fc.integer({ min: 0, max: 0xffffffff });
/** Some halves come again, so that people share buckets, remainders and whole prints. */
const half = fc.oneof(fc.integer({ min: 0, max: 3 }), ANY_HALF);
const person = fc.record({ low: half, high: half, bits: fc.integer({ min: 1, max: 255 }) });
type Person = { low: number; high: number; bits: number };

const printsOf = (people: readonly { low: number; high: number }[]): Prints =>
  Uint32Array.from(people.flatMap(({ low, high }) => [low, high]));
const packedOf = (people: readonly Person[]): ArrayBuffer =>
  pack(
    printsOf(people),
    Uint8Array.from(people, ({ bits }) => bits),
  ).buffer;
const open = (buffer: unknown) => {
  const packed = openPacked(buffer);
  if (!packed) throw new Error('This is no register');
  return packed;
};

/** Told apart by nothing but a generator of its own, so that every run is the same. */
function* someHalves(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (state + 0x9e3779b9) >>> 0;
    const mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    const again = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    yield (again ^ (again >>> 16)) >>> 0;
  }
}

function manyPrints(count: number, seed: number): Prints {
  const halves = someHalves(seed);
  return Uint32Array.from({ length: count * 2 }, () => Number(halves.next().value));
}

test('everybody is found, with her last standings and nobody’s whom she can be told from', () => {
  const check = fc.property(fc.array(person, { maxLength: 200 }), (people) => {
    const packed = open(packedOf(people));
    const last = new Map(people.map((each) => [`${each.high} ${each.low}`, each]));
    expect(packed.people).toBe(last.size);
    const prints = printsOf([...last.values()]);
    for (const [index, { low, bits }] of [...last.values()].entries()) {
      const found = packed.find(prints, index);
      expect(found & bits).toBe(bits);
      const isLike = (other: Person) => (other.low & 0xffffff) === (low & 0xffffff);
      const isAlone = [...last.values()].filter(isLike).length === 1;
      if (isAlone) expect(found).toBe(bits);
    }
  });
  const alike = [
    { low: 7, high: 1, bits: 128 },
    { low: 0x01_00_00_07, high: 2, bits: 1 },
  ];
  fc.assert(check, { numRuns: 300, examples: [[alike]] });
});

test.each([0, 1, 10, 31, 32, 33])('%i people and a thousand strangers', (count) => {
  const prints = manyPrints(count, 1);
  const packed = open(pack(prints, new Uint8Array(count).fill(128)).buffer);
  const found = Array.from({ length: count }, (_, index) => packed.find(prints, index));
  expect(found).toEqual(Array.from({ length: count }, () => 128));
  const strangers = manyPrints(1000, 2);
  for (let index = 0; index < 1000; index += 1) expect(packed.find(strangers, index)).toBe(0);
});

test.each([1, 2, 3, 4, 5, 16, 17, 255])('%i different standings stay apart', (kinds) => {
  const prints = manyPrints(1000, 3);
  const standings = Uint8Array.from({ length: 1000 }, (_, index) => 1 + (index % kinds));
  const packed = open(pack(prints, standings).buffer);
  const found = Array.from(standings, (_, index) => packed.find(prints, index));
  expect(found).toEqual(Array.from(standings));
});

test('two whom it cannot tell apart both stand as badly as the worse of them', () => {
  const people = [
    { low: 7, high: 1, bits: 128 },
    { low: 7, high: 2, bits: 1 },
  ];
  const packed = open(packedOf(people));
  expect([0, 1].map((index) => packed.find(printsOf(people), index))).toEqual([129, 129]);
});

describe('a hundred thousand people', () => {
  const PEOPLE = 100_000;
  const prints = manyPrints(PEOPLE, 4);
  const everyStanding = Uint8Array.from({ length: PEOPLE }, (_, index) => 1 + (index % 255));

  test('take at most five bytes each, however they stand', () => {
    expect(pack(prints, everyStanding).buffer.byteLength / PEOPLE).toBeLessThanOrEqual(5);
    const few = everyStanding.map((bits) => 1 + (bits % 12));
    expect(pack(prints, few).buffer.byteLength / PEOPLE).toBeLessThanOrEqual(4);
  });

  test('and of a million strangers, counted, at most one in ten thousand is taken for one', () => {
    const packed = open(pack(prints, everyStanding).buffer);
    const strangers = manyPrints(1_000_000, 5);
    let taken = 0;
    for (let index = 0; index < 1_000_000; index += 1) {
      if (packed.find(strangers, index) !== 0) taken += 1;
    }
    expect(taken).toBeLessThanOrEqual(100);
  });
});

describe('what is no register is not trusted', () => {
  const good = packedOf([
    { low: 1, high: 1, bits: 128 },
    { low: 2, high: 2, bits: 4 },
  ]);
  const changed = (word: number, value: number): ArrayBuffer => {
    const copy = good.slice(0);
    new Uint32Array(copy, 0, 5)[word] = value;
    return copy;
  };
  test.each([
    ['nothing', undefined],
    ['something else', { people: 2 }],
    ['an empty buffer', new ArrayBuffer(0)],
    ['a cut one', good.slice(0, -1)],
    ['another mark', changed(0, 0x52454731)],
    ['another version', changed(1, 2)],
    ['more people than there are', changed(2, 3)],
    ['no bucket', changed(3, 0)],
    ['codes too wide', changed(4, 16)],
  ])('%s', (_, buffer) => expect(openPacked(buffer)).toBeNull());

  test('and this one is', () => expect(openPacked(good)?.people).toBe(2));
});
