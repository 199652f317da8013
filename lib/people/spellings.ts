/**
 * An international domain has two spellings, `bücher.example` and `xn--bcher-kva.example`, and
 * they are one domain. Addresses stay as they are written: only where somebody is recognised are
 * both looked for.
 */
import { type EmailAddress, foldAddress } from './address';

/** As it is written, and the other spelling where there is exactly one. */
export function spellingsOf(address: EmailAddress): EmailAddress[] {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  const ascii = toAscii(domain);
  const readable = ascii === null ? null : toReadable(ascii);
  // There and back: a spelling the browser has made equal in passing (ß, full width) is another's.
  if (ascii === null || readable === null || ascii === readable) return [address];
  if (domain !== ascii && domain !== readable) return [address];
  return [address, foldAddress(address.slice(0, at + 1) + (domain === ascii ? readable : ascii))];
}

function toAscii(domain: string): string | null {
  const address = `https://${domain}`;
  if (!/[^\x20-\x7e]|xn--/.test(domain) || !URL.canParse(address)) return null;
  const { host, pathname } = new URL(address);
  return pathname === '/' ? host : null;
}

function toReadable(domain: string): string | null {
  const labels = domain.split('.').map((label) => {
    return label.startsWith('xn--') ? decodeLabel(label.slice(4)) : label;
  });
  const readable = labels.every((label) => label !== null) ? labels.join('.') : null;
  return readable !== null && toAscii(readable) === domain ? readable : null;
}

/** RFC 3492: its constants, by the names they have there. */
const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;
const INITIAL_BIAS = 72;
const INITIAL_N = 128;

function decodeLabel(label: string): string | null {
  const hyphen = label.lastIndexOf('-');
  const output = Array.from(label.slice(0, Math.max(0, hyphen)), (each) => each.charCodeAt(0));
  let [n, index, bias, at] = [INITIAL_N, 0, INITIAL_BIAS, hyphen + 1];
  while (at < label.length) {
    const before = index;
    for (let [weight, k] = [1, BASE]; ; k += BASE) {
      const digit = digitOf(label.charCodeAt(at));
      at += 1;
      if (digit < 0) return null;
      index += digit * weight;
      const threshold = Math.min(T_MAX, Math.max(T_MIN, k - bias));
      if (digit < threshold) break;
      weight *= BASE - threshold;
    }
    const length = output.length + 1;
    bias = adapt(index - before, length, before === 0);
    n += Math.floor(index / length);
    index %= length;
    if (n > 0x10ffff) return null;
    output.splice(index, 0, n);
    index += 1;
  }
  return String.fromCodePoint(...output);
}

/** Letters are 0 to 25, digits 26 to 35; -1 for anything else, and beyond the end. */
function digitOf(code: number): number {
  if (code >= 97 && code <= 122) return code - 97;
  return code >= 48 && code <= 57 ? code - 22 : -1;
}

function adapt(difference: number, length: number, isFirst: boolean): number {
  let delta = Math.floor(difference / (isFirst ? DAMP : 2));
  delta += Math.floor(delta / length);
  let k = 0;
  for (; delta > ((BASE - T_MIN) * T_MAX) / 2; k += BASE)
    delta = Math.floor(delta / (BASE - T_MIN));
  return k + Math.floor(((BASE - T_MIN + 1) * delta) / (delta + SKEW));
}
