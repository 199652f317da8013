import { useMemo, useState } from 'preact/hooks';
import type { Choice } from '@/lib/people/details';
import type { Desk, IntentOf } from '@/lib/people/intent';
import { type ImportColumn, MOST_IMPORT_CHARACTERS } from '@/lib/people/list-work';
import { guessColumns, readCsv, type Separator, type Sheet, sortLines } from './read-csv';

interface Chosen {
  text: string;
  /** Of the file; null where it was pasted. */
  name: string | null;
  loadId: string;
  sheet: Sheet;
  /** As they were chosen; null: guessed, from fields that may come later than the file. */
  columns: ImportColumn[] | null;
}

/** The file, what is made of it, and what is to be done with whom it brings. */
export function useImportForm(fields: readonly Choice[]) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [tags, setTags] = useState('');
  const [updateKnown, setUpdateKnown] = useState(false);
  const [startActions, setStartActions] = useState(false);

  const { columns, sorted } = useMapped(chosen, fields);

  const take = (text: string, name: string | null) => {
    const isTooLong = text.length > MOST_IMPORT_CHARACTERS;
    const isEmpty = text.trim() === '';
    setProblem(isTooLong ? TOO_LONG : isEmpty ? EMPTY : null);
    if (isTooLong || isEmpty) return setChosen(null);
    setChosen({
      text,
      name,
      loadId: crypto.randomUUID(),
      sheet: readCsv(text, null),
      columns: null,
    });
  };
  const takeFile = async (file: File) => {
    // A character has four bytes at most: what is longer than that is not even read.
    if (file.size <= 4 * MOST_IMPORT_CHARACTERS) return take(await file.text(), file.name);
    setChosen(null);
    setProblem(TOO_LONG);
  };
  const change = (to: Partial<Sheet>) => {
    if (!chosen) return;
    setChosen({ ...chosen, sheet: { ...chosen.sheet, ...to }, columns: null });
  };
  const separate = (separator: Separator) => {
    if (!chosen) return;
    setChosen({ ...chosen, sheet: readCsv(chosen.text, separator), columns: null });
  };
  const map = (at: number, column: ImportColumn) => {
    if (!chosen) return;
    const changed = columns.map((old, index) => {
      if (index === at) return column;
      return isSame(old, column) ? null : old;
    });
    setChosen({ ...chosen, columns: changed });
  };
  const intentAt = (desk: Desk): IntentOf<'import'> | null =>
    chosen && sorted
      ? {
          kind: 'import',
          desk,
          loadId: chosen.loadId,
          people: sorted.load.lines.length,
          tags: namesIn(tags),
          updateKnown,
          startActions,
          jobId: null,
        }
      : null;
  return {
    ...{ chosen, columns, sorted, problem, take, takeFile, change, separate, map, intentAt },
    ...{ tags, setTags, updateKnown, setUpdateKnown, startActions, setStartActions },
    forget: () => setChosen(null),
  };
}

export type ImportForm = ReturnType<typeof useImportForm>;

const TOO_LONG =
  'The file has more than 5 million characters. Divide it and import one part after the other.';
const EMPTY = 'There is nothing in it.';

/** Over again only where the file or what it can fill is another: it may have many lines. */
function useMapped(chosen: Chosen | null, fields: readonly Choice[]) {
  const known = fields.map(({ id, name }) => `${id} ${name}`).join('\n');
  return useMemo(() => {
    if (!chosen) return { columns: [], sorted: null };
    const columns = chosen.columns ?? guessColumns(chosen.sheet, fields);
    return { columns, sorted: sortLines(chosen.sheet, columns) };
  }, [chosen, known]);
}

/** A field is filled from one column. */
const isSame = (one: ImportColumn, other: ImportColumn): boolean =>
  one !== null && other !== null && columnValue(one) === columnValue(other);

export const columnValue = (column: ImportColumn): string => {
  if (column === null) return '';
  return column === 'address' ? 'address' : `field ${column.id}`;
};

const namesIn = (typed: string): string[] => [
  ...new Set(
    typed
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  ),
];
