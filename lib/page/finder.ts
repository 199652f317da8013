/**
 * Text to addresses. Everything hangs on the @: `indexOf` finds it at the speed of memory, and
 * from there two bounded walks look left and right. Both stop at the next @ at the latest, so no
 * character is looked at more than a few times whatever a page writes.
 *
 * When in doubt it is no address: a piece cut out of a longer name is somebody else (law 1).
 */
import { ADDRESS_LIMIT, foldAddress, isAddress, LOCAL_LIMIT } from '../people/address';
import type { EmailAddress } from '../people/address';
import { ASCII_END, CAPITAL, DOMAIN, FOREIGN, foreignKind, isWord } from './characters';
import { KINDS, LOCAL, runsOn, WORD } from './characters';
import { ASSETS, endingOf } from './endings';
import { plainAround } from './plain';

export interface Found {
  address: EmailAddress;
  start: number;
  end: number;
}

/** What is needed of a string; narrow, so that a test can count the steps. */
export type Text = Pick<string, 'length' | 'charCodeAt' | 'indexOf' | 'slice'>;

const AT = 64;
const SPACE = 32;
const DOT = 46;
const HYPHEN = 45;
const SLASH = 47;
const COLON = 58;
const BACKSLASH = 92;
const PERCENT = 37;
const UNDERSCORE = 95;
const TILDE = 126;
const NINE = 57;
const V = 118;

const LABEL_LIMIT = 63;

/** `pkg@1.2.3-rc.one` and bare IP addresses; `163.com` is a domain. */
const VERSION = /^v?\d+\.\d/i;
/** Words before a colon after which an address may follow; anything else may be a password's. */
const LABEL = /\b(?:mailto|e-?mail|mail|to|b?cc|from|contact)$/i;
const LABEL_LENGTH = 12;

const NONE: Found[] = [];

/** All addresses of a text in their order, at most `room` of them. Most texts have no @ at all. */
export function findAddresses(text: Text, room = Infinity): readonly Found[] {
  const at = text.indexOf('@');
  return at < 0 ? NONE : findFrom(text, at, room);
}

function findFrom(text: Text, first: number, room: number): Found[] {
  let all = NONE;
  let lastEnd = -1;
  for (let at = first; at >= 0 && all.length < room; at = text.indexOf('@', at + 1)) {
    if (at === 0 || text.charCodeAt(at - 1) === SPACE) continue; // `@name`
    const found = plainAround(text, at) ?? foundAround(text, at, lastEnd);
    if (!found) continue;
    if (lastEnd < 0) all = [found];
    else all.push(found);
    lastEnd = found.end;
  }
  return all;
}

function foundAround(text: Text, at: number, lastEnd: number): Found | null {
  const reach = { start: at, end: at + 1, most: LOCAL };
  if (!reachesLeft(text, reach) || !mayFollow(text, reach.start, lastEnd)) return null;
  if (!skipsPunctuation(text, reach, at)) return null;
  if (!reachesRight(text, reach) || !mayPrecede(text, reach.end)) return null;
  const { start, end } = reach;
  const spelling = text.slice(start, end);
  const ending = endingOf(text, end);
  if (ASSETS.has(ending) || isVersion(text, at + 1, end)) return null;
  if ((ending === 0 || reach.most === FOREIGN) && !isAddress(spelling)) return null;
  const address = reach.most < CAPITAL ? (spelling as EmailAddress) : foldAddress(spelling); // nothing to fold
  return { address, start, end };
}

/** What of a text belongs to an @: from it and to both sides as far as the characters go. */
interface Reach {
  start: number;
  end: number;
  /** The greatest kind of character in it. The rules of all but the foreign are seen to on the way. */
  most: number;
}

/** False where what stands before the @ cannot be the first half of an address. */
function reachesLeft(text: Text, reach: Reach): boolean {
  const at = reach.start;
  let start = at;
  let after = AT;
  const runningOn = at > 0 && runsOn(text.charCodeAt(at - 1));
  while (start > 0) {
    const code = text.charCodeAt(start - 1);
    const kind = code < ASCII_END ? (KINDS[code] ?? 0) : foreignKind(code);
    if (kind < LOCAL || (kind === FOREIGN && !runningOn && runsOn(code))) break;
    if (code === DOT && (after === DOT || after === AT)) {
      // Three dots end the sentence before it; two are a slip in the address itself.
      if (after === AT || start < 2 || text.charCodeAt(start - 2) !== DOT) return false;
      break;
    }
    if (kind > reach.most) reach.most = kind;
    after = code;
    start -= 1;
    if (start < at - LOCAL_LIMIT) return false;
  }
  reach.start = start;
  return start < at;
}

/** On to where the address itself begins; false where it does not. */
function skipsPunctuation(text: Text, reach: Reach, at: number): boolean {
  for (; reach.start < at; reach.start += 1) {
    const code = text.charCodeAt(reach.start);
    if (code === UNDERSCORE || isWord(code)) return true;
    if (code === PERCENT) return false; // a percent-encoded character of a URL
  }
  return false;
}

/** Whether an address may begin here, given what stands before it. */
function mayFollow(text: Text, start: number, lastEnd: number): boolean {
  if (start === 0) return true;
  const before = text.charCodeAt(start - 1);
  if (before === AT || before === BACKSLASH) return false;
  // A URL's path, unless it only parts two addresses.
  if (before === SLASH) return start - 1 === lastEnd;
  if (before !== COLON) return true;
  const label = text.slice(Math.max(0, start - 1 - LABEL_LENGTH), start - 1);
  return !isWord(text.charCodeAt(start - 2)) ? !label.endsWith('/') : LABEL.test(label);
}

/** False where what stands after the @ cannot be the second half of an address. */
function reachesRight(text: Text, reach: Reach): boolean {
  const first = reach.end;
  const stop = Math.min(text.length, first + ADDRESS_LIMIT);
  let label = first;
  let end = first;
  let before = AT;
  let runningOn = false;
  for (; end < stop; end += 1) {
    const code = text.charCodeAt(end);
    const kind = code < ASCII_END ? (KINDS[code] ?? 0) : foreignKind(code);
    if (kind < DOMAIN) break;
    if (before === DOT || before === AT) {
      if (kind < WORD) break;
      if (before === DOT && !mayBeLabel(text, label, end - 1)) return false;
      label = end;
      runningOn = runsOn(code);
    } else if (kind === FOREIGN && !runningOn && runsOn(code)) break;
    if (kind > reach.most) reach.most = kind;
    before = code;
  }
  while (end > first && !isWord(text.charCodeAt(end - 1))) end -= 1;
  reach.end = end;
  return label > first && end - label <= LABEL_LIMIT && end - reach.start <= ADDRESS_LIMIT;
}

const mayBeLabel = (text: Text, start: number, end: number): boolean =>
  end - start <= LABEL_LIMIT && text.charCodeAt(end - 1) !== HYPHEN;

/** Whether an address may end here, given what stands after it. */
function mayPrecede(text: Text, end: number): boolean {
  if (end >= text.length) return true;
  const after = text.charCodeAt(end);
  if (after === AT) return false;
  // `git@host:repo`, `user@host:22`, `x.dev_old`
  if (after !== COLON && after !== UNDERSCORE) return true;
  const next = text.charCodeAt(end + 1);
  return !isWord(next) && (after === UNDERSCORE || (next !== SLASH && next !== TILDE));
}

const isVersion = (text: Text, start: number, end: number): boolean => {
  const code = text.charCodeAt(start);
  return (code <= NINE || (code | 32) === V) && VERSION.test(text.slice(start, end));
};
