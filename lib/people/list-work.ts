/** Work on a whole list: finding, browsing, bringing in, taking out. */
import type { Choice } from './details';
import type { Standing } from './standing';

/** Whom to look for on a list. */
export type PeopleSearch = { by: 'address'; part: string } | { by: 'tag'; tag: Choice };

/** The groups that every list has, or a segment that somebody made. */
export type PeopleGroup =
  | 'active'
  | 'suppressed'
  | 'unsubscribed'
  | 'soft-bounced'
  | 'hard-bounced'
  | 'pending'
  | { segment: Choice };

/** Those of which an export can be made. */
export type ExportGroup = Exclude<PeopleGroup, 'pending'>;

/** Whom of a list to show. */
export type Whom = { search: PeopleSearch } | { group: PeopleGroup };

export interface PersonRow {
  id: string;
  /** As the server spells it. */
  address: string;
  name: string | null;
  standing: Standing;
  /** False where such a page tells nothing of suppression: she may stand worse than it says. */
  standingSure: boolean;
  since: string | null;
}

export interface PeoplePage {
  rows: PersonRow[];
  /** Where the next page begins; null when this was the last. */
  next: number | null;
  total: number;
}

export interface Segment extends Choice {
  people: number | null;
}

export type JobState = 'waiting' | 'running' | 'done' | 'failed';

/** Counts are null where the server does not say. */
export interface ImportJob {
  id: string;
  state: JobState;
  total: number | null;
  imported: number | null;
  duplicates: number | null;
  failed: number | null;
  /** The lines that could not be brought in, as they were. */
  failedLines: string;
}

export interface ExportJob {
  id: string;
  state: JobState;
  /** The size of the file, where told. */
  bytes: number | null;
}

export interface ExportedFile {
  type: 'csv' | 'json';
  text: string;
}

/** What each column of an import is: her address, a field of the list by its id, or nothing. */
export type ImportColumn = 'address' | Choice | null;

/** Whom an import brings: too much for a journal, so it rides beside the write and is not kept. */
export interface ImportLoad {
  /** Cells without a line of titles: the server would take that for a person. */
  lines: string[][];
  columns: ImportColumn[];
}

/** What is to be done with them. */
export interface ImportManner {
  /** By name; those the list lacks are made. */
  tags: string[];
  /** Fields of people who are there already are written over. */
  updateKnown: boolean;
  /** Journeys and automatic mails of the list start for whoever is new. */
  startActions: boolean;
}

export type ImportOrder = ImportLoad & ImportManner;

/** What is kept of an import. */
export interface ImportSummary extends ImportManner {
  /** Made anew for each file that is read: one load is told from another by it. */
  loadId: string;
  people: number;
  /** Null until the server has begun, and where it tells nothing of an import afterwards. */
  jobId: string | null;
}

/** A file longer than this is not taken: it crosses to the background in one message. */
export const MOST_IMPORT_CHARACTERS = 5_000_000;

/** As many as one reading can check to be the ones that were ticked. */
export const MOST_DELETED_AT_ONCE = 100;

/** How much there is on a list. */
export interface ListSize {
  people: number;
  tags: number;
}

export interface ExportOrder {
  /** Null for everybody on the list. */
  group: ExportGroup | null;
  format: ExportedFile['type'];
  /** Ids of the list's own fields that go beside address, status and dates. */
  fields: Choice[];
}

/** Another service from which lists can be looked at, with that service's own key. */
export type ImportSource =
  | { service: 'mailchimp'; key: string; server: string }
  | { service: 'activecampaign'; key: string; account: string }
  | { service: 'drip'; key: string };

export interface ForeignList extends Choice {
  people: number | null;
  fields: Choice[];
  tags: Choice[];
}
