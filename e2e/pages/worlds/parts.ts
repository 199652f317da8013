/** What the made-up pages are made of: the same words in the same order every time. */

const FIRST = 'ada bo cyra dan edith farid grace hana ivo june kofi lena milo nia otto'.split(' ');
const LAST = 'ash birk cole dorn eng fox gray holt ilves jung kerr lund moss nagy orr'.split(' ');
const WORDS =
  'course order invoice slide link login answer module ticket refund webinar tag list journey reply week note thanks'.split(
    ' ',
  );

export interface Someone {
  name: string;
  email: string;
}

/** Deterministic: page, row and column name somebody. */
export function someone(index: number): Someone {
  const first = FIRST[index % FIRST.length] ?? '';
  const last = LAST[Math.floor(index / FIRST.length) % LAST.length] ?? '';
  return { name: `${first} ${last}`, email: `${first}.${last}${index}@school.example` };
}

export const words = (index: number, count: number): string =>
  Array.from(
    { length: count },
    (_, at) => WORDS[(index * 7 + at * 5 + at * at) % WORDS.length],
  ).join(' ');

export const times = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join('');

/** A link, a bare address, or a name alone: as pages do. */
export const who = (index: number): string => {
  const { name, email } = someone(index);
  if (index % 3 === 0) return `<a href="mailto:${email}">${email}</a>`;
  return index % 3 === 1 ? `<span>${name}</span> &lt;${email}&gt;` : `<b>${name}</b>`;
};

export const world = (title: string, style: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><style>
  * { box-sizing: border-box } body { margin: 0; font: 14px/1.5 sans-serif } ${style}
  </style></head><body>${body}</body></html>`;
