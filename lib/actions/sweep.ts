/** What goes over all unfinished entries. */
import { accountOf } from '../people/intent';
import { type Entry, receiptOf } from './entry';
import { lockNameOf } from './needs';
import { quietly } from './send';
import { refusedBecause, REMOVED } from './words';
import type { Works } from './works';

/** Accounts do not wait for each other; within one, the oldest goes first. */
export function createResume(works: Works): () => Promise<void> {
  const resume = async (entries: Entry[]): Promise<void> => {
    for (const entry of entries) {
      // One entry that cannot be taken up must not keep the others back.
      await quietly(() => takeUpAndTell(entry, works));
    }
  };
  return async () => {
    const unfinished = await works.journal.unfinished();
    const byAccount = Map.groupBy(unfinished, ({ intent }) => accountOf(intent).id);
    await Promise.all([...byAccount.values()].map(resume));
    await quietly(works.scheduleNext);
  };
}

function takeUpAndTell({ id, intent }: Entry, works: Works): Promise<void> {
  return works.locks(lockNameOf(intent), async () => {
    // Read inside the lock: whoever held it may have settled the entry meanwhile.
    const before = await works.journal.get(id);
    const after = await works.takeUp(id, 'due');
    if (!before || !after || before.state === after.state) return;
    await quietly(() => works.news?.());
    const isOutcome = ['done', 'refused', 'unknown'].includes(after.state);
    if (isOutcome) await works.tell?.(receiptOf(after));
  });
}

/**
 * Before an account is removed: what waits is refused. What is in doubt stays so, for nobody
 * can read it again, and “not done” would be a guess.
 */
export function createAbandon({ journal, locks }: Works): (accountId: string) => Promise<void> {
  const abandon = async ({ id }: Entry): Promise<void> => {
    const entry = await journal.get(id);
    if (!entry) return;
    const { state, rereads } = entry;
    if (state === 'planned') {
      const failure = refusedBecause(REMOVED);
      await journal.advance(id, { from: state, to: 'refused' }, { failure, retryAt: null });
    }
    if (state === 'sent' || state === 'unknown') {
      const failure = { kind: 'not-found', what: 'account' } as const;
      const patch = { failure, retryAt: null, rereads: rereads + 1 };
      await journal.advance(id, { from: state, to: 'unknown' }, patch);
    }
  };
  return async (accountId) => {
    const mine = (await journal.unfinished()).filter(
      ({ intent }) => accountOf(intent).id === accountId,
    );
    for (const entry of mine) await locks(lockNameOf(entry.intent), () => abandon(entry));
  };
}
