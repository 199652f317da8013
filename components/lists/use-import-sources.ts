import { useEffect, useState } from 'preact/hooks';
import type { FarSource } from '@/lib/people/list-work';
import { type LeftOut, leftOutFrom, leftOutOf, NOBODY_LEFT_OUT } from './left-out';
import type { AtList } from './ListWork';
import { useAddressSource } from './use-address-source';
import { useImportForm } from './use-import-form';
import { useLeaveWarning } from './use-leave-warning';
import { usePageSource } from './use-page-source';
import { useStaged } from './use-staged';
import { type Wanted, wantedOf } from './wanted';

/** `page`: what the popup handed on. */
export type SourceKind = 'page' | 'file' | FarSource;

/** What each source has ready; all are kept while another is looked at. */
export function useImportSources(at: AtList) {
  const { fields } = at.offers;
  const page = usePageSource(at.handed);
  const file = useImportForm(fields);
  const address = useAddressSource(fields);
  const serverFile = useStaged(at);
  const database = useStaged(at);
  const wanted: Record<SourceKind, Wanted | null> = {
    page: page.wanted,
    file: wantedOf(file),
    address: address.wanted,
    'server-file': serverFile.wanted,
    database: database.wanted,
  };
  const isShown: Record<SourceKind, boolean> = {
    page: at.handed !== null,
    file: file.chosen !== null,
    address: address.sample.chosen !== null,
    'server-file': serverFile.staged !== null,
    database: database.staged !== null,
  };
  const forms = { page, file, address, 'server-file': serverFile, database };
  useLeaveWarning(Object.values(isShown).includes(true));
  return { ...forms, wanted, isShown };
}

export type ImportSources = ReturnType<typeof useImportSources>;

export interface Begun {
  receiptId: string;
  /** Null: the server tells nothing of it. */
  jobId: string | null;
  people: number | FarSource;
  /** What was never sent. */
  leftOut: LeftOut;
}

/** The import that was begun last; what it came from has done its service. */
export function useBegun({ acting: { news } }: AtList, sources: ImportSources): Begun | null {
  const [begun, setBegun] = useState<Begun | null>(null);
  const { receipt } = news;
  useEffect(() => {
    if (receipt?.state !== 'done' || receipt.intent.kind !== 'import') return;
    const { jobId, people, loadId } = receipt.intent;
    const kinds = Object.keys(sources.wanted) as SourceKind[]; // its keys
    const kind = kinds.find((one) => sources.wanted[one]?.loadId === loadId);
    setBegun({ receiptId: receipt.id, jobId, people, leftOut: leftOutAt(kind, sources) });
    if (kind) sources[kind].forget();
  }, [receipt]);
  return begun;
}

function leftOutAt(kind: SourceKind | undefined, { file, address }: ImportSources): LeftOut {
  if (kind === 'file') return leftOutOf(file);
  return kind === 'address' ? leftOutFrom(address.sample) : NOBODY_LEFT_OUT;
}
