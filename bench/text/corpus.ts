/**
 * Text as pages have it: sentences with addresses in them, and other things with an @. One link in a
 * hundred words: what looks for links too is slower where there are more, and where there are none,
 * nor any colon, more than twice as quick.
 */
const WORDS =
  'The order was sent on Monday, 24 November, at 10:42, and she asked for a slide of page two. Most of what was promised in spring has come by now; two boxes (the small ones) are still on their way, and nobody can say for certain when they will be here. Please look at the list under https://shop.example.org/orders/1842 before you write again: it is kept up to date, as far as we know, by those who pack. Whoever wants to change a delivery may do so until noon of the day before. We thank you for your patience, and for the kind words about our people in the shop.'.split(
    ' ',
  );
const MEGABYTE = 1_000_000;
const MAILS = 50;
const OTHERS = 30;
/** As long as a text node is on the average. */
const NODE_LENGTH = 36;

export function pageText(length = MEGABYTE): string {
  const parts: string[] = [];
  const gap = 1_000_000 / (MAILS + OTHERS);
  let written = 0;
  let planted = 0;
  for (let index = 0; written < length; index += 1) {
    let word = WORDS[(index * 7) % WORDS.length] ?? '';
    if (written > planted * gap) {
      word = planted % 8 < 5 ? `person${index}@mail${index % 9}.example.org` : `@name${index}`;
      planted += 1;
    }
    parts.push(word);
    written += word.length + 1;
  }
  return parts.join(' ');
}

export function plainText(): string {
  const line = WORDS.join(' ');
  return line.repeat(MEGABYTE / line.length);
}

/** Each a string of its own, as a page hands them out, and no view into the long one. */
export const inNodes = (text: string): string[] =>
  JSON.parse(JSON.stringify(text.match(new RegExp(`.{1,${NODE_LENGTH}}`, 'gs')))) as string[]; // as it went in
