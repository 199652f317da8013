import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Receipt } from '@/lib/people/receipt';
import { usePanel } from '../people/panel';

/** So many are drawn; the others wait until these are put away. */
const DRAWN_CEILING = 2;

export const drawnOf = (receipts: readonly Receipt[]): Receipt[] =>
  receipts.slice(0, DRAWN_CEILING);

/**
 * Receipts on the screen: of this popup, newest first, then of what happened before it opened,
 * the doubtful and the refused first.
 */
export function useReceipts() {
  const { client } = usePanel();
  const [receipts, setReceipts] = useState<Receipt[]>([]);
  const untold = useRef(new Set<string>());

  const put = useCallback(
    (receipt: Receipt) =>
      setReceipts((old) => [receipt, ...old.filter((other) => other.id !== receipt.id)]),
    [],
  );

  const dismiss = useCallback(
    (gone: Receipt[]) => {
      if (gone.length === 0) return;
      const ids = gone.map((receipt) => receipt.id);
      setReceipts((old) => old.filter((receipt) => !ids.includes(receipt.id)));
      void client.acknowledge({ receiptIds: ids });
    },
    [client],
  );

  useEffect(() => {
    void client.receipts().then((reply) => {
      if (!reply.ok || reply.value.length === 0) return;
      setReceipts((newer) => [
        ...newer,
        ...byUrgency(reply.value).filter(({ id }) => !newer.some((known) => known.id === id)),
      ]);
      untold.current = new Set(reply.value.map(({ id }) => id));
    });
  }, [client]);
  // What was done before is told once; what is not certain, refused or waiting, until dismissed.
  useEffect(() => {
    const told = drawnOf(receipts).filter(({ id, state }) => {
      return state === 'done' && untold.current.delete(id);
    });
    if (told.length > 0) void client.acknowledge({ receiptIds: told.map(({ id }) => id) });
  }, [client, receipts]);

  return { receipts, put, dismiss };
}

const isUrgent = ({ state }: Receipt): boolean => state === 'unknown' || state === 'refused';

const byUrgency = (receipts: Receipt[]): Receipt[] => [
  ...receipts.filter(isUrgent),
  ...receipts.filter((receipt) => !isUrgent(receipt)),
];
