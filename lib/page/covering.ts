/** Whether the page shows something else where a text stands. */
import { bare } from './bare';
import type { Hit } from './hits';
import { elementAround } from './surroundings';
import type { Box } from './surroundings';

/** Paint that lets the text beneath it through: a hover's tint, a dimmed row. */
const SEE_THROUGH = /^rgba.*[ ,/]0(?:\.[0-4]\d*)?\)$/;

/** To ask what lies at a point is dear: this much of a drawing, and no text again too soon. */
const BUDGET_MS = 4;
const FRESH_MS = 50;

/** Gives what is asked at one drawing; what there is no time for is as it was the last time. */
export function createCovers(): () => (hit: Hit, box: Box) => boolean {
  const known = new WeakMap<Hit, { at: number; isCovered: boolean }>();
  let begun = 0;
  let isLate = false;
  return () => {
    // Where there was too little time, those that were not asked have their turn now.
    const since = isLate ? begun : performance.now() - FRESH_MS;
    begun = performance.now();
    isLate = false;
    return (hit, box) => {
      const last = known.get(hit);
      const now = performance.now();
      isLate ||= now - begun > BUDGET_MS;
      if (last && (isLate || (last.at < begun && last.at >= since))) return last.isCovered;
      const answer = { at: now, isCovered: !isLate && isCovered(box, hit.node) };
      if (!isLate) known.set(hit, answer);
      return answer.isCovered;
    };
  };
}

/** Asked of its foot, where the line of its mark lies. */
const isCovered = (box: Box, node: Node): boolean =>
  isCoveredAt({ x: (box.left + box.right) / 2, y: box.bottom - 1 }, node);

/** Nothing covers what is out of view. */
export function isCoveredAt({ x, y }: { x: number; y: number }, node: Node): boolean {
  const root = node.getRootNode() as Document | ShadowRoot; // it is connected
  const above = root.elementFromPoint(x, y);
  return !node.contains(above) && paintFrom(above, node) !== null;
}

/** What is painted at an element's place, and where `node` is given, over it. */
export function paintFrom(above: Element | null, node?: Node): Element | null {
  // What is above may have no paint at all: a link stretched over its whole row.
  for (let element = above; element; element = elementAround(element)) {
    if (node && holds(element, node)) return null;
    if (isPainted(element)) return element;
  }
  return null;
}

function isPainted(element: Element): boolean {
  const { backgroundColor, backgroundImage } = getComputedStyle(element);
  return (
    backgroundImage !== 'none' ||
    !SEE_THROUGH.test(backgroundColor) ||
    bare(element).matches('img,video,canvas,iframe,svg,input,textarea')
  );
}

/** Through shadow roots too. */
function holds(element: Element, node: Node): boolean {
  let inner: Node | undefined = node;
  while (inner && !bare(element).contains(inner)) {
    inner = (bare(inner.getRootNode()) as Partial<ShadowRoot>).host; // a document has none
  }
  return inner !== undefined;
}
