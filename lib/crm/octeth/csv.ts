/** Every cell enclosed, so that none can end early; a line break inside a cell becomes a space. */
export const csvOf = (lines: readonly (readonly string[])[]): string =>
  lines.map((cells) => `${cells.map(cellOf).join(',')}\n`).join('');

/** The escape sign would swallow the sign after it. */
const cellOf = (text: string): string =>
  `"${text
    .replace(/[\r\n]+/g, ' ')
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '""')}"`;
