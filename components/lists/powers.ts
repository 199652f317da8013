import type { Client } from '../accounts/powers';
import type { HearAccounts } from '../accounts/use-accounts';

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
  openOptions: () => void;
  /** Tells of each change of what accounts there are; gives what ends that. */
  hearAccounts: HearAccounts;
}
