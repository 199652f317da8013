/**
 * What most addresses look like: lower-case letters and digits, parted by dots, with a space or
 * nothing on both sides. They are told by two short loops; whatever is not
 * quite so is left to the rules of the finder, which come to the same (`oracle.test.ts`).
 */
import { ADDRESS_LIMIT, LOCAL_LIMIT } from '../people/address';
import type { EmailAddress } from '../people/address';
import { KINDS, WORD } from './characters';
import { ASSETS, endingOf } from './endings';
import type { Found, Text } from './finder';

const SPACE = 32;
const DOT = 46;
const NINE = 57;
const V = 118;
const LABEL_LIMIT = 63;

/** The one around an @, if it is so plain; null where that takes a closer look. */
export function plainAround(text: Text, at: number): Found | null {
  const start = startBefore(text, at);
  if (start < 0) return null;
  const end = endAfter(text, at);
  if (end < 0) return null;
  const ending = endingOf(text, end);
  if (ending === 0 || ASSETS.has(ending)) return null;
  return { address: text.slice(start, end) as EmailAddress, start, end }; // nothing to fold
}

function startBefore(text: Text, at: number): number {
  const least = at > LOCAL_LIMIT ? at - LOCAL_LIMIT : 0;
  let start = at;
  while (start > least && KINDS[text.charCodeAt(start - 1)] === WORD) start -= 1;
  return start < at && (start === 0 || text.charCodeAt(start - 1) === SPACE) ? start : -1;
}

function endAfter(text: Text, at: number): number {
  const most = Math.min(text.length, at + ADDRESS_LIMIT - LOCAL_LIMIT);
  let label = at + 1;
  let end = label;
  for (; end < most; end += 1) {
    const code = text.charCodeAt(end);
    if (KINDS[code] === WORD) continue;
    if (code !== DOT) break;
    if (end === label || end - label > LABEL_LIMIT) return -1;
    label = end + 1;
  }
  const isWhole = end === text.length || text.charCodeAt(end) === SPACE;
  if (!isWhole || label === at + 1 || end === label || end - label > LABEL_LIMIT) return -1;
  // It may be a version.
  const first = text.charCodeAt(at + 1);
  return first > NINE && first !== V ? end : -1;
}
