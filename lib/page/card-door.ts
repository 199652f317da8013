/**
 * Where the flags script and the card's script meet: they share the isolated world of a frame,
 * which the page cannot see. A symbol, because a page can name an element after any string and
 * would so stand on our `globalThis`.
 */
import type { EmailAddress } from '../people/address';
import type { Drawn } from './marker';
import type { Box } from './surroundings';

export interface CardRequest {
  address: EmailAddress;
  /** The address in the viewport, which the card is laid beside. */
  anchor: Box;
  /**
   * `pointer`: goes when the pointer leaves. `focus`: the focus stays on the link, and the card
   * goes when it leaves. `key`: the focus goes into the card and afterwards back.
   */
  by: 'pointer' | 'focus' | 'key';
}

/** A certain card, or by key that of the next address in view. */
export type CardWish = CardRequest | 'next';

export interface CardDoor {
  /** What is marked, measured anew; set by the flags script. */
  drawn(): readonly Drawn[];
  /** Left here by the flags script before there is a card. */
  wish: CardWish | null;
  /** Set by the card's script while it lives. */
  card: { show(wish: CardWish): void; close(): void } | null;
}

const DOOR = Symbol.for('addressee door');

export function cardDoor(): CardDoor {
  const world = globalThis as { [DOOR]?: CardDoor }; // no type knows our symbol
  return (world[DOOR] ??= { drawn: () => [], wish: null, card: null });
}
