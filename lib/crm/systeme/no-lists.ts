/** Systeme.io has contacts, and no lists of them. */
import { failed, type Result } from '../../failure';
import type { ListDeeds } from '../crm';

const REFUSED = { kind: 'refused', reason: 'Systeme.io has no lists', code: null } as const;

const refuse = async (): Promise<Result<never>> => failed(REFUSED);

export const NO_LISTS: ListDeeds = {
  searchPeople: refuse,
  browsePeople: refuse,
  segments: refuse,
  listSize: refuse,
  stillThere: refuse,
  importPeople: refuse,
  importState: refuse,
  prepareImport: refuse,
  hasOldImport: refuse,
  stageImport: refuse,
  exportPeople: refuse,
  exportState: refuse,
  exportFile: refuse,
  removePeople: refuse,
  removeEveryone: refuse,
};
