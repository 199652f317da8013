/** Look-ups as everybody asks for them: one request for identical asks, and a short memory. */
import type { Crm, Urgency } from '../crm/crm';
import { isFresh } from '../crm/needs';
import type { EmailAddress } from '../people/address';
import { answerOf, type Findings } from '../people/findings';
import type { Area } from '../storage/kept';
import type { Directory } from './directory';

/** A second glance within this asks nobody; a write or `fresh` asks anew. */
const FINDINGS_LAST_MS = 60_000;
const FINDINGS_KEPT = 50;
const KEY = 'findings';

export interface LookUp {
  accountId: string;
  address: EmailAddress;
  /** Ask the server whatever is remembered. */
  fresh: boolean;
  /** A person's click unless said otherwise. */
  urgency?: Urgency;
}

export interface LookupsDependencies {
  crmOf(accountId: string): Promise<Crm>;
  directory(): Promise<Directory>;
  /** `storage.session`: outlives the worker, not the browser. */
  session: Area;
  now(): number;
}

type Kept = Record<string, { keptAt: number; findings: Findings }>;

export function createLookups({ crmOf, directory, session, now }: LookupsDependencies) {
  const asking = new Map<string, { urgency: Urgency; answer: Promise<Findings> }>();
  const kept = keepFindings(session);

  const ask = async (asked: LookUp, isCurrent: () => boolean): Promise<Findings> => {
    const crm = await crmOf(asked.accountId);
    const findings = await crm.find(asked.address, { urgency: urgencyOf(asked) });
    // Overtaken by a write or a fresher ask: good for whoever waits, but not to be remembered.
    if (isCurrent()) await remember(asked, findings);
    return findings;
  };

  /** Allowed to fail: what was found must reach the screen although it cannot be kept. */
  const remember = async ({ accountId, address }: LookUp, findings: Findings): Promise<void> => {
    const entry = { keptAt: now(), findings };
    const key = keyOf(accountId, address);
    await Promise.allSettled([
      directory().then((known) => known.remember(address, findings)),
      isSettled(findings) && kept.change((all) => newest({ ...all, [key]: entry })),
    ]);
  };

  return {
    async lookUp(asked: LookUp): Promise<Findings> {
      const key = keyOf(asked.accountId, asked.address);
      const urgency = urgencyOf(asked);
      const other = asking.get(key);
      // A fresh ask may not join one that began before a write, nor a click one that lets
      // clicks pass: each starts its own.
      const mayJoin = !asked.fresh && (urgency === 'background' || other?.urgency === 'click');
      if (other && mayJoin) return other.answer;
      const isCurrent = (): boolean => asking.get(key)?.answer === answer;
      const answer: Promise<Findings> = (async () => {
        const before = asked.fresh ? undefined : (await kept.read())[key];
        const isRecent = before && isFresh(before.keptAt, now(), FINDINGS_LAST_MS);
        return isRecent ? before.findings : ask(asked, isCurrent);
      })().finally(() => {
        if (isCurrent()) asking.delete(key);
      });
      asking.set(key, { urgency, answer });
      return answer;
    },

    /** After a write: what was found before it is no longer true. */
    async forget(accountId: string, address: EmailAddress): Promise<void> {
      asking.delete(keyOf(accountId, address));
      await kept.change(({ [keyOf(accountId, address)]: _, ...others }) => others);
    },

    async forgetAccount(accountId: string): Promise<void> {
      const isOther = ([key]: [string, unknown]) => !key.startsWith(keyOf(accountId, ''));
      for (const entry of asking) if (!isOther(entry)) asking.delete(entry[0]);
      await kept.change((all) => Object.fromEntries(Object.entries(all).filter(isOther)));
    },
  };
}

export type Lookups = ReturnType<typeof createLookups>;

const urgencyOf = ({ urgency = 'click' }: LookUp): Urgency => urgency;

const keyOf = (accountId: string, address: string) => `${accountId} ${address}`;

/** Only what will still be true in a minute: no failure, and no walk on its way. */
function isSettled(findings: Findings): boolean {
  const isWhole = findings.places.every(({ outcome }) => outcome !== 'failed');
  return isWhole && findings.failure === null && answerOf(findings) !== 'searching';
}

function keepFindings(session: Area) {
  const read = async () => ((await session.get(KEY))[KEY] ?? {}) as Kept; // Written below alone.
  let writing: Promise<unknown> = Promise.resolve();
  return {
    read,
    /** One change after another: two look-ups that end together both stay. */
    change(change: (kept: Kept) => Kept): Promise<unknown> {
      const turn = writing.then(async () => session.set({ [KEY]: change(await read()) }));
      writing = turn.catch(() => undefined); // Its own caller hears of it; the next goes on.
      return turn;
    },
  };
}

function newest(kept: Kept): Kept {
  const entries = Object.entries(kept).toSorted(([, one], [, other]) => other.keptAt - one.keptAt);
  return Object.fromEntries(entries.slice(0, FINDINGS_KEPT));
}
