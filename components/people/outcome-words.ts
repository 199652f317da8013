/** What came of a write, beside its receipt’s own words: the same on every screen. */
import { sayFailure } from '@/lib/failure-words';
import { accountOf } from '@/lib/people/intent';
import type { Receipt } from '@/lib/people/receipt';
import { whomOf } from '@/lib/people/receipt-words';
import type { Tone } from '@/lib/people/standing';
import { undoOf } from '@/lib/people/undo';
import type { Refusal } from '../hooks/use-refusal';

export function sayRefusal(refusal: Refusal): { title: string; message: string } {
  const { intent, outcome } = refusal;
  const whom = whomOf(intent);
  switch (outcome) {
    case 'not-done':
    case 'not-checked': {
      const { what, next } = sayFailure(refusal.failure, accountOf(intent).name);
      const title = outcome === 'not-done' ? 'Not done' : 'Not checked';
      return { title, message: next ? `${what} ${next}` : what };
    }
    case 'looking':
      return {
        title: 'Not certain yet',
        message: `${whom}: the extension was interrupted; looking what became of it.`,
      };
    case 'lost':
      return {
        title: 'Not certain yet',
        message: `${whom}: the extension was interrupted. Open this window again to see what became of it.`,
      };
    case 'not-begun':
      return {
        title: 'Not done',
        message: `${whom}: the extension was interrupted before anything was sent. Do it again.`,
      };
  }
}

export const RECEIPT_TONES: Record<Receipt['state'], Tone> = {
  done: 'good',
  planned: 'wait',
  sent: 'wait',
  refused: 'stop',
  unknown: 'warn',
};

/** What Undo would not take back, or why there is none (law 10). */
export function asideOf({ state, undone, undoes, already, intent }: Receipt): string | null {
  if (already) return 'Nothing was sent.';
  if (state !== 'done' || undone || undoes !== null) return null;
  const undo = undoOf(intent);
  return 'reason' in undo ? undo.reason : undo.warning;
}
