/** What each account's key may do: tried on purpose, then learnt from every answer that passes. */
import * as v from 'valibot';
import type { Failure } from '../failure';
import { type Abilities, NOTHING_KNOWN, type Rights } from '../people/ability';
import { toldBy } from '../people/rights';
import type { AccountRef } from '../people/account';
import { type Area, createKept, type Kept } from '../storage/kept';

export interface AbilitiesOptions {
  local: Area;
  /** Tries by reads alone; throws where nobody answers. */
  probe(accountId: string): Promise<Rights>;
  now?: () => number;
}

const schema = v.object({
  at: v.nullable(v.number()),
  rights: v.record(
    v.string(),
    v.variant('may', [
      v.object({ may: v.literal(true) }),
      v.object({ may: v.literal(false), named: v.nullable(v.string()) }),
    ]),
  ),
}) satisfies v.GenericSchema<unknown, Abilities>;

export function createAbilities({ local, probe, now = Date.now }: AbilitiesOptions) {
  const open = new Map<string, Kept<Abilities>>();
  const checking = new Map<string, Promise<Abilities>>();
  /** As last read or written by this worker, so that what is known already costs no writing. */
  const latest = new Map<string, Abilities>();
  const turns = new Map<string, number>();
  const turnOf = (accountId: string): number => turns.get(accountId) ?? 0;

  const keptOf = (accountId: string): Kept<Abilities> => {
    const kept = open.get(accountId) ?? createKept(local, shapeOf(accountId));
    open.set(accountId, kept);
    return kept;
  };
  const read = async (accountId: string): Promise<Abilities> => {
    const abilities = await keptOf(accountId).read();
    latest.set(accountId, abilities);
    return abilities;
  };
  const change = async (accountId: string, next: (before: Abilities) => Abilities) => {
    const abilities = await keptOf(accountId).update(next);
    latest.set(accountId, abilities);
    return abilities;
  };

  const check = async (accountId: string): Promise<Abilities> => {
    const began = turnOf(accountId);
    const rights = await probe(accountId);
    // Another key by now: what was learnt is of the one before, and whoever asks about the new
    // one already is not asked beside.
    if (turnOf(accountId) !== began) {
      const known = await (checking.get(accountId) ?? read(accountId));
      return known.at === null ? check(accountId) : known;
    }
    // What was refused is forgotten: only so can what is off be tried again.
    return change(accountId, (before) => ({
      at: now(),
      rights: { ...allowedOf(before.rights), ...rights },
    }));
  };

  return {
    read,
    /** Tries again; whoever asks meanwhile waits for the same answer. */
    check(accountId: string): Promise<Abilities> {
      const other = checking.get(accountId);
      if (other) return other;
      const answer = check(accountId).finally(() => {
        if (checking.get(accountId) === answer) checking.delete(accountId);
      });
      checking.set(accountId, answer);
      return answer;
    },
    /** An operation was let through or refused. */
    async hear(
      { id, system }: Pick<AccountRef, 'id' | 'system'>,
      operation: string,
      failure: Failure | null,
    ): Promise<void> {
      const told = toldBy(system, operation, failure);
      const before = latest.get(id) ?? (await read(id));
      if (isKnown(told, before.rights)) return;
      await change(id, ({ at, rights }) => ({ at, rights: { ...rights, ...told } }));
    },
    /** The key is another, or gone with its account. */
    async forget(accountId: string): Promise<void> {
      turns.set(accountId, turnOf(accountId) + 1);
      checking.delete(accountId);
      latest.delete(accountId);
      await keptOf(accountId).clear();
    },
  };
}

export type AbilitiesStore = ReturnType<typeof createAbilities>;

const shapeOf = (accountId: string) => ({
  key: `abilities:${accountId}`,
  schema,
  fallback: NOTHING_KNOWN,
});

const allowedOf = (rights: Rights): Rights =>
  Object.fromEntries(Object.entries(rights).filter(([, { may }]) => may));

const isKnown = (told: Rights, rights: Rights): boolean =>
  Object.entries(told).every(([right, { may }]) => rights[right]?.may === may);
