import { isText } from './hits';
import type { DisguisedHit } from './disguised-hits';
import type { Hit } from './hits';
import type { Box } from './surroundings';

/** The only one: the browser keeps every range of a page up to date at its every change. */
const range = document.createRange();

/** How far the page is scrolled: to be asked once for all that is measured together. */
export interface Scrolled {
  x: number;
  y: number;
}

export const scrolledNow = (): Scrolled => ({ x: scrollX, y: scrollY });
const NOT_SCROLLED: Scrolled = { x: 0, y: 0 };

/**
 * Where a hit is on a page that is scrolled so far, or else in the viewport: an address broken over
 * two lines has a box on each, one in pieces has one for each of them.
 */
export function boxesOf(
  hit: Hit & Partial<Pick<DisguisedHit, 'pieces'>>,
  scrolled = NOT_SCROLLED,
): Box[] {
  const { node, start, end, pieces } = hit;
  if (!isText(node)) return visible(node.getClientRects(), scrolled);
  if (!pieces) return boxesIn(node, { start, end }, scrolled);
  return pieces.flatMap((piece) => boxesIn(piece.text, piece, scrolled));
}

function boxesIn(
  text: Text,
  { start, end }: Pick<Hit, 'start' | 'end'>,
  scrolled: Scrolled,
): Box[] {
  const { length } = text;
  if (start === 0 && end >= length) range.selectNodeContents(text);
  else {
    range.setStart(text, Math.min(start, length));
    range.setEnd(text, Math.min(end, length));
  }
  return visible(range.getClientRects(), scrolled);
}

/** By number: to go through such a list as one does through an array takes as long as to measure. */
function visible(rects: DOMRectList, { x, y }: Scrolled): Box[] {
  const boxes: Box[] = [];
  for (let index = 0; index < rects.length; index += 1) {
    const { left, top, right, bottom } = rects[index] as DOMRect; // within its length
    if (left === right || top === bottom) continue;
    boxes.push({ left: left + x, top: top + y, right: right + x, bottom: bottom + y });
  }
  return boxes;
}

/** Takes it out of the text again: once what there was to measure is measured. */
export const forgetRange = (): void => range.setEnd(document, 0);

/** What some children of an element say together, in one call and without a wrapper for each. */
export function textBetween(parent: Element, from: number, to: number): string {
  range.setStart(parent, from);
  range.setEnd(parent, to);
  const text = range.toString();
  forgetRange();
  return text;
}
