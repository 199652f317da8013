import { isText } from './hits';
import type { Hit } from './hits';
import type { Box } from './surroundings';

/** The only one: the browser keeps every range of a page up to date at its every change. */
const range = document.createRange();

/** Where a hit is in the viewport: an address broken over two lines has a box on each. */
export function boxesOf({ node, start, end }: Hit): Box[] {
  let measured: Range | Element = range;
  if (isText(node)) {
    range.setStart(node, Math.min(start, node.length));
    range.setEnd(node, Math.min(end, node.length));
  } else measured = node;
  return [...measured.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
}

/** Takes it out of the text again. */
export const forgetRange = (): void => range.setEnd(document, 0);
