import { useMemo, useState } from 'preact/hooks';
import type { Choice } from '@/lib/people/details';
import { type ImportColumn, MOST_IMPORT_CHARACTERS, type Separator } from '@/lib/people/list-work';
import { withColumn } from './columns';
import { guessColumns, readCsv, type Sheet, type Sorted, sortLines } from './read-csv';

interface Chosen {
  text: string;
  /** Of the file; null where it was pasted. */
  name: string | null;
  loadId: string;
  sheet: Sheet;
  /** As they were chosen; null: guessed, from fields that may come later than the file. */
  columns: ImportColumn[] | null;
}

/** A file or pasted lines, and what is made of them. */
export function useImportForm(fields: readonly Choice[]) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
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
    setChosen({ ...chosen, columns: withColumn(columns, at, column) });
  };
  return {
    ...{ chosen, columns, sorted, problem, take, takeFile, change, separate, map },
    forget: () => setChosen(null),
  };
}

export type ImportForm = ReturnType<typeof useImportForm>;

const TOO_LONG =
  'The file has more than 5 million characters. Divide it and import one part after the other.';
const EMPTY = 'There is nothing in it.';

/** Over again only where the file or what it can fill is another: it may have many lines. */
function useMapped(
  chosen: Chosen | null,
  fields: readonly Choice[],
): { columns: ImportColumn[]; sorted: Sorted | null } {
  const known = fields.map(({ id, name }) => `${id} ${name}`).join('\n');
  return useMemo(() => {
    if (!chosen) return { columns: [], sorted: null };
    const columns = chosen.columns ?? guessColumns(chosen.sheet, fields);
    return { columns, sorted: sortLines(chosen.sheet, columns) };
  }, [chosen, known]);
}
