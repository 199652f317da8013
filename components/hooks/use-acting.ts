import { useCallback, useRef } from 'preact/hooks';
import type { AccountRef } from '@/lib/people/account';
import type { Agreed, Concern } from '@/lib/people/concern';
import { type Intent, accountOf } from '@/lib/people/intent';
import type { Receipt } from '@/lib/people/receipt';
import { undoOf } from '@/lib/people/undo';
import { usePanel } from '../people/panel';
import { moveOf } from './use-following';
import { drawnOf, useReceipts } from './use-receipts';
import { useRefusal } from './use-refusal';
import { useSettling } from './use-settling';
import { useUnderWay } from './use-under-way';
import { isOf } from './what-became';

interface Options {
  /** A write needs a yes first. */
  ask: (intent: Intent, concerns: Concern[]) => void;
  /** Something may have changed there. */
  refresh: (account: AccountRef) => Promise<void>;
  /** Done before her eyes. */
  done?: (intent: Intent) => void;
}

/** Everything that is done to a person from the popup, and what became of it. */
export function useActing(options: Options) {
  const { client } = usePanel();
  const { underWay: doing, during: whileDoing } = useUnderWay<Intent>();
  const { underWay, during } = useUnderWay<string>();
  const latest = useRef(options);
  latest.current = options;
  const { receipts, put, dismiss } = useReceipts(
    doing.length + underWay.length > 0,
    ({ state, intent }) => {
      if (state === 'done') void latest.current.refresh(accountOf(intent));
    },
  );

  const take = useCallback(
    async (receipt: Receipt) => {
      put(receipt);
      if (receipt.state !== 'done') return;
      latest.current.done?.(receipt.intent);
      const refreshed = latest.current.refresh(accountOf(receipt.intent));
      // To the new address the card goes without waiting for what is left at the old one.
      if (!moveOf(receipt.intent)) await refreshed;
    },
    [put],
  );
  const { refusal, forget: forgetRefusal, settled, refuse } = useRefusal(client, take);
  const act = (intent: Intent, agreed: Agreed = []) =>
    whileDoing(intent, async () => {
      forgetRefusal();
      const begun = Date.now();
      dismiss(drawnOf(receipts).filter((receipt) => receipt.state === 'done'));
      const reply = await client.act({ intent, agreed });
      const isIt = (receipt: Receipt) => isOf(receipt, intent, begun);
      if (!reply.ok) await refuse({ intent, isIt, outcome: 'not-done' }, reply.failure);
      else if (reply.value.outcome === 'receipt') await take(reply.value.receipt);
      else latest.current.ask(intent, reply.value.concerns);
    });
  const undo = (receipt: Receipt) =>
    during(receipt.id, async () => {
      const reply = await client.undo({ receiptId: receipt.id });
      const isIt = ({ undoes }: Receipt) => undoes === receipt.id;
      // What was not done is the taking back.
      const taking = undoOf(receipt.intent);
      const intent = 'intent' in taking ? taking.intent : receipt.intent;
      const vain = { intent, isIt, outcome: 'not-done' } as const;
      if (reply.ok) {
        if (reply.value.state === 'done') dismiss([receipt]);
        await take(reply.value);
      } else await refuse(vain, reply.failure);
    });
  const settle = useCallback(
    (receipt: Receipt) =>
      during(receipt.id, async () => {
        const reply = await client.settle({ receiptId: receipt.id });
        if (reply.ok) {
          settled(reply.value);
          await take(reply.value);
        } else {
          const isIt = ({ id }: Receipt) => id === receipt.id;
          await refuse({ intent: receipt.intent, isIt, outcome: 'not-checked' }, reply.failure);
        }
      }),
    [client, during, take, settled, refuse],
  );
  useSettling(receipts, settle);

  return { receipts, refusal, doing, underWay, act, undo, settle, dismiss, forgetRefusal };
}

export type Acting = ReturnType<typeof useActing>;
