/** Addresses that are written so that no machine should read them; a person reads them all the same. */
import { ADDRESS_LIMIT, foldAddress, isAddress, LOCAL_LIMIT } from '../people/address';
import type { EmailAddress } from '../people/address';
import type { Found } from './finder';

/** `[at]`, `(at)`, `{@}`: never without brackets, which is how prose says “at”. */
const AT = /[[({] ?(?:at|@) ?[\])}]/gi;
const DOT = String.raw`(?:\.| ?[[({] ?(?:dot|\.) ?[\])}] ?)`;
const LOCAL = new RegExp(String.raw`(?:[\p{L}\p{N}_%+-]|${DOT})+(?= ?$)`, 'iu');
const DOMAIN = new RegExp(
  String.raw`^ ?((?:[\p{L}\p{N}][\p{L}\p{N}-]*${DOT})+\p{L}{2,})(?![\p{L}\p{M}\p{N}@_-]|${DOT}[\p{L}\p{N}]| dot\b)`,
  'iu',
);
/** What may stand before one. After anything else it is the end of a longer one (law 1). */
const BEGINS = /(?:^|[\p{Z}\n\r\t([{<>"“„«:;,|])$/u;
const DOT_BEFORE = /(?:\bdot|(?:dot|\.) ?[\])}])\s*$/i;
/** Beside it, so much is looked at. */
const BESIDE_CHARS = 16;
const DOTS = new RegExp(DOT, 'gi');
/** Of one text: nobody spells out more, and a page may write nothing but brackets. */
const SIGNS_CEILING = 200;

/** `ada [at] example [dot] com`. */
export function findSpelledOut(text: string): Found[] {
  const all: Found[] = [];
  let signs = 0;
  for (const { 0: sign, index } of text.matchAll(AT)) {
    if ((signs += 1) > SIGNS_CEILING) break;
    const local = LOCAL.exec(text.slice(Math.max(0, index - LOCAL_LIMIT), index));
    const after = index + sign.length;
    const domain = DOMAIN.exec(text.slice(after, after + ADDRESS_LIMIT + BESIDE_CHARS));
    if (!local || !domain?.[1] || domain[0].length > ADDRESS_LIMIT) continue;
    const start = index - (Math.min(index, LOCAL_LIMIT) - local.index);
    const address = foldAddress(`${local[0]}@${domain[1]}`.replace(DOTS, '.'));
    const before = text.slice(Math.max(0, start - BESIDE_CHARS), start);
    const isWhole = BEGINS.test(before) && !DOT_BEFORE.test(before);
    if (isWhole && isAddress(address)) all.push({ address, start, end: after + domain[0].length });
  }
  return all;
}

/** What Cloudflare makes of an address: pairs of hexadecimal digits, the first pair is the key. */
export function decodeCloudflare(code: string): EmailAddress | null {
  const key = Number.parseInt(code.slice(0, 2), 16);
  const bytes = code.slice(2, 4 * ADDRESS_LIMIT).match(/../g) ?? [];
  const coded = bytes.map((pair) => `%${hex(Number.parseInt(pair, 16) ^ key)}`).join('');
  try {
    // Its bytes are those of UTF-8.
    const address = foldAddress(decodeURIComponent(coded));
    return isAddress(address) ? address : null;
  } catch {
    return null;
  }
}

const hex = (byte: number): string => byte.toString(16).padStart(2, '0');
