/** An entry in doubt is read again: what is there decides, never a guess (law 3). */
import type { Crm } from '../crm/crm';
import { done, type Failure, failed, failureOf, type Result } from '../failure';
import { concernsOf, isAgreed } from '../people/consent';
import { accountOf, addressOf, type Concern } from '../people/intent';
import { isRepeatable, isSo, unreadOf } from './effect';
import type { Entry } from './entry';
import type { OutboxOptions } from './needs';
import { assureAbsent, NOBODY, profileOfNew } from './present';
import { current, finish, forgetQuietly, MOST_ATTEMPTS, type Step, waitAfter } from './send';

/** After so many looks without the effect in sight, only the user looks again. */
const MOST_REREADS = 5;

export interface LookOptions extends Pick<
  OutboxOptions,
  'journal' | 'lookUp' | 'forget' | 'tagUsed'
> {
  now: () => number;
  sendAgain: Step;
}

interface Seen {
  outcome: 'there' | 'not-there' | 'gone';
  concerns: Concern[];
}

export function createLook(options: LookOptions): Step {
  const { journal, now, sendAgain } = options;
  const stay = (entry: Entry, patch: Partial<Entry>) =>
    journal.advance(entry.id, { from: 'unknown', to: 'unknown' }, patch);
  const refuse = (entry: Entry, failure: Failure) =>
    journal.advance(entry.id, { from: 'unknown', to: 'refused' }, { failure, retryAt: null });

  const settleUnseen = async (entry: Entry, seen: Seen, crm: Crm): Promise<Entry | null> => {
    if (!isRepeatable(entry.intent)) return stay(entry, unseen(entry, now()));
    if (seen.outcome === 'gone') return refuse(entry, NOBODY);
    // Sent it was, and nobody has said no: what is no longer sent stays in doubt.
    const mayGo = entry.undoes !== null || isAgreed(seen.concerns, entry.agreed);
    if (!mayGo || entry.attempts >= MOST_ATTEMPTS) return stay(entry, unseen(entry, now()));
    const again = { retryAt: null, rereads: 0 };
    const planned = await journal.advance(entry.id, { from: 'unknown', to: 'planned' }, again);
    return planned ? sendAgain(planned, crm) : null;
  };

  return async (entry, crm) => {
    if (entry.wasSo) {
      await forgetQuietly(entry, options);
      return (await stay(entry, NEVER_AGAIN)) ?? current(journal, entry);
    }
    const seen = await see(entry, crm, options);
    await forgetQuietly(entry, options);
    if (seen.ok && seen.value.outcome === 'there') return finish(entry, options);
    const settled = seen.ok
      ? await settleUnseen(entry, seen.value, crm)
      : await stay(entry, unread(entry, seen.failure, now()));
    return settled ?? current(journal, entry);
  };
}

/** Nothing that could be seen would settle it. `rereads` says that it is no longer due. */
const NEVER_AGAIN: Partial<Entry> = { retryAt: null, rereads: MOST_REREADS };

/** Read in full, and the effect is not in sight; it may still come, so it is looked for again. */
const unseen = ({ rereads }: Entry, now: number): Partial<Entry> => ({
  rereads: rereads + 1,
  rereadAt: now,
  retryAt: rereads + 1 < MOST_REREADS ? now + waitAfter(rereads) : null,
});

/** It could not even be read: the failure that left the doubt is kept, unless there was none. */
const unread = (entry: Entry, failure: Failure, now: number): Partial<Entry> => ({
  rereads: Math.min(entry.rereads + 1, MOST_REREADS),
  failure: entry.failure ?? failure,
  retryAt: retryAtAfter(failure, now, entry.rereads),
});

/** A lock is opened by the user, and that wakes the outbox without an alarm. */
export function retryAtAfter(failure: Failure, now: number, tries: number): number {
  if (failure.kind === 'busy') return failure.retryAt;
  return failure.kind === 'locked' ? now : now + waitAfter(tries);
}

async function see(entry: Entry, crm: Crm, { lookUp }: LookOptions): Promise<Result<Seen>> {
  const { intent } = entry;
  try {
    if (intent.kind === 'add') {
      const findings = await lookUp(accountOf(intent).id, addressOf(intent), true);
      if (profileOfNew(intent.person, findings)) return seen('there');
      const absent = assureAbsent(intent.person, findings);
      return absent.ok ? seen('not-there') : absent;
    }
    const reply = await crm.reread(intent.target, { urgency: 'click' });
    if (!reply.ok) return reply;
    const profile = reply.value;
    if (!profile) return seen('gone');
    const unread = unreadOf(intent, profile);
    if (unread) return failed(unread);
    const outcome = isSo(intent, profile) ? 'there' : 'not-there';
    return seen(outcome, concernsOf(intent, profile));
  } catch (error) {
    return failed(failureOf(error, 'outbox'));
  }
}

const seen = (outcome: Seen['outcome'], concerns: Concern[] = []): Result<Seen> =>
  done({ outcome, concerns });
