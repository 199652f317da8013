/** Where on a page addresses in disguise may be, without a wrapper of ours for each of its nodes. */
import { bare } from './bare';
import type { Flagged } from './card-door';
import { CODED, ELEMENTS_AT_ONCE, isCoded, isSigned, SIGN } from './disguised-gate';
import type { Tree } from './disguised-gate';
import { isElement } from './hits';
import { textBetween } from './measure';
import type { Part } from './parts';

/** Of what is small enough for one call of another kind, the part that is asked for its text. */
const STRETCH_PART = 10;

type Suspects = Generator<Node | null>;

/** What may hold some, in pieces, some of them twice; null is a pause. */
export function* suspectsIn(tree: Tree, { partsIn }: Pick<Flagged, 'partsIn'>): Suspects {
  for (const part of partsIn(tree)) {
    yield null;
    if (!part || part.stretch === 0) continue;
    const { node, stretch } = part;
    if (isElement(node) && stretch) yield* suspectsAlong(node, part);
    else if (isSigned(node) || isCoded(node)) yield node;
  }
}

function* suspectsAlong(parent: Element, { stretch = 0, size }: Part): Suspects {
  const isLarge = size > ELEMENTS_AT_ONCE;
  yield null;
  if (!isLarge) yield* bare(parent).querySelectorAll(CODED);
  const children = bare(parent).childNodes;
  const length = Math.ceil(stretch / STRETCH_PART);
  for (let from = 0; from < children.length; from += length) {
    yield null;
    const to = Math.min(from + length, children.length);
    if (!isLarge && !SIGN.test(textBetween(parent, from, to))) continue;
    for (let index = from; index < to; index += 1) {
      const child = children[index];
      yield child && (isSigned(child) || (isLarge && isCoded(child))) ? child : null;
    }
  }
}
