import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSipHash, type Prints } from './siphash';

const PUBLISHED_KEY = Uint8Array.from({ length: 16 }, (_, index) => index);

/** Of the texts of so many bytes 00, 01, 02…; from the paper and the authors’ own code. */
const PUBLISHED: readonly [length: number, hash: string][] = [
  [0, '726fdb47dd0e0e31'],
  [1, '74f839c593dc67fd'],
  [2, '0d6c8009d9a94f5a'],
  [3, '85676696d7fb7e2d'],
  [4, 'cf2794e0277187b7'],
  [5, '18765564cd99a68d'],
  [6, 'cbc9466e58fee3ce'],
  [7, 'ab0200f58b01d137'],
  [8, '93f5f5799a932462'],
  [9, '9e0082df0ba9e4b0'],
  [10, '7a5dbbc594ddb9f3'],
  [11, 'f4b32f46226bada7'],
  [12, '751e8fbc860ee5fb'],
  [13, '14ea5627c0843d90'],
  [14, 'f723ca908e7af2ee'],
  [15, 'a129ca6149be45e5'],
];

function hashed(key: Uint8Array, bytes: Uint8Array): bigint {
  const prints: Prints = new Uint32Array(4);
  createSipHash(key)(bytes, bytes.length, prints, 1);
  return (BigInt(prints[3] ?? 0) << 32n) | BigInt(prints[2] ?? 0);
}

test.each(PUBLISHED)('the published hash of %i bytes', (length, hash) => {
  const bytes = Uint8Array.from({ length }, (_, index) => index);
  expect(hashed(PUBLISHED_KEY, bytes).toString(16).padStart(16, '0')).toBe(hash);
});

test('whatever the key and the bytes, the hash is that of the definition in whole words', () => {
  const bytesOf = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
  const check = fc.property(bytesOf(16), fc.uint8Array({ maxLength: 300 }), (key, bytes) => {
    expect(hashed(key, bytes)).toBe(defined(key, bytes));
  });
  fc.assert(check, { numRuns: 300 });
});

test('bytes beyond the length, and what was hashed before, change nothing', () => {
  const hash = createSipHash(PUBLISHED_KEY);
  const prints: Prints = new Uint32Array(4);
  hash(Uint8Array.of(1, 2, 3, 9, 9, 9, 9, 9, 9), 3, prints, 0);
  hash(Uint8Array.of(1, 2, 3), 3, prints, 1);
  expect(prints.slice(0, 2)).toEqual(prints.slice(2));
});

/** As the paper defines it, slowly. */
function defined(key: Uint8Array, bytes: Uint8Array): bigint {
  const padded = new Uint8Array(bytes.length - (bytes.length % 8) + 8);
  padded.set(bytes);
  padded[padded.length - 1] = bytes.length % 256;
  const [low, high] = wordsOf(key);
  const start = [
    0x736f6d6570736575n,
    0x646f72616e646f6dn,
    0x6c7967656e657261n,
    0x7465646279746573n,
  ];
  const state = start.map((constant, index) => constant ^ ((index % 2 === 0 ? low : high) ?? 0n));
  for (const word of wordsOf(padded)) {
    state[3] = (state[3] ?? 0n) ^ word;
    round(state, 2);
    state[0] = (state[0] ?? 0n) ^ word;
  }
  state[2] = (state[2] ?? 0n) ^ 0xffn;
  round(state, 4);
  return state.reduce((one, other) => one ^ other, 0n);
}

function wordsOf(bytes: Uint8Array): bigint[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length / 8 }, (_, at) => view.getBigUint64(at * 8, true));
}

function round(state: bigint[], times: number): void {
  const turn = (word: bigint, by: bigint): bigint =>
    BigInt.asUintN(64, (word << by) | (word >> (64n - by)));
  for (let each = 0; each < times; each += 1) {
    let [a = 0n, b = 0n, c = 0n, d = 0n] = state;
    a = BigInt.asUintN(64, a + b);
    b = turn(b, 13n) ^ a;
    a = turn(a, 32n);
    c = BigInt.asUintN(64, c + d);
    d = turn(d, 16n) ^ c;
    a = BigInt.asUintN(64, a + d);
    d = turn(d, 21n) ^ a;
    c = BigInt.asUintN(64, c + b);
    b = turn(b, 17n) ^ c;
    c = turn(c, 32n);
    state.splice(0, 4, a, b, c, d);
  }
}
