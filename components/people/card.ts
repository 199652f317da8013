import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { EmailAddress } from '@/lib/people/address';
import type { Acting } from '../hooks/use-acting';
import type { HalfMade } from './half-made';

/** What every part of the card needs: whose it is, what is half made, and how to act. */
export interface CardState {
  address: EmailAddress;
  half: HalfMade | null;
  setHalf: (half: HalfMade | null) => void;
  acting: Acting;
  /** Whether something that appears by itself may take the focus: not from under her typing. */
  mayTakeFocus: () => boolean;
  /** Which profiles are shown in full, as long as the popup is open. */
  more: { opened: readonly string[]; toggle: (key: string) => void };
}

export const CardContext = createContext<CardState | null>(null);

export function useCard(): CardState {
  const card = useContext(CardContext);
  if (!card) throw new Error('A part of the card stands outside its CardContext');
  return card;
}
