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
export function useReceipts(isActing: boolean, onNews: (receipt: Receipt) => void) {
  const { client, hearReceipts } = usePanel();
  const [receipts, setReceipts] = useState<Receipt[]>([]);
  /** By id, as last heard. */
  const known = useRef(new Map<string, Receipt['state']>());
  const untold = useRef(new Set<string>());
  const hasNews = useRef(false);
  const latest = useRef({ isActing, onNews });
  latest.current = { isActing, onNews };

  const put = useCallback((receipt: Receipt) => {
    known.current.set(receipt.id, receipt.state);
    setReceipts((old) => [receipt, ...old.filter((other) => other.id !== receipt.id)]);
  }, []);

  const dismiss = useCallback(
    (gone: Receipt[]) => {
      if (gone.length === 0) return;
      const ids = gone.map((receipt) => receipt.id);
      setReceipts((old) => old.filter((receipt) => !ids.includes(receipt.id)));
      void client.acknowledge({ receiptIds: ids });
    },
    [client],
  );

  const read = useCallback(async (): Promise<Receipt[]> => {
    const reply = await client.receipts();
    const all = reply.ok ? byUrgency(reply.value) : [];
    const news = all.filter(({ id, state }) => known.current.get(id) !== state);
    const changed = new Map(news.map((receipt) => [receipt.id, receipt]));
    const fresh = news.filter(({ id }) => !known.current.has(id));
    for (const { id, state } of news) known.current.set(id, state);
    for (const { id } of fresh) untold.current.add(id);
    if (news.length > 0) {
      setReceipts((old) => [...old.map((each) => changed.get(each.id) ?? each), ...fresh]);
    }
    return news;
  }, [client]);
  /** What is done from here is told by its own answer, so that is waited for. */
  const readNews = useCallback(async () => {
    if (!hasNews.current || latest.current.isActing) return;
    hasNews.current = false;
    for (const receipt of await read()) latest.current.onNews(receipt);
  }, [read]);
  useEffect(() => void read(), [read]);
  useEffect(() => void readNews(), [readNews, isActing]);
  // A write of a popup that was closed meanwhile may be answered while this one is open.
  useEffect(
    () =>
      hearReceipts(() => {
        hasNews.current = true;
        void readNews();
      }),
    [hearReceipts, readNews],
  );
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
