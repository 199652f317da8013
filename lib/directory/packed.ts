/**
 * A register as one buffer that is asked as it lies: people stand in buckets by the upper half of
 * their print, and in its bucket each is told from the others by 24 bits of the lower half. With
 * 32 to a bucket, one stranger in half a million is taken for somebody, by this design (2^24 / 32);
 * how many were when it was counted is in docs/performance.md.
 *
 * | Part | Bytes |
 * | --- | --- |
 * | mark, version, people, buckets, bits of a code | 4 each |
 * | palette: the standings that occur, as bits | 256 |
 * | where each bucket begins, and the end | 4 each |
 * | lower 16 of the 24 bits | 2 a person |
 * | upper 8 of them | 1 a person |
 * | codes: which of the palette is hers | 0, 1, 2, 4 or 8 bits a person |
 */
import type { Prints } from './siphash';
import type { StandingBits } from './standing-bits';

/** “REG1” the way this machine orders its bytes: from another way round it is no register. */
const MARK = 0x31474552;
/** Another layout, hash or meaning of bits is another version. */
const VERSION = 1;
const HEADER_WORDS = 5;
const PALETTE_BYTES = 256;
const BUCKET_PEOPLE = 32;
/** No code lies across two bytes. */
const CODE_BITS = [0, 1, 2, 4, 8];

export interface Packed {
  people: number;
  /** Her standings, all of them where two cannot be told apart; zero where she is not held. */
  find(prints: Prints, index: number): StandingBits;
}

interface Parts {
  header: Uint32Array;
  palette: Uint8Array;
  begins: Uint32Array;
  lower: Uint16Array;
  upper: Uint8Array;
  codes: Uint8Array;
}

interface Size {
  people: number;
  buckets: number;
  codeBits: number;
}

/** Null for what is no register, or one of another version. */
export function openPacked(buffer: unknown): Packed | null {
  const size = sizeOf(buffer);
  if (size === null) return null;
  const { people, buckets, codeBits } = size;
  const { palette, begins, lower, upper, codes } = partsOf(buffer as ArrayBuffer, size); // has a size

  const bitsAt = (at: number): StandingBits => {
    const byte = codes[(at * codeBits) >>> 3] ?? 0;
    const code = (byte >>> ((at * codeBits) & 7)) & ((1 << codeBits) - 1);
    return palette[code] ?? 0;
  };
  return {
    people,
    find(prints, index) {
      const low = prints[index * 2] ?? 0;
      const bucket = bucketOf(prints, index, buckets);
      const end = Math.min(begins[bucket + 1] ?? 0, people);
      let bits = 0;
      for (let at = begins[bucket] ?? 0; at < end; at += 1) {
        if (lower[at] === (low & 0xffff) && upper[at] === ((low >>> 16) & 0xff)) bits |= bitsAt(at);
      }
      return bits;
    },
  };
}

export interface PackedBuffer {
  buffer: ArrayBuffer;
  people: number;
}

/** Who comes twice is kept as she came last. */
export function pack(prints: Prints, standings: Uint8Array): PackedBuffer {
  const buckets = Math.max(1, Math.ceil(standings.length / BUCKET_PEOPLE));
  const grouped = group(prints, buckets);
  const people = grouped.order.length;
  const palette = [...new Set(standings)];
  const codeBits = CODE_BITS.find((bits) => palette.length <= 1 << bits) ?? 8;
  const size = { people, buckets, codeBits };
  const buffer = new ArrayBuffer(bytesOf(size));
  const parts = partsOf(buffer, size);
  parts.header.set([MARK, VERSION, people, buckets, codeBits]);
  parts.palette.set(palette);
  parts.begins.set(grouped.begins);

  const codeOf = new Uint8Array(PALETTE_BYTES);
  for (const [code, bits] of palette.entries()) codeOf[bits] = code;
  for (const [at, index] of grouped.order.entries()) {
    const low = prints[index * 2] ?? 0;
    parts.lower[at] = low;
    parts.upper[at] = low >>> 16;
    const code = codeOf[standings[index] ?? 0] ?? 0;
    const byte = (at * codeBits) >>> 3;
    parts.codes[byte] = (parts.codes[byte] ?? 0) | (code << ((at * codeBits) & 7));
  }
  return { buffer, people };
}

