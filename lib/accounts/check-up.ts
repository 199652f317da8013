/**
 * The check-up of one account, a step at a time: each is asked for by itself, so a worker that
 * dies between two loses neither.
 */
import type { Learnt } from '../crm/needs';
import { type Failure, failureOf, type Result } from '../failure';
import { clockAfter, sayFailure } from '../failure-words';
import type { Abilities } from '../people/ability';
import { RIGHTS } from '../people/rights';
import { sayAbilities } from '../people/ability-words';
import type { Account } from '../people/account';
import type { CheckResult, CheckStep } from '../people/check-up';
import { factOf } from './check-facts';
import { type Found, ok, warn } from './check-found';
import { habitsOf } from './check-habits';

export interface CheckProbes {
  /** A base address put right, or why it cannot be one. */
  cleanServer(text: string): Result<string>;
  mayReach(address: string): Promise<boolean>;
  /** Asks without a key; the server's clock, where it tells. Throws what stands in the way. */
  knock(account: Account): Promise<number | null>;
  /** Tries the stored key for real. Throws. */
  tryKey(account: Account): Promise<void>;
  abilities(accountId: string): Promise<Abilities>;
  learnt(accountId: string): Promise<Learnt>;
  callsLeft(account: Account): Promise<{ left: number; heldUntil: number | null }>;
  now(): number;
}

type Check = (account: Account, probes: CheckProbes) => Promise<Found>;

function failedBy(failure: Failure): Found {
  const { what, next } = sayFailure(failure);
  return { outcome: 'failed', what, remedy: next, fact: factOf(failure) };
}

const serversOf = (account: Account): string[] =>
  account.system === 'octeth' ? [account.server] : [...new Set([account.gateway, account.control])];

const hostsOf = (account: Account): string =>
  serversOf(account)
    .map((server) => new URL(server).host)
    .join(' and ');

/** What says that somebody is there, though not whom we look for. */
const isAnswered = ({ kind }: Failure): boolean =>
  !['offline', 'timeout', 'server-error', 'no-permission', 'broken'].includes(kind);

const CHECKS: Record<CheckStep, Check> = {
  async address(account, { cleanServer }) {
    for (const server of serversOf(account)) {
      const cleaned = cleanServer(server);
      if (!cleaned.ok) return failedBy(cleaned.failure);
    }
    const isSealed = serversOf(account).every((server) => server.startsWith('https:'));
    const fact = isSealed ? 'https' : 'http on this computer';
    return ok(
      `${serversOf(account).join(' and ')} ${isMany(account) ? 'are' : 'is'} in order.`,
      fact,
    );
  },

  async permission(account, { mayReach }) {
    for (const server of serversOf(account)) {
      const { host } = new URL(server);
      if (!(await mayReach(server))) return failedBy({ kind: 'no-permission', host });
    }
    return ok(`Your browser lets Addressee talk to ${hostsOf(account)}.`, 'granted');
  },

  async reach(account, { knock }) {
    const failure = await failureIn(() => knock(account));
    if (failure && !isAnswered(failure)) return failedBy(failure);
    return ok(`${hostsOf(account)} can be reached.`, 'reached');
  },

  async answer(account, { knock }) {
    const failure = await failureIn(() => knock(account));
    if (failure?.kind === 'busy') {
      return warn(sayFailure(failure).what, sayFailure(failure).next, factOf(failure));
    }
    return failure
      ? failedBy(failure)
      : ok(
          `${hostsOf(account)} ${isMany(account) ? 'answer' : 'answers'} with data, no login page.`,
          'JSON',
        );
  },

  async key(account, { tryKey }) {
    const failure = await failureIn(() => tryKey(account));
    if (failure) return failedBy(failure);
    return account.system === 'octeth'
      ? ok('Octeth knows the key.', 'accepted')
      : ok('Maton knows the key, and its connection reaches Systeme.io.', 'accepted, connected');
  },

  async abilities({ id, system }, { abilities }) {
    const known = await abilities(id);
    const { may, mayNot, untried } = sayAbilities(system, known);
    const names = (may: boolean | undefined): string =>
      RIGHTS[system]
        .map(({ right }) => right)
        .filter((right) => known.rights[right]?.may === may)
        .join(', ') || 'none';
    const fact = `yes: ${names(true)}; no: ${names(false)}; not tried: ${names(undefined)}`;
    const rest = untried === '' ? '' : ` Not tried: ${untried}.`;
    if (mayNot === '') return ok(`It may ${may || 'do nothing that could be tried'}.${rest}`, fact);
    const what = `It may ${may || 'do nothing that was tried'}, but not ${mayNot}.${rest}`;
    return warn(what, 'If you need it, ask whoever manages the account to allow it.', fact);
  },

  async dialect(account, { learnt }) {
    return habitsOf(account, await learnt(account.id));
  },

  async clock(account, { knock, now }) {
    const serverTime = await knock(account);
    if (serverTime === null) {
      const what = 'The server does not tell its time.';
      return { outcome: 'unknown', what, remedy: null, fact: 'not told' };
    }
    const apart = Math.round((now() - serverTime) / 1000);
    const fact = `${apart} s apart`;
    if (Math.abs(apart) <= APART_SECONDS) {
      const what = Math.abs(apart) <= 1 ? 'agree' : `are ${Math.abs(apart)} s apart`;
      return ok(`Yours and the server’s ${what}.`, fact);
    }
    const which = apart > 0 ? 'ahead of' : 'behind';
    const what = `Your clock is ${sayLength(Math.abs(apart))} ${which} the server’s.`;
    return warn(what, 'Let your computer set its clock by itself; else times shown are off.', fact);
  },

  async budget(account, { callsLeft }) {
    const { calls, seconds } = account.limit;
    const { left, heldUntil } = await callsLeft(account);
    const fact = `${left} of ${calls} in ${seconds} s${heldUntil === null ? '' : ', held'}`;
    if (heldUntil !== null) {
      const at = clockAfter(heldUntil);
      return warn(`The server asked to wait until ${at}.`, `It is asked again at ${at}.`, fact);
    }
    const what = `${left} of ${calls} calls in ${seconds} s are left.`;
    return left > 0 ? ok(what, fact) : warn(what, 'Wait a moment; nothing is lost.', fact);
  },
};

/** A minute or two apart nobody notices. */
const APART_SECONDS = 120;

const isMany = (account: Account): boolean => serversOf(account).length > 1;

const sayLength = (seconds: number): string =>
  seconds < 7_200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3_600)} h`;

async function failureIn(task: () => Promise<unknown>): Promise<Failure | null> {
  try {
    await task();
    return null;
  } catch (error) {
    return failureOf(error, 'check-up');
  }
}

/** One step. What stops it is what it found; only an account that is gone is thrown. */
export async function checkStep(
  account: Account,
  step: CheckStep,
  probes: CheckProbes,
): Promise<CheckResult> {
  try {
    return { step, ...(await CHECKS[step](account, probes)) };
  } catch (error) {
    return { step, ...failedBy(failureOf(error, `check-up ${step}`)) };
  }
}
