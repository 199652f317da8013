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

/** What may stand between the columns of a file. */
export const SEPARATORS = [',', ';', '\t', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** Whence the server fetches people by itself; how many they are, it alone knows. */
export const FAR_SOURCES = ['address', 'server-file', 'database'] as const;
export type FarSource = (typeof FAR_SOURCES)[number];

/** What only the old import reads, in two steps: the server looks first, and imports after. */
export type StageSource =
  | { from: 'server-file'; name: string; separator: Separator }
  | {
      from: 'database';
      host: string;
      port: number;
      database: string;
      query: string;
      /** Empty where the server is not to be told: its reference asks for neither. */
      user: string;
      password: string;
    };

/** What the server has looked at, and has imported nobody of yet. */
export interface StagedImport {
  /** The number that the server gave it. */
  id: string;
  from: StageSource['from'];
  /** Its first line: people, or titles. */
  firstRow: string[];
}

/** Lines of a file that was chosen here, or of what was pasted. */
export interface LinesLoad {
  /** Cells without a line of titles: the server would take that for a person. */
  lines: string[][];
  columns: ImportColumn[];
}

/** A file for the server to fetch; its address may hold a secret of its own. */
export interface AddressLoad {
  url: string;
  separator: Separator;
  columns: ImportColumn[];
}

export interface StagedLoad {
  staged: Pick<StagedImport, 'id' | 'from'>;
  columns: ImportColumn[];
}

/** Whom an import brings: too much for a journal, so it rides beside the write and is not kept. */
export type ImportLoad = LinesLoad | AddressLoad | StagedLoad;

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
  /** How many, or where they are where nobody here can count them. */
  people: number | FarSource;
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
  /** What it is called by now; null where that is not told. */
  name: string | null;
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
