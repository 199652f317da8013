import { useEffect, useRef, useState } from 'preact/hooks';
import { useFocusHome } from '../hooks/use-focus-home';
import { Choice } from '../ui/Choice';
import { AddressSource } from './AddressSource';
import { BadLines } from './BadLines';
import { DatabaseSource } from './DatabaseSource';
import { FileChooser } from './FileChooser';
import { type Foreign, ForeignGuide } from './ForeignGuide';
import { ForeignLists } from './ForeignLists';
import { sayWhence } from './HandedOnNotice';
import { ImportOrder } from './ImportOrder';
import { ImportProgress } from './ImportProgress';
import { ImportSheet } from './ImportSheet';
import { leftOutOf, saveLeftOut } from './left-out';
import type { AtList } from './ListWork';
import { OldImport } from './OldImport';
import { PageSource } from './PageSource';
import { ServerFileSource } from './ServerFileSource';
import { useImportManner } from './use-import-manner';
import { type SourceKind, useBegun, useImportSources } from './use-import-sources';
import './import.css';

const OLD = 'By Octeth’s old import, where the server still has it.';

const SOURCES: { value: SourceKind; label: string; hint?: string }[] = [
  { value: 'file', label: 'A file here, or lines to paste' },
  { value: 'address', label: 'A CSV file at a web address', hint: 'Octeth fetches it.' },
  {
    value: 'server-file',
    label: 'A file that lies on the server',
    hint: OLD,
  },
  { value: 'database', label: 'A MySQL database', hint: OLD },
];

/** Whom to import is looked at before: what goes where, and who cannot. */
export function ImportPart({ at }: { at: AtList }) {
  const { kind, setKind, offered } = useKind(at);
  const [foreign, setForeign] = useState<Foreign | null>(null);
  const manner = useImportManner();
  const sources = useImportSources(at);
  const begun = useBegun(at, sources);
  // The list has come to where it was to be brought.
  useEffect(() => setForeign(null), [begun]);
  const opened = useRef(new Set<SourceKind>());
  opened.current.add(kind);
  const room = useRef<HTMLDivElement>(null);
  // What held the focus goes with what was handed on, or imported.
  useFocusHome(room, (all) => all.querySelector<HTMLElement>(':checked'));
  return (
    <div ref={room} class="list-part">
      {/* Where it is told that the import was begun, and in sight. */}
      {begun && <ImportProgress key={begun.receiptId} at={at} begun={begun} />}
      <Choice label="Where the people are" options={offered} value={kind} onChange={setKind} />
      {at.offers.missing && <p class="soft">{at.offers.missing}</p>}
      {/* Kept, not drawn: what was typed into one is there on coming back. */}
      {offered.map(({ value }) =>
        opened.current.has(value) ? (
          <div key={value} hidden={value !== kind}>
            <Source {...{ at, sources, foreign }} kind={value} onLeave={() => setForeign(null)} />
          </div>
        ) : null,
      )}
      {sources.isShown[kind] && (
        <ImportOrder at={at} wanted={sources.wanted[kind]} form={manner} source={kind} />
      )}
      <ForeignLists
        at={at}
        onImport={(list) => {
          setForeign(list);
          setKind('file');
        }}
      />
    </div>
  );
}

/** What was handed on is looked at first, and can be chosen as long as it is there. */
function useKind({ handed }: AtList) {
  const [wanted, setKind] = useState<SourceKind>('page');
  const isGone = wanted === 'page' && !handed;
  useEffect(() => {
    if (handed) setKind('page');
  }, [handed?.handedOn]);
  return {
    ...{ kind: isGone ? ('file' as const) : wanted, setKind },
    offered: handed
      ? [{ value: 'page' as const, label: sayWhence(handed.handedOn) }, ...SOURCES]
      : SOURCES,
  };
}

interface SourceProps {
  at: AtList;
  kind: SourceKind;
  sources: ReturnType<typeof useImportSources>;
  foreign: Foreign | null;
  onLeave: () => void;
}

function Source({ at, kind, sources, ...more }: SourceProps) {
  switch (kind) {
    case 'page':
      return at.handed && <PageSource handed={at.handed} form={sources.page} />;
    case 'file':
      return <FileSource {...{ at, sources }} {...more} />;
    case 'address':
      return <AddressSource form={sources.address} fields={at.offers.fields} />;
    case 'server-file':
      return (
        <OldImport at={at} what="a file that lies there">
          <ServerFileSource at={at} staged={sources['server-file']} />
        </OldImport>
      );
    case 'database':
      return (
        <OldImport at={at} what="a database">
          <DatabaseSource at={at} staged={sources.database} />
        </OldImport>
      );
  }
}

function FileSource({ at, sources: { file }, foreign, onLeave }: Omit<SourceProps, 'kind'>) {
  const found = file.sorted?.load.lines.length ?? null;
  return (
    <div class="list-part">
      {foreign && <ForeignGuide {...{ foreign, at, found, onLeave }} />}
      <FileChooser form={file} />
      <ImportSheet form={file} fields={at.offers.fields} />
      <BadLines bad={file.sorted?.bad ?? []} onSave={() => saveLeftOut(at, leftOutOf(file))} />
    </div>
  );
}
