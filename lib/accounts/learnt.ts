import * as v from 'valibot';
import type { Learnt, Memory } from '../crm/needs';
import { type Area, createKept, type Kept } from '../storage/kept';

const schema = v.object({
  emailFilter: v.nullable(v.picklist(['honoured', 'ignored'])),
  // Not known to what was kept before it was asked.
  subscriptionFilter: v.optional(v.nullable(v.picklist(['honoured', 'ignored'])), null),
  journeysWithPerson: v.nullable(v.boolean()),
}) satisfies v.GenericSchema<unknown, Learnt>;

export interface Memories {
  memory(accountId: string): Memory;
  /** The account was connected anew or removed: its server is learnt again. */
  forget(accountId: string): Promise<void>;
}

/** What an account's server turned out to be like, kept over restarts. */
export function createMemories(local: Area): Memories {
  const open = new Map<string, Kept<Learnt>>();
  const keptOf = (accountId: string): Kept<Learnt> => {
    const kept = open.get(accountId) ?? create(local, accountId);
    open.set(accountId, kept);
    return kept;
  };
  return {
    memory: (accountId) => ({
      read: () => keptOf(accountId).read(),
      learn: async (what) => {
        await keptOf(accountId).update((learnt) => ({ ...learnt, ...what }));
      },
    }),
    forget: (accountId) => keptOf(accountId).clear(),
  };
}

const create = (local: Area, accountId: string) =>
  createKept(local, {
    key: `learnt:${accountId}`,
    schema,
    fallback: { emailFilter: null, subscriptionFilter: null, journeysWithPerson: null },
  });
