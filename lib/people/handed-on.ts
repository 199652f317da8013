import type { EmailAddress } from './address';
import type { MarkKind } from './mark';

/** An address of a page, and how the directory says it stands. */
export interface PageRow {
  address: EmailAddress;
  kind: MarkKind;
}

/** What the popup found on a page, on its way to the workbench. */
export interface HandedOn {
  rows: PageRow[];
  /** The host alone; null where the page has none. */
  site: string | null;
  /** The page holds more than could be read. */
  isCut: boolean;
  /** As of when the oldest register answered; null where there was none. */
  asOf: number | null;
}

/** Why nothing is there: others were handed on since, or it was used, or its time was over. */
export type NotThere = 'crowded-out' | 'gone';
