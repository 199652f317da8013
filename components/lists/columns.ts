/** Which column of an import is what. */
import type { ImportColumn } from '@/lib/people/list-work';

export const columnValue = (column: ImportColumn): string => {
  if (column === null) return '';
  return column === 'address' ? 'address' : `field ${column.id}`;
};

/** A field is filled from one column: where it was before, nothing is. */
export const withColumn = (
  columns: ImportColumn[],
  at: number,
  column: ImportColumn,
): ImportColumn[] =>
  columns.map((old, index) => {
    if (index === at) return column;
    return old !== null && column !== null && columnValue(old) === columnValue(column) ? null : old;
  });
