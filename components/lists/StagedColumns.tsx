import { sayWhole } from '@/lib/failure-words';
import { Notice } from '../ui/Notice';
import { ColumnTable } from './ColumnTable';
import type { AtList } from './ListWork';
import type { Staged } from './use-staged';

/** What the server has found, and what each column is; or why it found nothing. */
export function StagedColumns({ at, staged: form }: { at: AtList; staged: Staged }) {
  const { staged, columns, failure, map } = form;
  if (failure) {
    return (
      <Notice tone="stop" live="alert">
        {sayWhole(failure, at.account.name)}
      </Notice>
    );
  }
  if (!staged) return null;
  return (
    <>
      <p role="status">
        Octeth has looked at it and imported nobody yet. This is the first line: say which column is
        what.
      </p>
      <ColumnTable
        titles={[]}
        rows={[staged.firstRow]}
        columns={columns}
        fields={at.offers.fields}
        onMap={map}
      />
    </>
  );
}
