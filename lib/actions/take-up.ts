/** Unfinished entries are taken up again: after a worker's death, an alarm, an unlocking. */
import { attempt } from '../crm/attempt';
import { done, type Failure, failed, leavesDoubt, type Result } from '../failure';
import { isAgreed } from '../people/consent';
import { accountOf } from '../people/intent';
import { type Entry, mayGo } from './entry';
import { afterUnread, patchOf } from './look';
import { isWantedAgain } from './effect';
import type { Crm } from '../crm/crm';
import type { OutboxOptions } from './needs';
import { isNobody, type Present, readPresent, wasSoBefore } from './present';
import { current, finish, type Step } from './send';
import { CHANGED, NOT_ONLY_OURS, refusedBecause, REMOVED, TOO_OLD } from './words';

const LONGEST_PLAN_MS = 24 * 3_600_000;

export interface TakeUpOptions extends Pick<
  OutboxOptions,
  'journal' | 'crmOf' | 'lookUp' | 'isPaused' | 'tagUsed' | 'done'
> {
  now: () => number;
  send: Step;
  look: Step;
}

/** Takes up one entry, whose lock the caller holds. `now`: although its time has not come. */
export type TakeUp = (id: string, when: 'due' | 'now') => Promise<Entry | null>;

export function createTakeUp(options: TakeUpOptions): TakeUp {
  const { journal, crmOf, look, now } = options;

  const takeUpDoubt = async (entry: Entry): Promise<Entry> => {
    const crm = await attempt('outbox', () => crmOf(accountOf(entry.intent).id));
    if (crm.ok) return look(entry, crm.value);
    const { failure } = crm;
    // The account is gone: it can never be read again, and what is not known is not claimed.
    const patch =
      failure.kind === 'not-found'
        ? { failure, retryAt: null, rereads: entry.rereads + 1 }
        : afterUnread(entry, failure, now());
    const moved = await journal.advance(entry.id, { from: 'unknown', to: 'unknown' }, patch);
    return moved ?? current(journal, entry);
  };

  /** The worker died between sending and hearing. */
  const takeUpSent = async (entry: Entry): Promise<Entry> => {
    const { id, intent } = entry;
    const hadNoTag = intent.kind === 'tag' && intent.tag.id === null;
    const to = hadNoTag ? 'planned' : 'unknown';
    const moved = await journal.advance(id, { from: 'sent', to }, { retryAt: null });
    if (!moved) return current(journal, entry);
    return hadNoTag ? takeUpPlanned(moved, options) : takeUpDoubt(moved);
  };

  return async (id, when) => {
    const entry = await journal.get(id);
    if (!entry) return null;
    const isDue = when === 'now' || isDueAt(entry, now());
    if (entry.state === 'sent') return takeUpSent(entry);
    if (entry.state === 'planned' && isDue) return takeUpPlanned(entry, options);
    if (entry.state === 'unknown' && isDue) return takeUpDoubt(entry);
    return entry;
  };
}

/** An unknown entry without a time was either never re-read, or re-read often enough. */
const isDueAt = ({ state, retryAt, rereads }: Entry, now: number): boolean =>
  retryAt === null ? state === 'planned' || rereads === 0 : retryAt <= now;

async function takeUpPlanned(entry: Entry, options: TakeUpOptions): Promise<Entry> {
  const { journal, isPaused, now } = options;
  const move = async (to: 'planned' | 'refused', patch: Partial<Entry>) =>
    (await journal.advance(entry.id, { from: 'planned', to }, patch)) ?? current(journal, entry);
  const refuse = (failure: Failure) => move('refused', { failure, retryAt: null });

  if (now() - entry.plannedAt >= LONGEST_PLAN_MS) return refuse(refusedBecause(TOO_OLD));
  // An account that is gone cannot be asked whether it is paused; `getReady` says so.
  const paused = await attempt('outbox', async () => isPaused?.(accountOf(entry.intent).id));
  if (paused.ok && paused.value) return entry;
  const ready = await getReady(entry, options);
  if (!ready.ok && isDeleted(entry, ready.failure)) return finish(entry, options);
  if (!ready.ok && !mayPass(ready.failure)) return refuse(ready.failure);
  if (!ready.ok) {
    const { failure } = ready;
    return move('planned', { failure, ...afterUnread(entry, failure, now()) });
  }
  const { crm, isSo, concerns } = ready.value;
  const wasSo = wasSoBefore(entry.intent, ready.value, entry.agreed);
  if (isSo && !isWantedAgain(entry.intent)) {
    const known = patchOf(ready.value);
    return finish(entry, options, { already: entry.attempts === 0, ...known });
  }
  if (mayGo(entry, concerns)) return options.send({ ...entry, wasSo }, crm);
  return refuse(refusedBecause(entry.undoes === null ? CHANGED : NOT_ONLY_OURS));
}

/** Sent before, and she is gone: that is what was wanted, not a person who was never there. */
const isDeleted = ({ intent, attempts }: Entry, failure: Failure): boolean =>
  intent.kind === 'delete' && attempts > 0 && isNobody(failure);

/** Nothing was sent yet, and what stood in the way may pass by itself or be opened. */
const mayPass = (failure: Failure): boolean =>
  leavesDoubt(failure) || failure.kind === 'busy' || failure.kind === 'locked';

/** How things stand now, asked afresh: the yes was given some time ago. */
async function getReady(
  { intent, agreed, undoes }: Entry,
  { crmOf, lookUp }: TakeUpOptions,
): Promise<Result<Present & { crm: Crm }>> {
  const crm = await attempt('outbox', () => crmOf(accountOf(intent).id));
  if (!crm.ok) {
    return crm.failure.kind === 'not-found' ? failed(refusedBecause(REMOVED)) : crm;
  }
  const asked = await attempt('outbox', () => readPresent(intent, { crm: crm.value, lookUp }));
  const present = asked.ok ? asked.value : asked;
  if (!present.ok) return present;
  const { unread, concerns } = present.value;
  // She did not agree to what nobody could read then; once it can be, it is decided.
  if (unread && undoes === null && !isAgreed(concerns, agreed)) return failed(unread);
  return done({ ...present.value, crm: crm.value });
}
