/** What a character may be in an address: a table, since this runs on every page. */

export const LOCAL = 1;
export const DOMAIN = 2;
export const WORD = 3;
/** A word's characters that must be folded, and those beyond the plain alphabet. */
export const CAPITAL = 4;
export const FOREIGN = 5;

export const ASCII_END = 128;

/**
 * Each kind may stand wherever the kinds below it may. Read directly where it counts: a page's
 * first texts are read by code that has never run before, and there each call is dear.
 */
export const KINDS = Uint8Array.from({ length: ASCII_END }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[A-Z]/.test(character)) return CAPITAL;
  if (/[a-z\d]/.test(character)) return WORD;
  if (/[.-]/.test(character)) return DOMAIN;
  return /[_+%&'=~#$]/.test(character) ? LOCAL : 0;
});

/** Letters without case, most of them written without spaces: a word runs on into an address. */
const RUNS_ON = /\p{Lo}/u;
/** Half of a surrogate pair counts as a letter: cutting there would name somebody else. */
const LETTER = /[\p{L}\p{M}\p{N}\p{Cs}]/u;

/** The first script written without spaces; before it there are letters without case that are. */
const FIRST_TO_RUN_ON = 0xe00;

/** What patterns have said of a character, so that hostile text does not ask them a million times. */
let told: Uint8Array | null = null;
const TOLD = 1;
const IS_LETTER = 2;
const DOES_RUN_ON = 4;

function tell(code: number): number {
  told ??= new Uint8Array(2 ** 16);
  const known = told[code] ?? 0;
  if (known) return known;
  const character = String.fromCharCode(code);
  const isRunning = code >= FIRST_TO_RUN_ON && RUNS_ON.test(character);
  return (told[code] =
    TOLD | (LETTER.test(character) ? IS_LETTER : 0) | (isRunning ? DOES_RUN_ON : 0));
}

/** NaN, which is what lies beyond the end of a string, is nothing. */
export const foreignKind = (code: number): number => (tell(code) & IS_LETTER ? FOREIGN : 0);

export const isWord = (code: number): boolean =>
  (code < ASCII_END ? (KINDS[code] ?? 0) : foreignKind(code)) >= WORD;
export const runsOn = (code: number): boolean =>
  code >= FIRST_TO_RUN_ON && (tell(code) & DOES_RUN_ON) !== 0;
