import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Failure } from '@/lib/failure';
import { isInterrupted } from '@/lib/messaging/client';
import type { Agreed, Concern } from '@/lib/people/concern';
import type { ConnectionIntent, DeskIntent, Intent, ListIntent } from '@/lib/people/intent';
import type { ImportLoad } from '@/lib/people/list-work';
import type { Receipt } from '@/lib/people/receipt';
import type { Client } from '../accounts/powers';

/** What is done at a desk, to a whole list, or to Maton's connections. */
export type AtDesk = DeskIntent | ListIntent | ConnectionIntent;

/** What is on the screen of the last write: a question, a receipt, or why there is none. */
export interface DeskNews {
  receipt: Receipt | null;
  /** Where no receipt came back; null failure: whether it was done is not known. */
  refusal: { intent: AtDesk; failure: Failure | null } | null;
}

export interface Asked {
  intent: AtDesk;
  concerns: Concern[];
  load: ImportLoad | null;
}

export const NO_NEWS: DeskNews = { receipt: null, refusal: null };

/** Everything that is done to what an account keeps, one thing at a time. */
export function useDeskActing(client: Client, onChanged: () => void) {
  const [news, setNews] = useState<DeskNews>(NO_NEWS);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [doing, setDoing] = useState<AtDesk | null>(null);
  const latest = useRef(onChanged);
  latest.current = onChanged;

  const take = useCallback(
    (receipt: Receipt) => {
      setNews({ receipt, refusal: null });
      if (receipt.state === 'planned' || receipt.state === 'sent') return;
      latest.current();
      // It is on the screen, so it has been told; what is in doubt stays until it is settled.
      if (receipt.state !== 'unknown') void client.acknowledge({ receiptIds: [receipt.id] });
    },
    [client],
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
    setNews(NO_NEWS);
    const reply = await client.act({ intent, agreed, ...(load && { load }) });
    let isDone = false;
    if (!reply.ok) {
      const found = isInterrupted(reply.failure) ? await lookFor(client, intent, begun) : null;
      if (found) take(found);
      else {
        const failure = isInterrupted(reply.failure) ? null : reply.failure;
        setNews({ receipt: null, refusal: { intent, failure } });
        latest.current();
      }
    } else if (reply.value.outcome === 'needs-yes') {
      setAsked({ intent, concerns: reply.value.concerns, load });
    } else {
      take(reply.value.receipt);
      isDone = reply.value.receipt.state === 'done';
    }
    setDoing(null);
    return isDone;
  };

  const settle = useCallback(
    async (receipt: Receipt) => {
      const reply = await client.settle({ receiptId: receipt.id });
      if (reply.ok) take(reply.value);
    },
    [client, take],
  );
  const undo = async (receipt: Receipt) => {
    const reply = await client.undo({ receiptId: receipt.id });
    if (reply.ok) take(reply.value);
    else
      setNews((now) => ({
        ...now,
        refusal: { intent: intentOf(receipt), failure: reply.failure },
      }));
  };
  useSettling(news.receipt, settle);

  return { news, asked, doing, act, undo, settle, leave: () => setAsked(null) };
}

export type DeskActing = ReturnType<typeof useDeskActing>;

const LOOK_AGAIN_MS = 1_500;

/** What waits is looked at again when its time has come, as long as she is watching. */
function useSettling(receipt: Receipt | null, settle: (receipt: Receipt) => Promise<void>): void {
  useEffect(() => {
    if (receipt?.state !== 'planned' && receipt?.state !== 'sent') return;
    const wait = Math.max((receipt.retryAt ?? 0) - Date.now(), LOOK_AGAIN_MS);
    const timer = setTimeout(() => void settle(receipt), wait);
    return () => clearTimeout(timer);
  }, [receipt, settle]);
}

/** The background died meanwhile: its journal knows what became of it. */
async function lookFor(client: Client, intent: AtDesk, begun: number): Promise<Receipt | null> {
  const reply = await client.receipts();
  if (!reply.ok) return null;
  const wanted = wishOf(intent);
  return reply.value.find((one) => one.at >= begun && wishOf(one.intent) === wanted) ?? null;
}

/** What the write learns on its way is no part of the wish. */
function wishOf(intent: Intent): string {
  if (intent.kind === 'import') return JSON.stringify({ ...intent, jobId: null });
  const isNew = intent.kind === 'create-connection';
  return JSON.stringify(isNew ? { ...intent, connectionId: null } : intent);
}

/** Receipts of this page are of what it did. */
const intentOf = ({ intent }: Receipt): AtDesk => intent as AtDesk;
