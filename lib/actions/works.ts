/** What acting, undoing, settling and resuming share. */
import { FailureError, failureOf } from '../failure';
import { accountOf, type Intent } from '../people/intent';
import type { Receipt } from '../people/receipt';
import { type Entry, receiptOf } from './entry';
import { createLoads, type Loads } from './loads';
import { createLook } from './look';
import type { Crm } from '../crm/crm';
import { browserLocks, type Locks, type OutboxOptions } from './needs';
import { type Present, readPresent } from './present';
import { createSend, quietly, type Step } from './send';
import { createTakeUp, type TakeUp } from './take-up';
import { NO_RECEIPT, PAUSED, refusal, REMOVED } from './words';

/** Should the worker die while sending, somebody must wake it to look. */
const WATCH_MS = 60_000;

export interface Works extends Pick<OutboxOptions, 'journal' | 'tell' | 'news'> {
  now: () => number;
  loads: Loads;
  locks: Locks;
  send: Step;
  takeUp: TakeUp;
  /** The back end, where writing to its account is possible at all. */
  ready(intent: Intent): Promise<Crm>;
  present(intent: Intent, crm: Crm): Promise<Present>;
  find(receiptId: string): Promise<Entry>;
  /** Asks to be woken when the next entry is due. */
  scheduleNext(): Promise<void>;
  told(entry: Entry): Promise<Receipt>;
}

export function createWorks(options: OutboxOptions): Works {
  const { journal, lookUp, wakeAt, tell, news, now = Date.now, locks = browserLocks } = options;
  // Each needs the other: what was sent is looked at, and what was not seen is sent again.
  const look: Step = (entry, crm) => createLook({ ...options, now, sendAgain: send })(entry, crm);
  const loads = createLoads();
  const watch = () => quietly(() => wakeAt(now() + WATCH_MS));
  const send: Step = doubtful(createSend({ ...options, now, watch, look, loads }), journal);

  const scheduleNext = async (): Promise<void> => {
    const times = (await journal.unfinished())
      .flatMap(({ retryAt }) => retryAt ?? [])
      .filter((time) => time > now());
    if (times.length > 0) await wakeAt(Math.min(...times));
  };

  return {
    journal,
    now,
    loads,
    locks,
    send,
    scheduleNext,
    ...(tell && { tell }),
    ...(news && { news }),
    takeUp: createTakeUp({ ...options, now, send, look }),
    ready: (intent) => readyFor(intent, options),
    present: async (intent, crm) => {
      const read = await readPresent(intent, { crm, lookUp });
      if (!read.ok) throw new FailureError(read.failure);
      return read.value;
    },
    find: async (receiptId) => {
      const entry = await journal.get(receiptId);
      if (!entry) throw refusal(NO_RECEIPT);
      return entry;
    },
    told: async (entry) => {
      if (entry.already) await quietly(() => options.done?.(entry.intent));
      await quietly(scheduleNext);
      await quietly(() => news?.());
      return receiptOf(entry);
    },
  };
}

/** Where the disk fails on the way, what was sent is in doubt: the journal will have it looked at. */
function doubtful(send: Step, journal: OutboxOptions['journal']): Step {
  return async (entry, crm) => {
    try {
      return await send(entry, crm);
    } catch (error) {
      const kept = await journal.get(entry.id).catch(() => null);
      if (kept && kept.state !== 'sent') return kept;
      const failure = failureOf(error, 'journal');
      return { ...(kept ?? entry), state: 'unknown', failure, rereadAt: null };
    }
  };
}

async function readyFor(intent: Intent, { crmOf, isPaused }: OutboxOptions): Promise<Crm> {
  const { id, system } = accountOf(intent);
  if (await isPaused?.(id)) throw refusal(PAUSED);
  const crm = await crmOf(id);
  if (crm.account.system !== system) throw refusal(REMOVED);
  return crm;
}

/** What is so already is kept too, as done without a request: she sees what became of it. */
export const asPlanned = (isSo: boolean): Partial<Entry> =>
  isSo ? { state: 'done', already: true } : {};
