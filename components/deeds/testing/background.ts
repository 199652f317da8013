/** A background that does what it is told, for tests of forms that stay until all of it is done. */
import { done } from '@/lib/failure';
import type { Agreed, Concern } from '@/lib/people/concern';
import type { Intent, Target } from '@/lib/people/intent';
import type { Receipt } from '@/lib/people/receipt';
import { detailsOf, inSchool, receiptOf } from '../../people/testing/two-accounts';

const details = {
  details: ({ target }: { target: Target }) =>
    target.account.system === 'systeme'
      ? inSchool
      : detailsOf({ fields: done([{ id: '5', name: 'City', value: '' }]) }),
};

/** Does with each write what is told here, and keeps its receipts. */
export function backgroundOf(
  answer: (intent: Intent, agreed: Agreed) => Partial<Receipt> | Concern[],
) {
  const receipts: Receipt[] = [];
  const acts: Intent[] = [];
  return {
    acts,
    ...details,
    receipts: () => receipts,
    act: ({ intent, agreed }: { intent: Intent; agreed: Agreed }) => {
      acts.push(intent);
      const answered = answer(intent, agreed);
      if (Array.isArray(answered)) return { outcome: 'needs-yes', concerns: answered };
      const receipt = receiptOf(intent, { id: `r${acts.length}`, ...answered });
      receipts.unshift(receipt);
      return { outcome: 'receipt', receipt };
    },
  };
}

export const sentIntents = (asked: [string, unknown][]): Intent[] =>
  asked.flatMap(([call, request]) =>
    call === 'act' ? [(request as { intent: Intent }).intent] : [],
  ); // what `act` was asked with
