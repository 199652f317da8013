const LONGEST = 200;

/** A server's own words, fit to be shown: one line, no markup, not too long. */
export function saidBy(value: unknown): string {
  if (typeof value !== 'string') return '';
  const line = value
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
