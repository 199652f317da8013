/**
 * Where the flags script and the card's script meet: they share the isolated world of a frame,
 * which the page cannot see. A symbol, because a page can name an element after any string and
 * would so stand on our `globalThis`. The popup looks in here too (`PageDoor`).
 */
import type { EmailAddress } from '../people/address';
import type { MarkKind } from '../people/mark';
import { PAGE_DOOR, type PageDoor } from '../people/page-door';
import type { partsIn, Tree } from './disguised-gate';
import type { Disguised } from './disguised-hits';
import type { Hit } from './hits';
import type { Drawn } from './seen';
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

/** A certain card, or a step: to the next address in view, the one before, or this one anywhere. */
export type CardWish = CardRequest | 'next-flag' | 'previous-flag' | { stepTo: EmailAddress };

/** What the flags script knows of the page; there only while it marks it. */
export interface Flagged extends NonNullable<PageDoor['flagged']> {
  /** What is marked, measured anew. */
  drawn(): readonly Drawn[];
  /** Where it is in the viewport by now. */
  locate(hit: Hit): Box[];
  kindOf(address: EmailAddress): MarkKind | undefined;
  find(address: EmailAddress): Hit | undefined;
  hitsOf(node: Hit['node']): readonly Hit[];
  redraw(): void;
  /** The body and the open shadow roots. */
  trees(): Iterable<Tree>;
  /** Lent to the reader, which need not bring it along. */
  partsIn: typeof partsIn;
}

export interface CardDoor extends PageDoor {
  flagged: Flagged | null;
  /** Set by the reader's script where it was brought. */
  disguised: Disguised | null;
  /** Left here by the flags script before there is a card. */
  wish: CardWish | null;
  /** Set by the card's script while it lives. */
  card: { show(wish: CardWish): void; close(): void } | null;
}

const DOOR = Symbol.for(PAGE_DOOR);

export function cardDoor(): CardDoor {
  const world = globalThis as { [DOOR]?: CardDoor }; // no type knows our symbol
  return (world[DOOR] ??= { flagged: null, disguised: null, wish: null, card: null });
}
