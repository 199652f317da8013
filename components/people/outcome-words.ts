/** What came of a write, beside its receipt’s own words: the same on every screen. */
import { sayWhole } from '@/lib/failure-words';
import type { Receipt } from '@/lib/people/receipt';
import type { Tone } from '@/lib/people/standing';
import { undoOf } from '@/lib/people/undo';
import type { Refusal } from '../hooks/use-refusal';

export const REFUSAL_TITLES: Record<Refusal['outcome'], string> = {
  'not-done': 'Not done',
  'not-checked': 'Not checked',
  looking: 'Not certain yet',
  lost: 'Not certain yet',
  'not-begun': 'Not done',
};

/** Why, without whom it was about. */
export function sayRefusal(refusal: Refusal): string {
  switch (refusal.outcome) {
    case 'not-done':
    case 'not-checked':
      return sayWhole(refusal.failure);
    case 'looking':
      return 'The extension was interrupted; looking what became of it.';
    case 'lost':
      return 'The extension was interrupted. Open this window again to see what became of it.';
    case 'not-begun':
      return 'The extension was interrupted before anything was sent. Do it again.';
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
