/** What our own pages may ask of the directories: how far they are, and how they are to be kept. */
import type { DirectoryPlan, DirectoryState } from '../people/directory';

export interface DirectoryCalls {
  /** One for each account; asks nobody. */
  directories(): DirectoryState[];
  /** Only what is named is changed. Switched off, what is known of the account is forgotten. */
  setDirectory(request: { accountId: string; plan: Partial<DirectoryPlan> }): void;
  /** All of it anew, and at once what had failed. */
  refreshDirectory(request: { accountId: string }): void;
}
