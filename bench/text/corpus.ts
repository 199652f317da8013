/** Text as pages have it: prose with addresses in it, and other things with an @. */
const WORDS = 'the order was sent on monday and she asked for a slide of page two '.split(' ');
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

export const plainText = (): string => `${WORDS.join(' ')} `.repeat(MEGABYTE / 68);

/** Each a string of its own, as a page hands them out, and no view into the long one. */
export const inNodes = (text: string): string[] =>
  JSON.parse(JSON.stringify(text.match(new RegExp(`.{1,${NODE_LENGTH}}`, 'gs')))) as string[]; // as it went in
