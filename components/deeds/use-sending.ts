import { sayWhole } from '@/lib/failure-words';
import { type Intent, accountOf, addressOf } from '@/lib/people/intent';
import type { Receipt } from '@/lib/people/receipt';
import { type ReceiptWords, sayReceipt } from '@/lib/people/receipt-words';
import type { Acting } from '../hooks/use-acting';
import { useCard } from '../people/card';
import type { Form, Sent } from '../people/half-made';
import { intentKey } from '../people/intent-key';

export interface Sending {
  /** The form stays as it is until all of this is done; what is under way is not sent again. */
  send: (intents: readonly Intent[]) => void;
  isBusy: boolean;
  /** Of several things that can be done there, whether it is this. */
  isSending: (intent: Intent) => boolean;
  /** Why it is still open. */
  words: ReceiptWords[];
}

/** Sends what a form says. */
export function useSending(half: Form): Sending {
  const { address, setHalf, acting } = useCard();
  const { sent } = half;
  // In this popup, or since one that was closed.
  const waiting = acting.receipts.filter(isUnderWay).map(({ intent }) => intent);
  const underWay = [...acting.doing, ...waiting].filter((each) => addressOf(each) === address);
  const keys = underWay.map(intentKey);
  const wholes = underWay.map((intent) => JSON.stringify(intent));
  return {
    send: (intents) => {
      setHalf({ ...half, sent: { at: Date.now(), keys: intents.map(intentKey) } });
      for (const intent of intents) {
        if (!wholes.includes(JSON.stringify(intent))) void acting.act(intent);
      }
    },
    isBusy: sent?.keys.some((key) => keys.includes(key)) ?? false,
    isSending: (intent) => keys.includes(intentKey(intent)),
    words: sent ? wordsOf(sent, acting) : [],
  };
}

const isUnderWay = ({ state }: Receipt): boolean => state === 'planned' || state === 'sent';

/** What was not done, or not for certain, of what was sent. */
function wordsOf({ at: since, keys }: Sent, { receipts, refusal }: Acting): ReceiptWords[] {
  const told = receipts.filter(
    ({ intent, state, at }) =>
      (state === 'refused' || state === 'unknown') &&
      at >= since &&
      keys.includes(intentKey(intent)),
  );
  const words = told.map(sayReceipt);
  if (refusal?.outcome !== 'not-done' || !keys.includes(intentKey(refusal.intent))) return words;
  const message = sayWhole(refusal.failure, accountOf(refusal.intent).name);
  return [{ title: 'Not done', message }, ...words];
}
