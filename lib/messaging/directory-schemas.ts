/** What is asked of the directories must look like this on the wire. */
import * as v from 'valibot';
import { REFRESHES } from '../people/directory';
import { id } from './intent-schemas';

export const directoryRequests = {
  directories: v.null(),
  setDirectory: v.object({
    accountId: id,
    plan: v.object({
      on: v.exactOptional(v.boolean()),
      every: v.exactOptional(v.picklist(REFRESHES)),
      paused: v.exactOptional(v.boolean()),
    }),
  }),
  refreshDirectory: v.object({ accountId: id }),
};
