/** Lines that were not imported, as a file to put right and import once more. */
import Papa from 'papaparse';
import type { Separator } from '@/lib/people/list-work';
import { fileNameOf } from './file-name';
import type { AtList } from './ListWork';
import type { BadLine } from './read-csv';
import type { ImportForm } from './use-import-form';

export interface LeftOut {
  /** Empty where no line has titles. */
  titles: string[];
  lines: { cells: string[]; why: string }[];
  /** In what was sent: the server tells of failed lines as they were. */
  separator: Separator;
}

export const NOBODY_LEFT_OUT: LeftOut = { titles: [], lines: [], separator: ',' };

const NO_ADDRESS = 'No valid address';
const NOT_TAKEN = 'Octeth did not take it';
const WHY = 'Why it was not imported';

export function leftOutOf(form: ImportForm): LeftOut {
  const bad: BadLine[] = form.sorted?.bad ?? [];
  const lines = bad.map(({ cells }) => ({ cells, why: NO_ADDRESS }));
  return { ...NOBODY_LEFT_OUT, titles: titlesOf(form), lines };
}

/** Of a file that the server fetches, a sample is all that is known. */
export const leftOutFrom = (sample: ImportForm): LeftOut => ({
  titles: titlesOf(sample),
  lines: [],
  separator: sample.chosen?.sheet.separator ?? ',',
});

function titlesOf({ chosen }: ImportForm): string[] {
  const [titles = []] = chosen?.sheet.hasTitles ? chosen.sheet.rows : [];
  return titles;
}

/** With what the server tells of: lines as they were, and no reason. */
export function withFailed(leftOut: LeftOut, failedLines: string): LeftOut {
  const { data } = Papa.parse<string[]>(failedLines.trim(), {
    delimiter: leftOut.separator,
    skipEmptyLines: 'greedy',
  });
  const failed = data.map((cells) => ({ cells, why: NOT_TAKEN }));
  return { ...leftOut, lines: [...leftOut.lines, ...failed] };
}

/** What a spreadsheet would run; a number or a telephone number is none. */
const FORMULA = /^[=@\t\r]|^[+-](?![\d\s().+-]*$)/;

export function leftOutCsv({ titles, lines }: Pick<LeftOut, 'titles' | 'lines'>): string {
  const width = lines.reduce((most, { cells }) => Math.max(most, cells.length), titles.length);
  const widened = (cells: string[], fill: (at: number) => string): string[] =>
    Array.from({ length: width }, (_, at) => cells[at] ?? fill(at));
  const rows = [
    [...widened(titles, (at) => `Column ${at + 1}`), WHY],
    ...lines.map(({ cells, why }) => [...widened(cells, () => ''), why]),
  ];
  return `${Papa.unparse(rows, { newline: '\n', escapeFormulae: FORMULA })}\n`;
}

export const saveLeftOut = (at: AtList, leftOut: LeftOut): void =>
  at.powers.saveFile({
    name: fileNameOf(at, 'left out', 'csv'),
    type: 'text/csv',
    text: leftOutCsv(leftOut),
  });
