import { useCallback, useRef, useState } from 'preact/hooks';
import type { Agreed, Concern } from '@/lib/people/concern';
import type { ConnectionIntent, DeskIntent, ListIntent } from '@/lib/people/intent';
import type { ImportLoad } from '@/lib/people/list-work';
import type { Receipt } from '@/lib/people/receipt';
import type { Client } from '../accounts/powers';
import { type Refusal, useRefusal } from '../hooks/use-refusal';
import { useSettling } from '../hooks/use-settling';
import { useUnderWay } from '../hooks/use-under-way';
import { isOf } from '../hooks/what-became';

/** What is done at a desk, to a whole list, or to Maton's connections. */
export type AtDesk = DeskIntent | ListIntent | ConnectionIntent;

/** What is on the screen of the last write: a question, a receipt, or why there is none. */
export interface DeskNews {
  receipt: Receipt | null;
  refusal: Refusal<AtDesk> | null;
}

export interface Asked {
  intent: AtDesk;
  concerns: Concern[];
  load: ImportLoad | null;
}

export const NO_NEWS: DeskNews = { receipt: null, refusal: null };

/** Everything that is done to what an account keeps, one thing at a time. */
export function useDeskActing(client: Client, onChanged: () => void) {
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [doing, setDoing] = useState<AtDesk | null>(null);
  const { underWay, during } = useUnderWay<string>();
  const latest = useRef(onChanged);
  latest.current = onChanged;

  const show = useCallback(
    (receipt: Receipt) => {
      setReceipt(receipt);
      if (receipt.state === 'planned' || receipt.state === 'sent') return;
      latest.current();
      // It is on the screen, so it has been told; what is in doubt stays until it is settled.
      if (receipt.state !== 'unknown') void client.acknowledge({ receiptIds: [receipt.id] });
    },
    [client],
  );
  const { refusal, forget, refuse } = useRefusal<AtDesk>(client, show);
  const take = useCallback(
    (receipt: Receipt) => {
      forget();
      show(receipt);
    },
    [forget, show],
  );

  const act = async (
    intent: AtDesk,
    agreed: Agreed = [],
    load: ImportLoad | null = null,
  ): Promise<boolean> => {
    if (doing) return false;
    const begun = Date.now();
    setDoing(intent);
    setAsked(null);
    setReceipt(null);
    forget();
    const reply = await client.act({ intent, agreed, ...(load && { load }) });
    let isDone = false;
    if (!reply.ok) {
      const isIt = (receipt: Receipt) => isOf(receipt, intent, begun);
      const isFound = await refuse({ intent, isIt, outcome: 'not-done' }, reply.failure);
      if (!isFound) latest.current();
    } else if (reply.value.outcome === 'needs-yes') {
      setAsked({ intent, concerns: reply.value.concerns, load });
    } else {
      take(reply.value.receipt);
      isDone = reply.value.receipt.state === 'done';
    }
    setDoing(null);
    return isDone;
  };

  const undo = (receipt: Receipt) =>
    during(receipt.id, async () => {
      const reply = await client.undo({ receiptId: receipt.id });
      if (reply.ok) return take(reply.value);
      const isIt = ({ undoes }: Receipt) => undoes === receipt.id;
      await refuse({ intent: intentOf(receipt), isIt, outcome: 'not-done' }, reply.failure);
    });
  const settle = useCallback(
    (receipt: Receipt) =>
      during(receipt.id, async () => {
        const reply = await client.settle({ receiptId: receipt.id });
        if (reply.ok) return take(reply.value);
        const isIt = ({ id }: Receipt) => id === receipt.id;
        await refuse({ intent: intentOf(receipt), isIt, outcome: 'not-checked' }, reply.failure);
      }),
    [client, during, take, refuse],
  );
  useSettling([receipt], settle);

  const news: DeskNews = { receipt, refusal };
  return { news, asked, doing, underWay, act, undo, settle, leave: () => setAsked(null) };
}

export type DeskActing = ReturnType<typeof useDeskActing>;

/** Receipts of this page are of what it did. */
const intentOf = ({ intent }: Receipt): AtDesk => intent as AtDesk;
