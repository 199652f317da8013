import { useCallback, useState } from 'preact/hooks';
import type { Failure } from '@/lib/failure';
import { isInterrupted } from '@/lib/messaging/client';
import type { Intent } from '@/lib/people/intent';
import type { Receipt } from '@/lib/people/receipt';
import { usePanel } from '../people/panel';

/** Where no receipt came back. A dead background is no “no”: the journal knows what became of it. */
export type Refusal =
  | { intent: Intent; outcome: 'not-done' | 'not-checked'; failure: Failure }
  | { intent: Intent; outcome: 'looking' | 'lost' | 'not-begun' };

/** What was asked for in vain: `isIt` knows its receipt again. */
export interface Vain {
  intent: Intent;
  isIt: (receipt: Receipt) => boolean;
  outcome: 'not-done' | 'not-checked';
}

const MOST_LOOKS = 3;
const BETWEEN_LOOKS_MS = 400;

/** Says what came of a call without a receipt, and looks for the receipt where one may be. */
export function useRefusal(take: (receipt: Receipt) => Promise<void>) {
  const { client } = usePanel();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const forget = useCallback(() => setRefusal(null), []);

  const refuse = useCallback(
    async ({ intent, isIt, outcome }: Vain, failure: Failure) => {
      if (!isInterrupted(failure)) return setRefusal({ intent, outcome, failure });
      setRefusal({ intent, outcome: 'looking' });
      const receipts = await lookFor(() => client.receipts());
      const found = receipts?.find(isIt);
      if (!receipts) return setRefusal({ intent, outcome: 'lost' });
      // A check that was not begun leaves its receipt on the screen as it was.
      const isNews = !found && outcome === 'not-done';
      setRefusal(isNews ? { intent, outcome: 'not-begun' } : null);
      if (found) await take(found);
    },
    [client, take],
  );
  return { refusal, forget, refuse };
}

type Ask = () => Promise<{ ok: true; value: Receipt[] } | { ok: false }>;

/** A background that has died is started anew by asking it; null where it does not come back. */
async function lookFor(ask: Ask): Promise<Receipt[] | null> {
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const reply = await ask();
    if (reply.ok) return reply.value;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS));
  }
  return null;
}
