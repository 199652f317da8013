import type { Failure } from '@/lib/failure';
import type { Asking, PanelCalls } from '@/lib/messaging/protocol';
import type { AccountRef } from '@/lib/people/account';
import type { EmailAddress } from '@/lib/people/address';
import { type Findings, answerOf } from '@/lib/people/findings';

/** How far one account's look-up has come. */
export interface LookUp {
  findings: Findings | null;
  isAsking: boolean;
  /** She stopped the walk through the contacts. */
  isStopped: boolean;
}

export const NOT_ASKED: LookUp = { findings: null, isAsking: true, isStopped: false };

interface Options {
  client: Pick<Asking<PanelCalls>, 'lookUp'>;
  tell: (accountId: string, lookUp: LookUp) => void;
  now?: () => number;
}

/** A walk that gains nothing is not asked again at once, and a clock that runs ahead does no harm. */
const LEAST_WAIT_MS = 1_000;

/**
 * Looks one address up in one account after the other's back: every account is asked for itself,
 * goes on by itself while it walks, and tries again by itself when it was busy.
 */
export function createLookUps(address: EmailAddress, { client, tell, now = Date.now }: Options) {
  const lookUps = new Map<string, LookUp>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const turns = new Map<string, number>();
  let isClosed = false;

  const change = (accountId: string, part: Partial<LookUp>) => {
    if (isClosed) return;
    const lookUp = { ...(lookUps.get(accountId) ?? NOT_ASKED), ...part };
    lookUps.set(accountId, lookUp);
    tell(accountId, lookUp);
  };

  const askLater = (account: AccountRef, delay: number, fresh: boolean) => {
    timers.set(
      account.id,
      setTimeout(() => void ask(account, fresh), delay),
    );
  };

  async function ask(account: AccountRef, fresh: boolean): Promise<void> {
    const turn = (turns.get(account.id) ?? 0) + 1;
    turns.set(account.id, turn);
    clearTimeout(timers.get(account.id));
    change(account.id, { isAsking: true, isStopped: false });
    const reply = await client.lookUp({ accountId: account.id, address, fresh });
    if (isClosed || turns.get(account.id) !== turn) return;
    const before = lookUps.get(account.id)?.findings ?? null;
    const answer = reply.ok ? reply.value : unanswered(account, reply.failure, now());
    const findings = keepWhatWasKnown(before, answer);
    const isSearching = answerOf(findings) === 'searching';
    change(account.id, { findings, isAsking: isSearching });
    if (isSearching) {
      const gained = (findings.walk?.passed ?? 0) > (before?.walk?.passed ?? -1);
      askLater(account, gained ? 0 : LEAST_WAIT_MS, false);
    }
    const retryAt = busyUntil(findings);
    if (retryAt) askLater(account, Math.max(retryAt - now(), LEAST_WAIT_MS), true);
  }

  return {
    ask,
    stop(accountId: string) {
      clearTimeout(timers.get(accountId));
      turns.set(accountId, (turns.get(accountId) ?? 0) + 1);
      change(accountId, { isAsking: false, isStopped: true });
    },
    close() {
      isClosed = true;
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}

export type LookUps = ReturnType<typeof createLookUps>;

/** When an account or one of its lists may be asked again. */
export function busyUntil(findings: Findings): number | null {
  const failures = [
    findings.failure,
    ...findings.places.map((search) => (search.outcome === 'failed' ? search.failure : null)),
  ];
  const times = failures.flatMap((failure) => (failure?.kind === 'busy' ? [failure.retryAt] : []));
  return times.length > 0 ? Math.max(...times) : null;
}

function unanswered(account: AccountRef, failure: Failure, at: number): Findings {
  return { account, at, profiles: [], places: [], walk: null, failure };
}

/** A second asking that fails takes nothing off the card; the age of what stays is shown. */
function keepWhatWasKnown(before: Findings | null, answer: Findings): Findings {
  const isLoss = answer.failure && answer.profiles.length === 0 && before;
  return isLoss && before.profiles.length > 0 ? { ...before, failure: answer.failure } : answer;
}
