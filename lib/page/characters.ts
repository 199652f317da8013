/** What a character may be in an address: a table, since this runs on every page. */

const LOCAL = 1;
const DOMAIN = 2;
const WORD = 3;

/** Each kind may stand wherever the kinds below it may. */
const ASCII = Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[a-z\d]/i.test(character)) return WORD;
  if (/[.-]/.test(character)) return DOMAIN;
  return /[_+%&'=~#$]/.test(character) ? LOCAL : 0;
});

/** Letters without case, most of them written without spaces: a word runs on into an address. */
const RUNS_ON = /\p{Lo}/u;
/** Half of a surrogate pair counts as a letter: cutting there would name somebody else. */
const LETTER = /[\p{L}\p{M}\p{N}\p{Cs}]/u;

/** NaN, which is what lies beyond the end of a string, is nothing. */
const kindOf = (code: number): number =>
  code > 127 ? (LETTER.test(String.fromCharCode(code)) ? WORD : 0) : (ASCII[code] ?? 0);

export const isLocal = (code: number): boolean => kindOf(code) >= LOCAL;
export const isDomain = (code: number): boolean => kindOf(code) >= DOMAIN;
export const isWord = (code: number): boolean => kindOf(code) === WORD;
export const runsOn = (code: number): boolean =>
  code > 0xdff && RUNS_ON.test(String.fromCharCode(code));
