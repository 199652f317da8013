/** How far a job has come. Asking moves it on by one, so tests and eyes see every state. */
export type JobState = 'Pending' | 'Processing' | 'Completed';

/** `target` of a column: `EmailAddress`, or the id of a custom field. */
export interface ImportColumn {
  index: number;
  target: 'EmailAddress' | number;
}

export interface ImportPlan {
  listId: number;
  rows: string[][];
  columns: ImportColumn[];
  tags: string[];
  updateDuplicates: boolean;
  triggerActions: boolean;
  suppressFailed: boolean;
}

export interface ImportCounts {
  imported: number;
  duplicates: number;
  failed: string[];
}

export interface ImportJob {
  id: number;
  plan: ImportPlan;
  state: JobState;
  startedAt: string;
  finishedAt: string | null;
  counts: ImportCounts;
}

/** The first of the old import's two steps: data that waits for its mapping. */
export interface ImportDraft {
  id: number;
  listId: number;
  rows: string[][];
  isFile: boolean;
  done: boolean;
}

export interface ExportJob {
  id: number;
  listId: number;
  format: 'csv' | 'json';
  fields: string[];
  state: JobState;
  submittedAt: string;
  finishedAt: string | null;
  file: string;
}
