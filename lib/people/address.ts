/** An address trimmed and case-folded, nothing cleverer: the only form that is ever compared. */
export type EmailAddress = string & { readonly brand: 'EmailAddress' };

export type AddressProblem = 'empty' | 'too-long' | 'no-address' | 'several';

export type ParsedAddress =
  | { ok: true; address: EmailAddress }
  | { ok: false; problem: AddressProblem; found: EmailAddress[] };

export const PROBLEM_WORDS: Record<AddressProblem, string> = {
  empty: 'Type or paste an email address.',
  'too-long': 'That is too long for an email address: 254 characters at most, 64 before the @.',
  'no-address': 'There is no email address in that. One looks like ada@example.com.',
  several: 'There are several addresses in that. Choose one.',
};

/** RFC 5321: of a whole address, and of what stands before the @. */
export const ADDRESS_LIMIT = 254;
export const LOCAL_LIMIT = 64;
/** A pasted customer list must not become a screen of ten thousand choices. */
const FOUND_CEILING = 100;

const LOCAL =
  /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u;
const TOP_LABEL = /^(?:\p{L}[\p{L}\p{M}]+|xn--[a-z\d-]+)$/iu;

/** Control characters, zero-width ones and direction marks: pasted along, never seen. */
const INVISIBLE = /(?![\t\n\v\f\r])[\p{Cf}\p{Cc}]/gu;
const BETWEEN = /[\s,;|<>()[\]{}"“”„«»]+/u;
const LABELLED = /^(?:mailto|e-?mail|mail|to|cc|bcc|from|reply-to):/i;
const LEADING = /^['’‘‚`*.!¡¿:]+/;

/** Trimmed and case-folded, nothing cleverer: not even composed and decomposed accents are one. */
export function foldAddress(text: string): EmailAddress {
  return text.trim().toLowerCase() as EmailAddress; // this is where the brand is given
}

export function sameAddress(one: string, other: string): boolean {
  return foldAddress(one) === foldAddress(other);
}

/** Whether the text is one whole address and nothing else. */
export function isAddress(text: string): boolean {
  if (text.length > ADDRESS_LIMIT) return false;
  const at = text.indexOf('@');
  if (at < 1 || at > LOCAL_LIMIT || !LOCAL.test(text.slice(0, at))) return false;
  const labels = text.slice(at + 1).split('.');
  return (
    labels.length > 1 &&
    labels.every((label) => label.length <= 63 && LABEL.test(label)) &&
    TOP_LABEL.test(labels.at(-1) ?? '')
  );
}

/** What a person typed or pasted: one address however it is wrapped, or why it is none. */
export function parseAddress(text: string): ParsedAddress {
  const visible = text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
  if (visible === '') return { ok: false, problem: 'empty', found: [] };
  const pieces = unhide(withoutQuery(visible))
    .split(BETWEEN)
    .filter((piece) => piece.includes('@'))
    .map(unwrap);
  const found = [...new Set(pieces.filter(isAddress).map(foldAddress))];
  const [first] = found;
  if (first === undefined) {
    return { ok: false, problem: pieces.some(isOverlong) ? 'too-long' : 'no-address', found };
  }
  if (found.length === 1) return { ok: true, address: first };
  return { ok: false, problem: 'several', found: found.slice(0, FOUND_CEILING) };
}

/** `ada[at]x[dot]dev`; white space is single by now, so every pattern has a fixed length. */
function unhide(text: string): string {
  return text
    .replace(/ ?[[({] ?(?:at|@) ?[\])}] ?/gi, '@')
    .replace(/ ?[[({] ?(?:dot|\.) ?[\])}] ?/gi, '.');
}

function unwrap(piece: string): string {
  const start = piece.replace(LEADING, '');
  const address = LABELLED.test(start) ? withoutLabel(start) : start;
  return address.slice(0, endOfDomain(address));
}

/** A mailto link may name further people in its query: who is meant stands before that. */
function withoutQuery(text: string): string {
  return /^<?mailto:/i.test(text) ? (text.split('?', 1)[0] ?? '') : text;
}

/** Only a `mailto:` is a URL, so only there percent signs are decoded. */
function withoutLabel(piece: string): string {
  const rest = piece.slice(piece.indexOf(':') + 1);
  if (!/^mailto:/i.test(piece)) return rest;
  try {
    return decodeURIComponent(rest).replace(INVISIBLE, '').trim();
  } catch {
    return rest; // a stray percent sign: it is part of the address as typed
  }
}

/** Where the punctuation of the sentence around it begins. */
function endOfDomain(piece: string): number {
  let end = piece.length;
  while (end > 0 && !/[\p{L}\p{M}\p{N}@]/u.test(piece.charAt(end - 1))) end -= 1;
  return end;
}

function isOverlong(piece: string): boolean {
  return piece.length > ADDRESS_LIMIT || piece.indexOf('@') > LOCAL_LIMIT;
}
