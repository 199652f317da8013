import * as v from 'valibot';
import { type Learnt, type Memory, NOTHING_LEARNT } from '../crm/needs';
import { type Area, createKept, type Kept } from '../storage/kept';

const moment = v.optional(v.nullable(v.number()), null);

const verdict = v.optional(
  v.nullable(v.object({ verdict: v.picklist(['honoured', 'ignored']), at: v.number() })),
  null,
);

const schema = v.object({
  emailFilter: v.nullable(v.picklist(['honoured', 'ignored'])),
  // Not known to what was kept before it was asked.
  subscriptionFilter: v.optional(v.nullable(v.picklist(['honoured', 'ignored'])), null),
  subscriptionFilterSeenAt: moment,
  journeysWithPerson: v.nullable(v.boolean()),
  journeysSeenAt: moment,
  rules: v.optional(v.nullable(v.picklist(['typed', 'flat'])), null),
  preview: verdict,
  periodEnd: verdict,
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
    fallback: NOTHING_LEARNT,
  });
