/** What our own pages may ask of a whole list; what changes somebody goes by `act`. */
import type { Place } from '../people/account';
import type { HandedOn, NotThere } from '../people/handed-on';
import type {
  ExportedFile,
  ExportJob,
  ExportOrder,
  ForeignList,
  ImportJob,
  ImportSource,
  ListSize,
  PeoplePage,
  Segment,
  StagedImport,
  StageSource,
  Whom,
} from '../people/list-work';

interface OfList {
  accountId: string;
  place: Place;
}

/** Octeth's lists alone. */
export interface ListCalls {
  segments(request: OfList): Segment[];
  /** One page of a search, of a group or of a segment. */
  people(request: OfList & { whom: Whom; from: number }): PeoplePage;
  listSize(request: OfList): ListSize;
  importState(request: OfList & { jobId: string }): ImportJob;
  /** The other service's key is used once and kept nowhere. */
  prepareImport(request: { accountId: string; source: ImportSource }): ForeignList[];
  /** Whether the server still has the old import, which alone reads files of its own and databases. */
  hasOldImport(request: OfList): boolean;
  /** Imports nobody yet. A database's password is used once and kept nowhere. */
  stageImport(request: OfList & { source: StageSource }): StagedImport;
  exportPeople(request: OfList & { order: ExportOrder }): ExportJob;
  exportState(request: OfList & { jobId: string }): ExportJob;
  exportFile(request: OfList & { jobId: string; format: ExportedFile['type'] }): ExportedFile;
  /** Opens the workbench with these addresses; nobody is written to. */
  handOn(request: HandedOn): void;
  /** It stays until it is dropped, or each tab is closed that asked for it. */
  handedOn(request: { ticket: string }): HandedOn | NotThere;
  /** It was imported, or is not wanted. */
  dropHandedOn(request: { ticket: string }): void;
}
