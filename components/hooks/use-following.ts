import { useEffect, useState } from 'preact/hooks';
import { type EmailAddress, foldAddress } from '@/lib/people/address';
import { type Intent, addressOf } from '@/lib/people/intent';
import type { Kept } from '../people/half-made';

interface Following {
  kept: Kept;
  doing: readonly Intent[];
  show: (address: EmailAddress) => void;
}

interface Move {
  from: EmailAddress;
  to: EmailAddress;
}

/**
 * Once her address was changed, the card goes to where she is found from now on; not from under
 * what is still open, asked or under way at the old one.
 */
export function useFollowing({ kept, doing, show }: Following): (done: Intent) => void {
  const [move, setMove] = useState<Move | null>(null);
  const { address, half, aside } = kept;
  const isBusy =
    half !== null || doing.length > 0 || aside.some(({ intent }) => addressOf(intent) === address);
  useEffect(() => {
    if (!move || (isBusy && move.from === address)) return;
    setMove(null);
    if (move.from === address) show(move.to);
  }, [move, isBusy, address, show]);
  return (done) => setMove(moveOf(done) ?? move);
}

export function moveOf(intent: Intent): Move | null {
  if (intent.kind !== 'update' || intent.newAddress === null) return null;
  return { from: intent.target.address, to: foldAddress(intent.newAddress.after) };
}
