/** What the hover card shows, account by account as they answer: a slow one hides no other. */
import { failureOf } from '@/lib/failure';
import type { CardAccount, CardFacts } from '@/lib/messaging/protocol';
import type { AccountRef } from '@/lib/people/account';
import type { EmailAddress } from '@/lib/people/address';
import { answerOf, type Findings } from '@/lib/people/findings';
import { nameOf } from '@/lib/people/person';
import type { Parts } from './assemble';

/** Those that answer almost together are shown together. */
const TOGETHER_MS = 150;

/** What has been told completely is kept so long for a card that has not asked for the rest yet. */
const KEPT_MS = 3_000;

interface Whose {
  tabId: number | undefined;
  address: EmailAddress;
}

interface Peek {
  accounts: AccountRef[];
  answered: Map<string, Findings>;
  /** All have. */
  done: Promise<unknown>;
  /** The next one has, or all. */
  next(): Promise<unknown>;
}

export interface Peeking {
  /** A card of this tab is waiting for this person's accounts: none is asked once more. */
  isUnderWay(whose: Whose): boolean;
  /**
   * What is known by now, or, where the card has `seen` so many answers already, once there is one
   * more. As long as one is `asking`, ask again.
   */
  peek(whose: Whose, seen: number): Promise<CardFacts>;
}

/** `watch` is called before anybody is asked; what it gives, when all have answered. */
export function createPeeking(
  parts: Pick<Parts, 'accounts' | 'lookups'>,
  watch: (address: EmailAddress) => Promise<() => unknown>,
): Peeking {
  const underWay = new Map<string, Promise<Peek>>();

  const begin = async (address: EmailAddress, end: () => void): Promise<Peek> => {
    const accounts = (await parts.accounts.list())
      .filter(({ paused }) => !paused)
      .map(({ id, name, system }) => ({ id, name, system }));
    const seen = await watch(address);
    const answered: Peek['answered'] = new Map();
    const waiting = new Set<() => void>();
    const answers = accounts.map(async (account) => {
      answered.set(account.id, await glance(parts, account, address));
      for (const tell of waiting) tell();
      waiting.clear();
    });
    const done = Promise.all(answers).then(seen);
    void done.finally(() => setTimeout(end, KEPT_MS));
    const next = () => Promise.race([done, new Promise<void>((tell) => waiting.add(tell))]);
    return { accounts, answered, done, next };
  };

  return {
    isUnderWay: (whose) => underWay.has(keyOf(whose)),
    async peek(whose, seen) {
      const key = keyOf(whose);
      const end = (): void => {
        if (underWay.get(key) === asked) underWay.delete(key);
      };
      const asked: Promise<Peek> = underWay.get(key) ?? begin(whose.address, () => end());
      underWay.set(key, asked);
      const peek = await asked.catch((error: unknown) => {
        end();
        throw error;
      });
      const isKnown = peek.answered.size > seen;
      if (!isKnown) await peek.next();
      if (!isKnown) await Promise.race([peek.done, pause(TOGETHER_MS)]);
      if (peek.answered.size === peek.accounts.length) end();
      return factsOf(whose.address, peek);
    },
  };
}

const pause = (ms: number): Promise<unknown> => new Promise((go) => setTimeout(go, ms));

const keyOf = ({ tabId, address }: Whose): string => `${tabId} ${address}`;

function factsOf(address: EmailAddress, { accounts, answered }: Peek): CardFacts {
  const all = accounts.flatMap(({ id }) => answered.get(id) ?? []);
  return {
    address,
    name: nameOf(all),
    accounts: accounts.map((account) => {
      const findings = answered.get(account.id);
      return findings ? cardAccount(findings) : asking(account);
    }),
  };
}

const asking = (account: AccountRef): CardAccount => ({
  ...{ account, at: null, lines: [], tags: [], answer: 'asking', failure: null },
});

/** One account that cannot even be asked hides no other. */
async function glance(
  { lookups }: Pick<Parts, 'lookups'>,
  account: AccountRef,
  address: EmailAddress,
): Promise<Findings> {
  try {
    const asked = { accountId: account.id, address, fresh: false };
    return await lookups.lookUp({ ...asked, urgency: 'background' });
  } catch (error) {
    const failure = failureOf(error, 'peek');
    return { account, at: Date.now(), profiles: [], places: [], walk: null, failure };
  }
}

function cardAccount(findings: Findings): CardAccount {
  const { account, at, profiles, failure } = findings;
  return {
    account,
    at,
    lines: profiles.map(({ place, standings }) => ({ place, standings })),
    tags: [...new Set(profiles.flatMap(({ tags }) => tags.map(({ name }) => name)))],
    answer: answerOf(findings),
    failure,
  };
}
