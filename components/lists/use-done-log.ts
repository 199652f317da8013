import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Failure, Result } from '@/lib/failure';
import { isInterrupted } from '@/lib/messaging/client';
import { type Receipt, RECEIPTS_PAGE } from '@/lib/people/receipt';
import type { Client } from '../accounts/powers';

/** Every receipt that is kept, newest first, a page at a time. */
export function useDoneLog(client: Client) {
  const [receipts, setReceipts] = useState<Receipt[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [hasMore, setMore] = useState(false);
  const [busyId, setBusyId] = useState<string | null>(null);

  const read = useCallback(
    async (known: Receipt[]) => {
      const reply = await client.journal({ before: known.at(-1)?.at ?? null });
      setFailure(reply.ok ? null : reply.failure);
      if (!reply.ok) return;
      const fresh = reply.value.filter(({ id }) => !known.some((one) => one.id === id));
      setMore(reply.value.length >= RECEIPTS_PAGE);
      setReceipts([...known, ...fresh]);
    },
    [client],
  );
  useEffect(() => void read([]), [read]);

  /** What it became is put where it stood; what took it back is news of its own. */
  const change = async (receipt: Receipt, ask: () => Promise<Result<Receipt>>) => {
    setBusyId(receipt.id);
    const reply = await ask();
    setBusyId(null);
    // An interrupted call is no “no”: what is read again tells what became of it.
    if (reply.ok || isInterrupted(reply.failure)) await read([]);
    else setFailure(reply.failure);
  };
  return {
    ...{ receipts, failure, busyId, hasMore },
    retry: () => read([]),
    goOn: () => read(receipts ?? []),
    undo: (receipt: Receipt) => change(receipt, () => client.undo({ receiptId: receipt.id })),
    settle: (receipt: Receipt) => change(receipt, () => client.settle({ receiptId: receipt.id })),
  };
}
