/**
 * What the finder must find, said as plainly as it can be and however slowly: a list of rules,
 * each about the whole text before or after an @. Tests and the bench hold the finder to it.
 */
import { ADDRESS_LIMIT, foldAddress, isAddress, LOCAL_LIMIT } from '../../people/address';
import type { Found } from '../finder';

const WORD = String.raw`[\p{L}\p{M}\p{N}\p{Cs}]`;
const isWord = (unit: string | undefined): boolean =>
  unit !== undefined && unit !== '' && new RegExp(`^${WORD}$`, 'u').test(unit);
const isLocal = (unit: string): boolean => isWord(unit) || /^[-._+%&'=~#$]$/.test(unit);
const isDomain = (unit: string): boolean => isWord(unit) || /^[-.]$/.test(unit);
/** A letter of a script that is written without spaces, or at least without case. */
const runsOn = (unit: string | undefined): boolean =>
  /^\p{Lo}$/u.test(unit ?? '') && (unit ?? '') > '\u0dff';

const ASSET =
  /\.(?:png|jpe?g|gif|svg|webp|avif|ico|bmp|css|m?js|json|map|woff2?|ttf|mp[34]|webm|pdf|html?|xml|txt|csv)$/i;
const VERSION = /^v?\d+\.\d/i;
const LABEL = /\b(?:mailto|e-?mail|mail|to|b?cc|from|contact)$/i;

export function findSlowly(text: string): Found[] {
  const units = text.split('');
  const all: Found[] = [];
  for (const [at, unit] of units.entries()) {
    if (unit !== '@') continue;
    const start = startOf(text, units, at, all.at(-1)?.end);
    const end = endOf(units, at);
    if (start === null || end === null || !mayEnd(text, end)) continue;
    const domain = text.slice(at + 1, end);
    const spelling = text.slice(start, end);
    if (ASSET.test(domain) || VERSION.test(domain) || !isAddress(spelling)) continue;
    all.push({ address: foldAddress(spelling), start, end });
  }
  return all;
}

function startOf(text: string, units: string[], at: number, lastEnd?: number): number | null {
  const last = units[at - 1];
  let from = at;
  while (from > 0 && isLocal(units[from - 1] ?? '')) {
    if (runsOn(units[from - 1]) && !runsOn(last)) break;
    from -= 1;
  }
  const dots = text.slice(from, at).lastIndexOf('..');
  if (dots >= 0) {
    if (text[from + dots - 1] !== '.') return null;
    from += dots + 1;
  }
  if (from === at || at - from > LOCAL_LIMIT || !mayBegin(text, from, lastEnd)) return null;
  const punctuation = /^[-.+%&'=~#$]*/.exec(text.slice(from, at))?.[0] ?? '';
  if (punctuation.includes('%')) return null;
  return from + punctuation.length < at ? from + punctuation.length : null;
}

function mayBegin(text: string, start: number, lastEnd?: number): boolean {
  const before = text.slice(0, start);
  if (/[@\\]$/.test(before)) return false;
  if (before.endsWith('/')) return start - 1 === lastEnd;
  if (!before.endsWith(':')) return true;
  const label = before.slice(0, -1);
  return isWord(label.at(-1)) ? LABEL.test(label.slice(-12)) : !label.endsWith('/');
}

function endOf(units: string[], at: number): number | null {
  if (!isWord(units[at + 1])) return null;
  let end = at + 1;
  let first = units[end];
  while (end < units.length && isDomain(units[end] ?? '')) {
    if (units[end - 1] === '.') first = units[end];
    if (units[end] === '.' && !isWord(units[end + 1])) break;
    if (runsOn(units[end]) && !runsOn(first)) break;
    end += 1;
  }
  if (end - at > ADDRESS_LIMIT) return null;
  while (!isWord(units[end - 1])) end -= 1;
  return end;
}

const mayEnd = (text: string, end: number): boolean =>
  !text.startsWith('@', end) &&
  !(text[end] === ':' && (isWord(text[end + 1]) || /^[/~]$/.test(text[end + 1] ?? ''))) &&
  !(text[end] === '_' && isWord(text[end + 1]));
