import type { Client } from '../accounts/powers';

/** A file as it is saved on this computer. */
export interface SavedFile {
  name: string;
  type: string;
  text: string;
}

/** What the workbench may do; handed in by its entry, so that components know no browser. */
export interface WorkbenchPowers {
  client: Client;
  saveFile: (file: SavedFile) => void;
  /** Whether it could. */
  copy: (text: string) => Promise<boolean>;
}
