/** An entry in doubt is read again: what is there decides, never a guess (law 3). */
import { done, type Failure, failed, failureOf, type Result } from '../failure';
import type { Concern } from '../people/concern';
import {
  type ConnectionIntent,
  type Intent,
  isConnectionIntent,
  isListIntent,
  type NewPerson,
} from '../people/intent';
import { isRepeatable } from './effect';
import { isMade } from './effect-connections';
import { type Entry, mayGo } from './entry';
import type { Crm } from '../crm/crm';
import type { OutboxOptions } from './needs';
import {
  isNobody,
  NOBODY,
  type Present,
  presentAmongConnections,
  presentAtDesk,
  presentOn,
  presentOnList,
  rereadPerson,
  SOMEBODY_ELSE,
} from './present';
import { assureAbsent, profileOfNew } from './present-new';
import { current, finish, forgetQuietly, MOST_ATTEMPTS, type Step, waitAfter } from './send';

/** After so many looks without the effect in sight, only the user looks again. */
const MOST_REREADS = 5;

export interface LookOptions extends Pick<
  OutboxOptions,
  'journal' | 'lookUp' | 'forget' | 'tagUsed' | 'done'
> {
  now: () => number;
  sendAgain: Step;
}

interface Seen {
  outcome: 'there' | 'not-there' | 'gone' | 'moved';
  concerns: Concern[];
  /** Somebody has changed it since: to send it again would undo that. */
  isStale: boolean;
  /** With what was seen that its receipt has to tell. */
  intent?: Intent;
}

export function createLook(options: LookOptions): Step {
  const { journal, now, sendAgain } = options;
  const stay = (entry: Entry, patch: Partial<Entry>) =>
    journal.advance(entry.id, { from: 'unknown', to: 'unknown' }, patch);
  const refuse = (entry: Entry, failure: Failure) =>
    journal.advance(entry.id, { from: 'unknown', to: 'refused' }, { failure, retryAt: null });

  const settleUnseen = async (entry: Entry, seen: Seen, crm: Crm): Promise<Entry | null> => {
    if (entry.saidNo && entry.failure) return refuse(entry, whyNot(entry.failure, seen));
    // Whose the number is now is not known: neither that it was done, nor that it was not.
    if (seen.outcome === 'moved')
      return stay(entry, { ...unseen(entry, now()), failure: SOMEBODY_ELSE });
    if (!isRepeatable(entry.intent)) return stay(entry, unseen(entry, now()));
    if (seen.outcome === 'gone') return refuse(entry, NOBODY);
    // Sent it was, and nobody has said no: what is no longer sent stays in doubt.
    const isHeld = !mayGo(entry, seen.concerns);
    if (isHeld || seen.isStale || entry.attempts >= MOST_ATTEMPTS)
      return stay(entry, unseen(entry, now()));
    const again = { retryAt: null, rereads: 0 };
    const planned = await journal.advance(entry.id, { from: 'unknown', to: 'planned' }, again);
    return planned ? sendAgain(planned, crm) : null;
  };

  return async (entry, crm) => {
    if (entry.wasSo) {
      await forgetQuietly(entry, options, true);
      return (await stay(entry, NEVER_AGAIN)) ?? current(journal, entry);
    }
    const seen = await see(entry, crm, options);
    await forgetQuietly(entry, options, true);
    if (seen.ok && seen.value.outcome === 'there') {
      return finish(entry, options, patchOf(seen.value));
    }
    const settled = seen.ok
      ? await settleUnseen(entry, seen.value, crm)
      : await stay(entry, unread(entry, seen.failure, now()));
    return settled ?? current(journal, entry);
  };
}

/** Who is not found under her number because it carries another address is not gone. */
const whyNot = (failure: Failure, { outcome }: Seen): Failure =>
  outcome === 'moved' && isNobody(failure) ? SOMEBODY_ELSE : failure;

/** What is seen when it is there is told with it. */
export const patchOf = ({ intent }: Pick<Present, 'intent'>): Partial<Pick<Entry, 'intent'>> =>
  intent ? { intent } : {};

/** Nothing that could be seen would settle it. `rereads` says that it is no longer due. */
const NEVER_AGAIN: Partial<Entry> = { retryAt: null, rereads: MOST_REREADS };

/** Read in full, and the effect is not in sight; it may still come, so it is looked for again. */
const unseen = ({ rereads }: Entry, now: number): Partial<Entry> => ({
  rereads: rereads + 1,
  unreads: 0,
  rereadAt: now,
  retryAt: rereads + 1 < MOST_REREADS ? now + waitAfter(rereads) : null,
});

/** It could not even be read: the failure that left the doubt is kept, unless there was none. */
const unread = (entry: Entry, failure: Failure, now: number): Partial<Entry> => ({
  ...afterUnread(entry, failure, now),
  failure: entry.failure ?? failure,
});

/** A lock is opened by the user, and that wakes the outbox without an alarm. */
export function afterUnread(
  { unreads }: Entry,
  failure: Failure,
  now: number,
): Pick<Entry, 'retryAt' | 'unreads'> {
  if (failure.kind === 'busy') return { retryAt: failure.retryAt, unreads };
  if (failure.kind === 'locked') return { retryAt: now, unreads };
  return { retryAt: now + waitAfter(unreads), unreads: unreads + 1 };
}

async function see(entry: Entry, crm: Crm, { lookUp }: LookOptions): Promise<Result<Seen>> {
  const { intent } = entry;
  try {
    if (intent.kind === 'add') return await seeNew(intent.person, lookUp);
    if (isConnectionIntent(intent)) return await seeConnection(intent, crm);
    if (isListIntent(intent)) return seenOf(await presentOnList(intent, crm));
    if ('desk' in intent) return seenOf(await presentAtDesk(intent, crm));
    const reply = await rereadPerson(intent, crm);
    if (!reply.ok) return reply;
    if (reply.value === 'moved') return seen('moved');
    if (reply.value) return seenOf(await presentOn(intent, reply.value, { crm, lookUp }));
    return seen(intent.kind === 'delete' ? 'there' : 'gone');
  } catch (error) {
    return failed(failureOf(error, 'outbox'));
  }
}

async function seeNew(person: NewPerson, lookUp: LookOptions['lookUp']): Promise<Result<Seen>> {
  const findings = await lookUp(person.account.id, person.address, true);
  if (profileOfNew(person, findings)) return seen('there');
  const absent = assureAbsent(person, findings);
  return absent.ok ? seen('not-there') : absent;
}

/** Sent it was, so a connection that was not there before is the new one. */
async function seeConnection(intent: ConnectionIntent, crm: Crm): Promise<Result<Seen>> {
  if (intent.kind === 'remove-connection') {
    return seenOf(await presentAmongConnections(intent, crm));
  }
  const connections = await crm.connections({ urgency: 'click' });
  if (!connections.ok) return connections;
  return seen(isMade(intent, connections.value) ? 'there' : 'not-there');
}

function seenOf(present: Result<Present>): Result<Seen> {
  if (!present.ok) return present;
  const { isSo, concerns, unread, stale } = present.value;
  if (unread) return failed(unread);
  const outcome = isSo ? 'there' : 'not-there';
  return done({ outcome, concerns, isStale: stale !== null, ...patchOf(present.value) });
}

const seen = (outcome: Seen['outcome']): Result<Seen> =>
  done({ outcome, concerns: [], isStale: false });
