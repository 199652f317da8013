import { isText } from './hits';
import type { DisguisedHit } from './disguised-hits';
import type { Hit } from './hits';
import type { Box } from './surroundings';

/** The only one: the browser keeps every range of a page up to date at its every change. */
const range = document.createRange();

/**
 * Where a hit is in the viewport: an address broken over two lines has a box on each, one in
 * pieces has one for each of them.
 */
export function boxesOf(hit: Hit & Partial<Pick<DisguisedHit, 'pieces'>>): Box[] {
  const { node, start, end, pieces } = hit;
  if (!isText(node)) return visible(node.getClientRects());
  return (pieces ?? [{ text: node, start, end }]).flatMap((piece) => {
    const { text } = piece;
    range.setStart(text, Math.min(piece.start, text.length));
    range.setEnd(text, Math.min(piece.end, text.length));
    return visible(range.getClientRects());
  });
}

const visible = (boxes: DOMRectList): Box[] =>
  [...boxes].filter((box) => box.width > 0 && box.height > 0);

/** Takes it out of the text again. */
export const forgetRange = (): void => range.setEnd(document, 0);

/** What some children of an element say together, in one call and without a wrapper for each. */
export function textBetween(parent: Element, from: number, to: number): string {
  range.setStart(parent, from);
  range.setEnd(parent, to);
  const text = range.toString();
  forgetRange();
  return text;
}
