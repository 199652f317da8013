import { useMemo, useRef, useState } from 'preact/hooks';
import type { Failure } from '@/lib/failure';
import { isAddress } from '@/lib/people/address';
import { faultsOf } from '@/lib/people/import-sources';
import type { ImportColumn, StagedImport, StageSource } from '@/lib/people/list-work';
import { withColumn } from './columns';
import type { AtList } from './ListWork';
import { guessColumns, type Sheet } from './read-csv';
import { FIELD_WORDS } from './source-words';
import type { Wanted } from './wanted';

/** What the server has looked at for the old import, and which of its columns is what. */
export function useStaged(at: AtList) {
  const { account, place, offers, lacks } = at;
  const [staged, setStaged] = useState<StagedImport | null>(null);
  const [chosen, setChosen] = useState<ImportColumn[] | null>(null);
  const [faults, setFaults] = useState<string[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isLooking, setLooking] = useState(false);
  const looks = useRef(0);
  const loadId = useMemo(() => crypto.randomUUID(), [staged]);
  const columns = chosen ?? (staged ? guessColumns(sheetOf(staged), offers.fields) : []);

  /** What was seen is of what was asked for then: another name or query needs another look. */
  const forget = () => {
    looks.current += 1;
    setLooking(false);
    setStaged(null);
    setChosen(null);
    setFailure(null);
  };
  /** `beforehand`: once it is certain that it is sent. */
  const look = async (source: StageSource, beforehand: () => void = () => {}): Promise<void> => {
    const found = faultsOf(source);
    setFaults(found);
    if (isLooking || found.length > 0 || lacks('import') !== null) return;
    forget();
    setLooking(true);
    beforehand();
    const mine = looks.current;
    const reply = await at.powers.client.stageImport({ accountId: account.id, place, source });
    if (mine !== looks.current) return;
    setLooking(false);
    if (reply.ok) setStaged(reply.value);
    else setFailure(reply.failure);
  };
  const wanted: Wanted | null =
    staged && columns.includes('address')
      ? {
          ...{ people: staged.from, loadId },
          load: { staged: { id: staged.id, from: staged.from }, columns },
        }
      : null;
  return {
    ...{ staged, columns, failure, isLooking, look, wanted, forget },
    errorOf: (field: string) => (faults.includes(field) ? FIELD_WORDS[field] : undefined),
    map: (at: number, column: ImportColumn) => setChosen(withColumn(columns, at, column)),
  };
}

export type Staged = ReturnType<typeof useStaged>;

const sheetOf = ({ firstRow }: StagedImport): Sheet => ({
  rows: [firstRow],
  separator: ',',
  hasTitles: !firstRow.some(isAddress),
});
