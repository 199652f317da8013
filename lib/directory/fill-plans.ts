/** How the directory of each account is to be kept, as she has chosen. */
import * as v from 'valibot';
import { type DirectoryPlan, REFRESHES, USUAL_PLAN } from '../people/directory';
import { type Area, createKept } from '../storage/kept';

const plan = v.object({ on: v.boolean(), every: v.picklist(REFRESHES), paused: v.boolean() });
type Plans = Record<string, DirectoryPlan>;
const shape = { key: 'directoryPlans', schema: v.record(v.string(), plan), fallback: {} as Plans }; // an empty literal has no keys

export function createPlans(local: Area) {
  const kept = createKept<Plans>(local, shape);
  return {
    of: async (accountId: string): Promise<DirectoryPlan> =>
      (await kept.read())[accountId] ?? USUAL_PLAN,
    async change(accountId: string, changes: Partial<DirectoryPlan>): Promise<void> {
      await kept.update((all) => ({
        ...all,
        [accountId]: { ...USUAL_PLAN, ...all[accountId], ...changes },
      }));
    },
    async forget(accountId: string): Promise<void> {
      await kept.update(({ [accountId]: _gone, ...others }) => others);
    },
  };
}

export type FillPlans = ReturnType<typeof createPlans>;
