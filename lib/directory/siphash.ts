/**
 * SipHash-2-4: 64 bits of a keyed hash, made for short texts. Two halves of 32 bits stand for
 * each of its four words a, b, c and d, since a BigInt would be allocated for every step.
 */

/** 64 bits each: a print's lower half, then its upper. */
export type Prints = Uint32Array<ArrayBuffer>;

export interface SipHash {
  /** Writes the hash of the first `length` bytes as print number `index` of `prints`. */
  (bytes: Uint8Array, length: number, prints: Prints, index: number): void;
}

export const SIPHASH_KEY_BYTES = 16;

/** “somepseudorandomlygeneratedbytes”, as the definition has it. */
const START = [
  0x70736575, 0x736f6d65, 0x6e646f6d, 0x646f7261, 0x6e657261, 0x6c796765, 0x79746573, 0x74656462,
];

export function createSipHash(key: Uint8Array): SipHash {
  const words = [0, 4, 8, 12].map((at) => wordAt(key, at, SIPHASH_KEY_BYTES));
  const start = START.map((constant, half) => constant ^ (words[half % 4] ?? 0));
  const startOf = (half: number): number => start[half] ?? 0;

  // oxlint-disable-next-line max-statements -- kept in an array instead, the eight halves take twice as long in a worker just woken
  return (bytes, length, prints, index) => {
    let aLow = startOf(0);
    let aHigh = startOf(1);
    let bLow = startOf(2);
    let bHigh = startOf(3);
    let cLow = startOf(4);
    let cHigh = startOf(5);
    let dLow = startOf(6);
    let dHigh = startOf(7);
    let other = 0;
    // The last word is filled up with the length; after it come four rounds more.
    const end = length - (length % 8) + 8;
    for (let at = 0; at <= end; at += 8) {
      const isOver = at === end;
      const low = isOver ? 0 : wordAt(bytes, at, length);
      const high = isOver ? 0 : wordAt(bytes, at + 4, length) | (at + 8 === end ? length << 24 : 0);
      if (isOver) cLow ^= 0xff;
      dLow ^= low;
      dHigh ^= high;
      for (let round = isOver ? 4 : 2; round > 0; round -= 1) {
        other = (aLow >>> 0) + (bLow >>> 0);
        aHigh = (aHigh + bHigh + (other > 0xffffffff ? 1 : 0)) | 0;
        aLow = other | 0;
        other = bLow;
        bLow = ((bLow << 13) | (bHigh >>> 19)) ^ aLow;
        bHigh = ((bHigh << 13) | (other >>> 19)) ^ aHigh;
        other = aLow;
        aLow = aHigh;
        aHigh = other;
        other = (cLow >>> 0) + (dLow >>> 0);
        cHigh = (cHigh + dHigh + (other > 0xffffffff ? 1 : 0)) | 0;
        cLow = other | 0;
        other = dLow;
        dLow = ((dLow << 16) | (dHigh >>> 16)) ^ cLow;
        dHigh = ((dHigh << 16) | (other >>> 16)) ^ cHigh;
        other = (aLow >>> 0) + (dLow >>> 0);
        aHigh = (aHigh + dHigh + (other > 0xffffffff ? 1 : 0)) | 0;
        aLow = other | 0;
        other = dLow;
        dLow = ((dLow << 21) | (dHigh >>> 11)) ^ aLow;
        dHigh = ((dHigh << 21) | (other >>> 11)) ^ aHigh;
        other = (cLow >>> 0) + (bLow >>> 0);
        cHigh = (cHigh + bHigh + (other > 0xffffffff ? 1 : 0)) | 0;
        cLow = other | 0;
        other = bLow;
        bLow = ((bLow << 17) | (bHigh >>> 15)) ^ cLow;
        bHigh = ((bHigh << 17) | (other >>> 15)) ^ cHigh;
        other = cLow;
        cLow = cHigh;
        cHigh = other;
      }
      aLow ^= low;
      aHigh ^= high;
    }
    prints[index * 2] = aLow ^ bLow ^ cLow ^ dLow;
    prints[index * 2 + 1] = aHigh ^ bHigh ^ cHigh ^ dHigh;
  };
}

/** Up to four bytes, the lowest first; none beyond the end. */
function wordAt(bytes: Uint8Array, at: number, end: number): number {
  if (at + 4 > end) {
    let word = 0;
    for (let byte = at; byte < end; byte += 1) word |= (bytes[byte] ?? 0) << ((byte - at) * 8);
    return word;
  }
  return (
    (bytes[at] ?? 0) |
    ((bytes[at + 1] ?? 0) << 8) |
    ((bytes[at + 2] ?? 0) << 16) |
    ((bytes[at + 3] ?? 0) << 24)
  );
}
