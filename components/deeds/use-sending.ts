import { sayFailure } from '@/lib/failure-words';
import { type Intent, accountOf } from '@/lib/people/intent';
import { type ReceiptWords, sayReceipt } from '@/lib/people/receipt-words';
import type { Acting } from '../hooks/use-acting';
import { useCard } from '../people/card';
import type { Form, Sent } from '../people/half-made';
import { intentKey } from '../people/intent-key';

export interface Sending {
  /** The form stays as it is until all of this is done. */
  send: (intents: readonly Intent[]) => void;
  isBusy: boolean;
  /** Of several things that can be done there, whether it is this. */
  isSending: (intent: Intent) => boolean;
  /** Why it is still open. */
  words: ReceiptWords[];
}

/** Sends what a form says. */
export function useSending(half: Form): Sending {
  const { setHalf, acting } = useCard();
  const { sent } = half;
  const isUnderWay = (key: string): boolean =>
    acting.underWay.includes(key) && (sent?.keys.includes(key) ?? false);
  return {
    send: (intents) => {
      setHalf({ ...half, sent: { at: Date.now(), keys: intents.map(intentKey) } });
      for (const intent of intents) void acting.act(intent);
    },
    isBusy: sent?.keys.some(isUnderWay) ?? false,
    isSending: (intent) => isUnderWay(intentKey(intent)),
    words: sent ? wordsOf(sent, acting) : [],
  };
}

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
  const { what, next } = sayFailure(refusal.failure, accountOf(refusal.intent).name);
  return [{ title: 'Not done', message: next ? `${what} ${next}` : what }, ...words];
}
