/** Every write goes through here: checked, agreed to, kept, sent once, and told truly. */
import { agreedTo, isAgreed } from '../people/consent';
import type { Agreed } from '../people/concern';
import type { Intent } from '../people/intent';
import type { ImportLoad } from '../people/list-work';
import type { Preview } from '../people/preview';
import type { ActReply, Receipt } from '../people/receipt';
import { checkIntent } from './check-intent';
import { checkLoad } from './check-load';
import { isWantedAgain } from './effect';
import { createEntry, type Entry, receiptOf } from './entry';
import { lockNameOf, type OutboxOptions } from './needs';
import { wasSoBefore } from './present';
import { createPreview, type PreviewRequest } from './previewing';
import { rivalsOf } from './rivals';
import { createAbandon, createResume } from './sweep';
import { createUndo } from './undoing';
import { NO_RECEIPT, refusal } from './words';
import { asPlanned, createWorks, type Works } from './works';

export interface ActRequest {
  intent: Intent;
  agreed: Agreed;
  /** Whom an import brings. */
  load?: ImportLoad;
}

export interface Outbox {
  /** Throws where nothing was journalled, let alone sent; once it is, there is a receipt. */
  act(request: ActRequest): Promise<ActReply>;
  /** What the server would do, asked before a yes; where it did it, there is a receipt. */
  preview(request: PreviewRequest): Promise<Preview>;
  undo(receiptId: string): Promise<Receipt>;
  /** Tries a waiting write, or looks at an unknown one, now. */
  settle(receiptId: string): Promise<Receipt>;
  /** Takes up what is unfinished; at every start of the worker, every alarm, every unlocking. */
  resume(): Promise<void>;
  /** Not yet acknowledged, newest first. */
  receipts(): Promise<Receipt[]>;
  /** A page of everything that is kept, newest first; `before`: none that is newer. */
  journal(before: number | null): Promise<Receipt[]>;
  acknowledge(receiptIds: readonly string[]): Promise<void>;
  /** The account is about to be removed: what waits is refused, what is in doubt stays so. */
  abandon(accountId: string): Promise<void>;
}

export function createOutbox(options: OutboxOptions): Outbox {
  const works = createWorks(options);
  const { journal, locks } = works;
  return {
    act: createAct(works),
    preview: createPreview(works, options),
    undo: createUndo(works),
    settle: async (receiptId) => {
      const { intent } = await works.find(receiptId);
      return locks(lockNameOf(intent), async () => {
        const entry = await works.takeUp(receiptId, 'now');
        if (!entry) throw refusal(NO_RECEIPT);
        return works.told(entry);
      });
    },
    resume: createResume(works),
    receipts: async () => (await journal.unacknowledged()).map(receiptOf),
    journal: async (before) => (await journal.page(before)).map(receiptOf),
    acknowledge: journal.acknowledge,
    abandon: createAbandon(works),
  };
}

function createAct(works: Works): Outbox['act'] {
  const join = async (waiting: Entry, agreed: Agreed): Promise<Receipt> => {
    const { journal, takeUp, told } = works;
    await journal.advance(waiting.id, { from: 'planned', to: 'planned' }, { agreed });
    return told((await takeUp(waiting.id, 'due')) ?? waiting);
  };
  const act = async ({ intent, agreed, load }: ActRequest): Promise<ActReply> => {
    const crm = await works.ready(intent);
    const present = await works.present(intent, crm);
    const { waiting, moves, ...rivals } = await rivalsOf(intent, works.journal);
    const concerns = [...present.concerns, ...rivals.concerns];
    // To start a journey she is in already is a wish of its own, and a concern.
    const isDone = present.isSo && !isWantedAgain(intent);
    if (!isDone && !isAgreed(concerns, agreed)) return { outcome: 'needs-yes', concerns };
    const yes = agreedTo(concerns, agreed);
    works.loads.put(intent, load ?? null);
    if (waiting && !isDone) return { outcome: 'receipt', receipt: await join(waiting, yes) };
    const wasSo = wasSoBefore(intent, present, concerns);
    const planned = {
      intent: present.intent ?? intent,
      ...{ agreed: yes, wasSo, ...asPlanned(isDone) },
    };
    const entry = createEntry(planned, works.now());
    await works.journal.plan(entry, moves);
    if (isDone) return { outcome: 'receipt', receipt: await works.told(entry) };
    const receipt = await works.told(await works.send(entry, crm));
    return { outcome: 'receipt', receipt };
  };
  return async ({ intent, agreed, load }) => {
    checkIntent(intent);
    if (intent.kind === 'import') checkLoad(intent, load);
    return works.locks(lockNameOf(intent), () => act({ intent, agreed, ...(load && { load }) }));
  };
}
