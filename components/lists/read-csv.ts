/** Reading what somebody pastes or chooses: rows of cells, with what can be guessed of them. */
import Papa from 'papaparse';
import { isAddress } from '@/lib/people/address';
import type { Choice } from '@/lib/people/details';
import {
  type ImportColumn,
  type LinesLoad,
  type Separator,
  SEPARATORS,
} from '@/lib/people/list-work';

export interface Sheet {
  rows: string[][];
  separator: Separator;
  hasTitles: boolean;
}

/** `separator` null: guessed. Empty lines are nobody. */
export function readCsv(text: string, separator: Separator | null): Sheet {
  const lines = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const used = separator ?? guessSeparator(lines);
  const rows = rowsOf(lines, used);
  return { rows, separator: used, hasTitles: looksLikeTitles(rows) };
}

function rowsOf(text: string, delimiter: Separator, preview = 0): string[][] {
  const options = { delimiter, preview, newline: '\n', skipEmptyLines: 'greedy' } as const;
  return Papa.parse<string[]>(text, options).data.map((cells) => cells.map((cell) => cell.trim()));
}

const LOOKED_AT = 100;

/** The one that leaves most addresses alone in their cells, and of several the one with most cells. */
function guessSeparator(text: string): Separator {
  const scored = SEPARATORS.map((separator) => {
    const rows = rowsOf(text, separator, LOOKED_AT);
    const cells = rows.reduce((sum, { length }) => sum + length, 0);
    return { separator, found: rows.filter((row) => row.some(isAddress)).length, cells };
  });
  const [best] = scored.sort((a, b) => b.found - a.found || b.cells - a.cells);
  return best?.separator ?? ',';
}

/** Titles are no address; where nobody below has one either, nothing is known. */
function looksLikeTitles([first = [], ...others]: string[][]): boolean {
  return !first.some(isAddress) && others.some((cells) => cells.some(isAddress));
}

export const widthOf = (rows: string[][]): number =>
  rows.reduce((widest, cells) => Math.max(widest, cells.length), 0);

/** The column with most addresses, or so titled where nobody is below, and fields by their titles. */
export function guessColumns(sheet: Sheet, fields: readonly Choice[]): ImportColumn[] {
  const [titles = []] = sheet.hasTitles ? sheet.rows : [];
  const people = sheet.hasTitles ? sheet.rows.slice(1) : sheet.rows;
  const counts = Array.from(
    { length: widthOf(sheet.rows) },
    (_, at) => people.filter((cells) => isAddress(cells[at] ?? '')).length,
  );
  const most = Math.max(0, ...counts);
  const address = most === 0 ? titles.findIndex(isAddressTitle) : counts.indexOf(most);
  const free = [...fields];
  return counts.map((_, at) => {
    if (at === address) return 'address';
    const wanted = (titles[at] ?? '').toLowerCase();
    const found = free.findIndex(({ name }) => wanted !== '' && name.toLowerCase() === wanted);
    return found === -1 ? null : (free.splice(found, 1)[0] ?? null);
  });
}

const isAddressTitle = (title: string): boolean => /^e-?mail([ _-]?address)?$/i.test(title);

export interface BadLine {
  /** Titles are counted, empty lines are not. */
  number: number;
  cells: string[];
}

export interface Sorted {
  load: LinesLoad;
  bad: BadLine[];
}

/** Lines without a valid address are told before anything is sent, and never sent. */
export function sortLines({ rows, hasTitles }: Sheet, columns: ImportColumn[]): Sorted {
  const at = columns.indexOf('address');
  const lines: string[][] = [];
  const bad: BadLine[] = [];
  for (const [index, cells] of rows.entries()) {
    if (index === 0 && hasTitles) continue;
    if (isAddress(cells[at] ?? '')) lines.push(columns.map((_, column) => cells[column] ?? ''));
    else bad.push({ number: index + 1, cells });
  }
  return { load: { lines, columns }, bad };
}