/** People in the order of their buckets, and where each bucket begins. */
function group(prints: Prints, buckets: number): { order: Uint32Array; begins: Uint32Array } {
  const count = prints.length / 2;
  const begins = new Uint32Array(buckets + 1);
  for (let index = 0; index < count; index += 1) {
    const next = bucketOf(prints, index, buckets) + 1;
    begins[next] = (begins[next] ?? 0) + 1;
  }
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    begins[bucket + 1] = (begins[bucket + 1] ?? 0) + (begins[bucket] ?? 0);
  }
  const free = begins.slice();
  const order = new Uint32Array(count);
  for (let index = 0; index < count; index += 1) {
    const bucket = bucketOf(prints, index, buckets);
    const at = free[bucket] ?? 0;
    order[at] = index;
    free[bucket] = at + 1;
  }
  return withoutRepeats(prints, order, begins);
}

function withoutRepeats(prints: Prints, order: Uint32Array, begins: Uint32Array) {
  const buckets = begins.length - 1;
  const kept = new Uint32Array(buckets + 1);
  let size = 0;
  let from = 0;
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    const end = begins[bucket + 1] ?? 0;
    for (let at = from; at < end; at += 1) {
      const index = order[at] ?? 0;
      // Written over what has been read already.
      if (!comesAgain(prints, order, at, end)) order[size++] = index;
    }
    from = end;
    kept[bucket + 1] = size;
  }
  return { order: order.subarray(0, size), begins: kept };
}

function comesAgain(prints: Prints, order: Uint32Array, at: number, end: number): boolean {
  const index = order[at] ?? 0;
  const low = prints[index * 2];
  for (let later = at + 1; later < end; later += 1) {
    const other = order[later] ?? 0;
    if (prints[other * 2] !== low) continue;
    if (prints[other * 2 + 1] === prints[index * 2 + 1]) return true;
  }
  return false;
}

const bucketOf = (prints: Prints, index: number, buckets: number): number =>
  Math.floor(((prints[index * 2 + 1] ?? 0) / 2 ** 32) * buckets);

function sizeOf(buffer: unknown): Size | null {
  if (!(buffer instanceof ArrayBuffer) || buffer.byteLength < HEADER_WORDS * 4) return null;
  const [mark, version, people = 0, buckets = 0, codeBits = 0] = new Uint32Array(
    buffer,
    0,
    HEADER_WORDS,
  );
  const size = { people, buckets, codeBits };
  const isWhole =
    buckets > 0 && CODE_BITS.includes(codeBits) && buffer.byteLength === bytesOf(size);
  return mark === MARK && version === VERSION && isWhole ? size : null;
}

const wordsBefore = ({ buckets }: Size): number => HEADER_WORDS + PALETTE_BYTES / 4 + buckets + 1;

const bytesOf = (size: Size): number =>
  wordsBefore(size) * 4 + size.people * 3 + Math.ceil((size.people * size.codeBits) / 8);

function partsOf(buffer: ArrayBuffer, size: Size): Parts {
  const { people, buckets } = size;
  const begins = HEADER_WORDS * 4 + PALETTE_BYTES;
  const lower = wordsBefore(size) * 4;
  return {
    header: new Uint32Array(buffer, 0, HEADER_WORDS),
    palette: new Uint8Array(buffer, HEADER_WORDS * 4, PALETTE_BYTES),
    begins: new Uint32Array(buffer, begins, buckets + 1),
    lower: new Uint16Array(buffer, lower, people),
    upper: new Uint8Array(buffer, lower + people * 2, people),
    codes: new Uint8Array(buffer, lower + people * 3),
  };
}
