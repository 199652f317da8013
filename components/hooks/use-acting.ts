import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { AccountRef } from '@/lib/people/account';
import type { Agreed, Concern } from '@/lib/people/concern';
import { type Intent, accountOf, addressOf } from '@/lib/people/intent';
import type { Receipt } from '@/lib/people/receipt';
import { intentKey } from '../people/intent-key';
import { usePanel } from '../people/panel';
import { moveOf } from './use-following';
import { drawnOf, useReceipts } from './use-receipts';
import { useRefusal } from './use-refusal';

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
  const { receipts, put, dismiss } = useReceipts();
  const { underWay, during } = useUnderWay();
  const latest = useRef(options);
  latest.current = options;

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
  const { refusal, forget: forgetRefusal, refuse } = useRefusal(take);
  const act = (intent: Intent, agreed: Agreed = []) =>
    during(intentKey(intent), async () => {
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
      const vain = { intent: receipt.intent, isIt, outcome: 'not-done' } as const;
      if (!reply.ok) return refuse(vain, reply.failure);
      if (reply.value.state === 'done') dismiss([receipt]);
      await take(reply.value);
    });
  const settle = useCallback(
    (receipt: Receipt) =>
      during(receipt.id, async () => {
        const reply = await client.settle({ receiptId: receipt.id });
        if (reply.ok) await take(reply.value);
        else {
          const isIt = ({ id }: Receipt) => id === receipt.id;
          await refuse({ intent: receipt.intent, isIt, outcome: 'not-checked' }, reply.failure);
        }
      }),
    [client, during, take, refuse],
  );
  useSettling(receipts, settle);

  return { receipts, refusal, underWay, act, undo, settle, dismiss, forgetRefusal };
}

export type Acting = ReturnType<typeof useActing>;

/** Which writes and receipts are being worked on, by their keys. */
function useUnderWay() {
  const [underWay, setUnderWay] = useState<string[]>([]);
  const during = useCallback(async (key: string, work: () => Promise<void>) => {
    setUnderWay((old) => [...old, key]);
    await work();
    setUnderWay((old) => old.filter((other) => other !== key));
  }, []);
  return { underWay, during };
}

const LOOK_AGAIN_MS = 1_500;

/** A write that waits is looked at again when its time has come, as long as she is watching. */
function useSettling(receipts: Receipt[], settle: (receipt: Receipt) => Promise<void>): void {
  useEffect(() => {
    const waiting = receipts.find(({ state }) => state === 'planned' || state === 'sent');
    if (!waiting) return;
    const wait = Math.max((waiting.retryAt ?? 0) - Date.now(), LOOK_AGAIN_MS);
    const timer = setTimeout(() => void settle(waiting), wait);
    return () => clearTimeout(timer);
  }, [receipts, settle]);
}

/** A receipt of this very write; one that was settled before it began is of an earlier one. */
function isOf({ intent, state, at }: Receipt, wanted: Intent, begun: number): boolean {
  const isSettled = state === 'done' || state === 'refused';
  return wishKey(intent) === wishKey(wanted) && (!isSettled || at >= begun);
}

/** A new tag gets its id on the way. */
function wishKey(intent: Intent): string {
  const isTag = intent.kind === 'tag';
  const wish = isTag ? { ...intent, tag: { id: null, name: intent.tag.name } } : intent;
  return `${intentKey(wish)} ${addressOf(intent) ?? ''}`;
}
