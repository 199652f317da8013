/** What a back end needs, kept in memory: for tests here and of the rooms above. */
import { MATON_LIMIT, OCTETH_LIMIT } from '../../people/account';
import type { CallLimit, OctethAccount, SystemeAccount } from '../../people/account';
import type { Target } from '../../people/intent';
import type { Findings } from '../../people/findings';
import { createBudget } from '../budget';
import type { Ask } from '../crm';
import type { Transport } from '../http';
import { NOTHING_LEARNT, WALK_START } from '../needs';
import type { Budget, Learnt, Memory, Passed, WalkMemory } from '../needs';
import { createOctethCrm } from '../octeth/crm';
import { createSystemeCrm } from '../systeme/crm';
import type { BudgetStore } from '../slots';
import type { Sandbox } from '../../../sandbox/sandbox.ts';

export const CLICK: Ask = { urgency: 'click' };

export function storeInMemory(): BudgetStore & { kept: Map<string, unknown> } {
  const kept = new Map<string, unknown>();
  return {
    kept,
    get: async (name) => structuredClone(kept.get(name)),
    set: async (name, value) => void kept.set(name, structuredClone(value)),
  };
}

export function memoryOf(learnt: Partial<Learnt> = {}): Memory & { learnt: Learnt } {
  const widened: Learnt = { ...NOTHING_LEARNT, ...learnt };
  const memory = {
    learnt: widened,
    read: async () => ({ ...memory.learnt }),
    learn: async (what: Partial<Learnt>) => void Object.assign(memory.learnt, what),
  };
  return memory;
}

export function walkInMemory(): WalkMemory & { people: Map<string, Passed>; passes: Passed[][] } {
  let position = WALK_START;
  const people = new Map<string, Passed>();
  const passes: Passed[][] = [];
  return {
    people,
    passes,
    position: async () => structuredClone(position),
    async pass(page, next) {
      passes.push(page);
      for (const one of page) people.set(one.address, one);
      position = structuredClone(next);
    },
    recall: async (address) => people.get(address)?.id ?? null,
    unlearn: async (address) => void people.delete(address),
  };
}

export interface Rig extends Transport {
  limit?: CallLimit;
  budget?: Budget;
  memory?: Memory;
}

export function octethAccount(
  sandbox: Sandbox,
  changes: Partial<OctethAccount> = {},
): OctethAccount {
  return {
    id: 'octeth-1',
    name: 'Harbour',
    system: 'octeth',
    paused: false,
    keyTail: 'c64a',
    limit: OCTETH_LIMIT,
    server: sandbox.octeth.url,
    lists: sandbox.world.lists.map(({ id, name }) => ({ id: String(id), name, searched: true })),
    listsByHand: false,
    journeysByHand: [],
    ...changes,
  };
}

export function systemeAccount(sandbox: Sandbox, limit: CallLimit = MATON_LIMIT): SystemeAccount {
  return {
    id: 'systeme-1',
    name: 'Shop',
    system: 'systeme',
    paused: false,
    keyTail: 'YbQe',
    limit,
    gateway: sandbox.maton.gateway,
    control: sandbox.maton.control,
    connection: { id: sandbox.maton.connection, label: 'Shop' },
  };
}

export function octethOn(
  sandbox: Sandbox,
  {
    memory = memoryOf(),
    account = octethAccount(sandbox),
    ...rig
  }: Rig & { account?: OctethAccount } = {},
) {
  const limit = rig.limit ?? account.limit;
  const budget = rig.budget ?? createBudget({ name: account.id, limit, store: storeInMemory() });
  const key = async () => sandbox.octeth.key;
  return createOctethCrm({
    retryMs: 1,
    ...rig,
    account: { ...account, limit },
    key,
    budget,
    memory,
  });
}

export function systemeOn(
  sandbox: Sandbox,
  { memory = memoryOf(), walk = walkInMemory(), ...rig }: Rig & { walk?: WalkMemory } = {},
) {
  const account = systemeAccount(sandbox, rig.limit);
  const { limit } = account;
  const budget = rig.budget ?? createBudget({ name: account.id, limit, store: storeInMemory() });
  const key = async () => sandbox.maton.key;
  return createSystemeCrm({ retryMs: 1, ...rig, account, key, budget, memory, walk });
}

/** Whom a write is for, taken from what was found. */
export function targetIn(findings: Findings, placeId: string | null = null): Target {
  const profile = findings.profiles.find(({ place }) => (place?.id ?? null) === placeId);
  if (!profile) throw new Error(`nobody found on ${placeId}`);
  const { account, place, id } = profile;
  const address = profile.address.toLowerCase() as Target['address']; // folded here
  return { account, place, profileId: id, address };
}
