import { useCallback, useState } from 'preact/hooks';
import type { Failure } from '@/lib/failure';
import { isInterrupted } from '@/lib/messaging/client';
import type { Intent } from '@/lib/people/intent';
import type { Receipt } from '@/lib/people/receipt';
import type { Client } from '../accounts/powers';
import { lookFor } from './what-became';

/** Where no receipt came back. A dead background is no “no”: the journal knows what became of it. */
export type Refusal<Wish extends Intent = Intent> = Pick<Vain<Wish>, 'intent' | 'isIt'> &
  (
    | { outcome: 'not-done' | 'not-checked'; failure: Failure }
    | { outcome: 'looking' | 'lost' | 'not-begun' }
  );

/** What was asked for in vain: `isIt` knows its receipt again. */
export interface Vain<Wish extends Intent = Intent> {
  intent: Wish;
  isIt: (receipt: Receipt) => boolean;
  outcome: 'not-done' | 'not-checked';
}

/** Says what came of a call without a receipt, and looks for the receipt where one may be. */
export function useRefusal<Wish extends Intent>(
  client: Client,
  take: (receipt: Receipt) => Promise<void> | void,
) {
  const [refusal, setRefusal] = useState<Refusal<Wish> | null>(null);
  const forget = useCallback(() => setRefusal(null), []);
  /** What was uncertain is told by its receipt from now on. */
  const settled = useCallback(
    (receipt: Receipt) =>
      setRefusal((old) => (old?.outcome !== 'not-done' && old?.isIt(receipt) ? null : old)),
    [],
  );

  /** True where there was a receipt after all. */
  const refuse = useCallback(
    async ({ outcome, ...wish }: Vain<Wish>, failure: Failure): Promise<boolean> => {
      const isOver = !isInterrupted(failure);
      setRefusal(isOver ? { ...wish, outcome, failure } : { ...wish, outcome: 'looking' });
      if (isOver) return false;
      const receipts = await lookFor(client);
      const found = receipts?.find(wish.isIt);
      // A check that was not begun leaves its receipt on the screen as it was.
      if (found || (receipts && outcome === 'not-checked')) setRefusal(null);
      else setRefusal({ ...wish, outcome: receipts ? 'not-begun' : 'lost' });
      if (found) await take(found);
      return Boolean(found);
    },
    [client, take],
  );
  return { refusal, forget, settled, refuse };
}
