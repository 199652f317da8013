/**
 * One entry on its way: planned → sent → done, refused or unknown. Each step is on the disk
 * before the next begins, so wherever a worker dies the journal says what may have happened.
 */
import { done, leavesDoubt } from '../failure';
import type { Intent } from '../people/intent';
import { isNoToBeLookedAt } from './effect';
import type { Entry } from './entry';
import type { Crm } from '../crm/crm';
import type { OutboxOptions } from './needs';
import type { Loads } from './loads';
import {
  beginImport,
  cancelPlan,
  createTag,
  enrolIn,
  makeConnection,
  perform,
  type Performed,
} from './perform';
import { LOAD_LOST, refusedBecause } from './words';

export type Step = (entry: Entry, crm: Crm) => Promise<Entry>;

/** With this many doubtful outcomes it is sent no more, only looked for. */
export const MOST_ATTEMPTS = 3;
const FIRST_WAIT_MS = 60_000;
const LONGEST_WAIT_MS = 3_600_000;

/** Each fruitless try doubles the wait. */
export const waitAfter = (tries: number): number =>
  Math.min(FIRST_WAIT_MS * 2 ** tries, LONGEST_WAIT_MS);

export interface SendOptions extends Pick<
  OutboxOptions,
  'journal' | 'forget' | 'tagUsed' | 'done'
> {
  now: () => number;
  /** Wakes somebody to look, should this worker die meanwhile. */
  watch: () => Promise<void>;
  loads: Loads;
  /** What becomes of an entry whose outcome is in doubt. */
  look: Step;
}

export function createSend(options: SendOptions): Step {
  const { journal, now, look, loads } = options;

  return async (entry, crm) => {
    if (entry.intent.kind === 'import' && !loads.of(entry.intent)) return giveUp(entry, journal);
    await options.watch();
    const sent = await journal.advance(
      entry.id,
      { from: 'planned', to: 'sent' },
      {
        attempts: entry.attempts + 1,
        unreads: 0,
        failure: null,
        saidNo: false,
        retryAt: null,
        wasSo: entry.wasSo,
      },
    );
    if (!sent) return current(journal, entry);
    const ready = await withTag(sent, { crm, journal, now });
    if (ready.state !== 'sent') return ready;
    const reply = await performed(crm, ready.intent, loads);
    await forgetQuietly(ready, options, mayBeSo(ready.intent, reply));
    if (reply.ok) return finish(ready, options, { intent: reply.value });
    const halted = await halt(ready, reply, journal);
    return halted?.state === 'unknown' ? look(halted, crm) : (halted ?? current(journal, ready));
  };
}

/** The intent as it is known once it was done. */
async function performed(crm: Crm, intent: Intent, loads: Loads): Promise<Performed<Intent>> {
  const load = loads.of(intent);
  if (intent.kind === 'import' && load) {
    const begun = await beginImport(crm, intent, load);
    // A wait is no answer: it will be sent yet.
    if (begun.ok || !isTurnedAway(begun)) loads.drop(intent);
    return begun;
  }
  if (intent.kind === 'create-connection') return makeConnection(crm, intent);
  if (intent.kind === 'enrol') return enrolIn(crm, intent);
  if (intent.kind === 'cancel') return cancelPlan(crm, intent);
  const reply = await perform(crm, intent);
  return reply.ok ? done(intent) : reply;
}

type Halted = Extract<Performed<Intent>, { ok: false }>;

/** Refused before it was looked at. */
const isTurnedAway = ({ failure, isOpen }: Halted): boolean =>
  !isOpen && (failure.kind === 'busy' || failure.kind === 'locked');

const isInDoubt = ({ failure, isOpen }: Halted): boolean => isOpen === true || leavesDoubt(failure);

const mayBeSo = (intent: Intent, reply: Performed<Intent>): boolean =>
  reply.ok || isInDoubt(reply) || isNoToBeLookedAt(intent, reply.failure);

async function giveUp(entry: Entry, journal: OutboxOptions['journal']): Promise<Entry> {
  const patch = { failure: refusedBecause(LOAD_LOST), retryAt: null };
  const refused = await journal.advance(entry.id, { from: 'planned', to: 'refused' }, patch);
  return refused ?? current(journal, entry);
}

/** Somebody else moved it: what they made of it is what is told. */
export const current = async (journal: OutboxOptions['journal'], entry: Entry): Promise<Entry> =>
  (await journal.get(entry.id)) ?? entry;

/** The tag's id is in the journal before anybody gets the tag. */
async function withTag(
  sent: Entry,
  { crm, journal, now }: { crm: Crm; journal: OutboxOptions['journal']; now: () => number },
): Promise<Entry> {
  const { intent } = sent;
  if (intent.kind !== 'tag' || intent.tag.id !== null) return sent;
  const tag = await createTag(crm, intent);
  if (tag.ok) {
    const known = { intent: { ...intent, tag: tag.value } };
    const moved = await journal.advance(sent.id, { from: 'sent', to: 'sent' }, known);
    return moved ?? current(journal, sent);
  }
  // Whether the tag was created is in doubt, but nobody has got it, and creating it again is safe.
  const again = isInDoubt(tag) && sent.attempts < MOST_ATTEMPTS;
  const moved = again
    ? await journal.advance(
        sent.id,
        { from: 'sent', to: 'planned' },
        { failure: tag.failure, retryAt: now() + waitAfter(sent.attempts) },
      )
    : await halt(sent, tag, journal, 'refused');
  return moved ?? current(journal, sent);
}

/** What a failure makes of a sent entry; `doubtful` is where doubt leads. */
function halt(
  sent: Entry,
  halted: Halted,
  journal: OutboxOptions['journal'],
  doubtful: 'unknown' | 'refused' = 'unknown',
): Promise<Entry | null> {
  const { failure } = halted;
  if (isTurnedAway(halted)) {
    // This was no attempt.
    const retryAt = failure.kind === 'busy' ? failure.retryAt : null;
    const patch = { failure, retryAt, attempts: sent.attempts - 1 };
    return journal.advance(sent.id, { from: 'sent', to: 'planned' }, patch);
  }
  const saidNo = isNoToBeLookedAt(sent.intent, failure);
  const to = isInDoubt(halted) || saidNo ? doubtful : 'refused';
  return journal.advance(sent.id, { from: 'sent', to }, { failure, saidNo });
}

/** The effect is there: the entry is done, from whatever state it is in. */
export async function finish(
  entry: Entry,
  options: Pick<OutboxOptions, 'journal' | 'tagUsed' | 'done'>,
  patch: Partial<Entry> = {},
): Promise<Entry> {
  const { journal, tagUsed } = options;
  const settled = { failure: null, retryAt: null, ...patch };
  const finished = await journal.advance(entry.id, { from: entry.state, to: 'done' }, settled);
  if (!finished) return current(journal, entry);
  await quietly(async () => options.done?.(finished.intent));
  if (!finished.already && finished.undoes === null) {
    await quietly(async () => tagUsed?.(finished.intent));
  }
  return finished;
}

export const forgetQuietly = (
  { intent }: Entry,
  { forget }: Pick<OutboxOptions, 'forget'>,
  maybe: boolean,
): Promise<void> => quietly(() => forget(intent, maybe));

/** What is only noted on the side must not change what is known of the write. */
export async function quietly(work: () => Promise<void> | void): Promise<void> {
  await Promise.allSettled([(async () => work())()]);
}
