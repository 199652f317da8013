/**
 * Text to addresses. Everything hangs on the @: `indexOf` finds it at the speed of memory, and
 * from there two bounded walks look left and right. Both stop at the next @ at the latest, so no
 * character is looked at more than a few times whatever a page writes.
 *
 * When in doubt it is no address: a piece cut out of a longer name is somebody else (law 1).
 */
import { ADDRESS_LIMIT, foldAddress, isAddress, LOCAL_LIMIT } from '../people/address';
import type { EmailAddress } from '../people/address';
import { isDomain, isLocal, isWord, runsOn } from './characters';

export interface Found {
  address: EmailAddress;
  start: number;
  end: number;
}

/** What is needed of a string; narrow, so that a test can count the steps. */
export type Text = Pick<string, 'length' | 'charCodeAt' | 'indexOf' | 'slice'>;

const AT = 64;
const DOT = 46;
const SLASH = 47;
const COLON = 58;
const BACKSLASH = 92;
const PERCENT = 37;
const UNDERSCORE = 95;

/** Endings of files, none of them a top-level domain: `logo@2x.png`. */
const ASSET =
  /\.(?:png|jpe?g|gif|svg|webp|avif|ico|bmp|css|m?js|json|map|woff2?|ttf|mp[34]|webm|pdf|html?|xml|txt|csv)$/i;
/** `pkg@1.2.3-rc.one` and bare IP addresses; `163.com` is a domain. */
const VERSION = /^v?\d+\.\d/i;
/** Words before a colon after which an address may follow; anything else may be a password's. */
const LABEL = /\b(?:mailto|e-?mail|mail|to|b?cc|from|contact)$/i;
const LABEL_LENGTH = 12;

/** All addresses of a text in their order, at most `room` of them. */
export function findAddresses(text: Text, room = Infinity): Found[] {
  const all: Found[] = [];
  for (let at = text.indexOf('@'); at >= 0 && all.length < room; at = text.indexOf('@', at + 1)) {
    const found = addressAround(text, at, all.at(-1)?.end ?? -1);
    if (found) all.push(found);
  }
  return all;
}

function addressAround(text: Text, at: number, lastEnd: number): Found | null {
  if (!isLocal(text.charCodeAt(at - 1)) || !isWord(text.charCodeAt(at + 1))) return null;
  const stop = stopBeforeLocal(text, at);
  if (stop < 0 || !mayFollow(text, stop, lastEnd)) return null;
  const start = afterPunctuation(text, stop, at);
  if (start < 0) return null;
  const end = endOfDomain(text, at);
  if (end < 0 || !mayPrecede(text, end)) return null;
  const spelling = text.slice(start, end);
  const domain = text.slice(at + 1, end);
  if (!isAddress(spelling) || ASSET.test(domain) || VERSION.test(domain)) return null;
  return { address: foldAddress(spelling), start, end };
}

/** How far left the characters of an address reach, or -1 where they cannot be one. */
function stopBeforeLocal(text: Text, at: number): number {
  const runningOn = runsOn(text.charCodeAt(at - 1));
  const limit = at - LOCAL_LIMIT - 1;
  let start = at;
  while (start > 0) {
    const code = text.charCodeAt(start - 1);
    if (!isLocal(code) || (!runningOn && runsOn(code))) break;
    if (code === DOT && text.charCodeAt(start) === DOT) {
      // Three dots end the sentence before it; two are a slip in the address itself.
      return text.charCodeAt(start - 2) === DOT ? start : -1;
    }
    start -= 1;
    if (start <= limit) return -1;
  }
  return start;
}

/** Where the address itself begins, or -1 where it does not. */
function afterPunctuation(text: Text, from: number, at: number): number {
  let start = from;
  while (start < at && !isWord(text.charCodeAt(start))) {
    const code = text.charCodeAt(start);
    if (code === PERCENT) return -1; // a percent-encoded character of a URL
    if (code === UNDERSCORE) break;
    start += 1;
  }
  return start < at ? start : -1;
}

/** Whether an address may begin here, given what stands before it. */
function mayFollow(text: Text, start: number, lastEnd: number): boolean {
  const before = text.charCodeAt(start - 1);
  if (before === AT || before === BACKSLASH) return false;
  // A URL's path, unless it only parts two addresses.
  if (before === SLASH) return start - 1 === lastEnd;
  if (before !== COLON) return true;
  const label = text.slice(Math.max(0, start - 1 - LABEL_LENGTH), start - 1);
  return !isWord(text.charCodeAt(start - 2)) ? !label.endsWith('/') : LABEL.test(label);
}

/** Where the domain ends, or -1 where it cannot be one. */
function endOfDomain(text: Text, at: number): number {
  let end = at + 1;
  let runningOn = false;
  for (; end - at <= ADDRESS_LIMIT; end += 1) {
    const code = text.charCodeAt(end);
    if (!isDomain(code)) break;
    const starts = end === at + 1 || text.charCodeAt(end - 1) === DOT;
    if (starts) runningOn = runsOn(code);
    else if (!runningOn && runsOn(code)) break;
    if (code === DOT && !isWord(text.charCodeAt(end + 1))) break;
  }
  while (end > at && !isWord(text.charCodeAt(end - 1))) end -= 1;
  return end - at > ADDRESS_LIMIT ? -1 : end;
}

/** Whether an address may end here, given what stands after it. */
function mayPrecede(text: Text, end: number): boolean {
  const after = text.charCodeAt(end);
  if (after === AT) return false;
  const next = text.charCodeAt(end + 1);
  // `git@host:repo`, `user@host:22`, `x.dev_old`
  if (after === COLON) return !isWord(next) && next !== SLASH && next !== 126;
  return after !== UNDERSCORE || !isWord(next);
}
