import type { Failure } from '../failure';
import type { Concern } from './concern';
import type { Intent } from './intent';

/** `planned` before it is sent, `sent` until the answer, `unknown` until a re-read settles it. */
export type WriteState = 'planned' | 'sent' | 'done' | 'refused' | 'unknown';

/** In `storage.session`: another value whenever there is news of a receipt. */
export const RECEIPTS_AT = 'receiptsAt';

/** What is told of a write, now or after a restart. */
export interface Receipt {
  id: string;
  intent: Intent;
  state: WriteState;
  /** Milliseconds since 1970 of the last change of state. */
  at: number;
  failure: Failure | null;
  /** When a `planned` write is tried again, where the server asked us to wait. */
  retryAt: number | null;
  /** The receipt whose effect this one took back. */
  undoes: string | null;
  undone: boolean;
  /** Nothing was sent, for it was so already: there is nothing of ours to undo. */
  already?: true;
  /** When an `unknown` write was last re-read in full without its effect in sight. */
  rereadAt?: number;
  /** It was so before an `unknown` write, or may have been: looking cannot tell what became of it. */
  wasSo?: true;
}

/** So many receipts are told at a time. */
export const RECEIPTS_PAGE = 50;

export type ActReply =
  | { outcome: 'needs-yes'; concerns: Concern[] }
  | { outcome: 'receipt'; receipt: Receipt };
