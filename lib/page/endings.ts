/** The last word of a domain, read backwards as a number: as quick to compare as to read. */
const LETTER_BITS = 5;
/** What is left of a letter without its case. */
const LETTER_MASK = 2 ** LETTER_BITS - 1;
/** Words longer than six letters lose their last ones, which leaves them unlike the short ones. */
const SIX_LETTERS = 2 ** (6 * LETTER_BITS) - 1;
const DOT = 46;

/** 0 where it is not of at least two plain letters; such a word is for others to judge. */
export function endingOf(text: Pick<string, 'charCodeAt'>, end: number): number {
  let sum = 0;
  for (let index = end - 1; index >= 0; index -= 1) {
    const code = text.charCodeAt(index);
    if (code === DOT) return sum > LETTER_MASK ? sum : 0;
    const letter = code | 32;
    if (letter < 97 || letter > 122) return 0;
    sum = ((sum << LETTER_BITS) & SIX_LETTERS) | (code & LETTER_MASK);
  }
  return 0;
}

/** Endings of files, none of them a top-level domain: `logo@2x.png`. */
export const ASSET_WORDS =
  'png jpg jpeg gif svg webp avif ico bmp css js mjs json map woff ttf webm pdf htm html xml txt csv'.split(
    ' ',
  );
export const ASSETS: ReadonlySet<number> = new Set(
  ASSET_WORDS.map((word) => endingOf(`.${word}`, word.length + 1)),
);
