import type { EmailAddress } from './address';

/**
 * What the popup may ask of the page in front: it looks in at the door by which our scripts meet
 * in the world they share, frame by frame. No message, so nothing on a page has to answer one.
 */
export interface PageDoor {
  flagged: {
    /** Every address on the page, each once; one more than `most` where there are more. */
    addresses(most: number): EmailAddress[];
    /** Scrolls to it and puts the ring around it. */
    stepTo(address: EmailAddress): void;
  } | null;
}

/** So many addresses are read of all frames of a page together. */
export const MOST_ON_PAGE = 2_000;

/** A symbol's name, because a page can name an element after any string. */
export const PAGE_DOOR = 'addressee door';
