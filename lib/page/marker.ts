/** Draws the marks of the addresses near the viewport, and knows where they are. */
import type { MarkKind } from '../people/mark';
import type { Asker } from './asker';
import { isText } from './hits';
import type { Hit, Hits } from './hits';
import type { Overlay, Stroke } from './overlay';
import { boxAt, createSurveyor, HIGH, intersect, isEmpty, LOW, TOP } from './surroundings';
import type { Box, Surroundings } from './surroundings';
import { boxesOf, forgetRange } from './measure';
import { stillSays } from './walker';
import { indicesWithin } from './window';

/** Screens above and below that are drawn in advance. */
const SCREENS_AHEAD = 1;
const MARKS_CEILING = 400;
/** Room over the text for the diamond of a `stop`, which every mark has: all are of one size. */
const RISE_PX = 6;
/** How far under the text the line ends, clear of a link's own. */
const DROP_PX = 3;
const Z_INDEX = { [LOW]: 0, [HIGH]: 2 ** 31 - 1, [TOP]: 0 };

/** An address that is drawn, with its boxes in the viewport as it was then. */
export interface Drawn {
  hit: Hit;
  boxes: Box[];
}

export interface Marker {
  /** Measures and draws at once; `drawn` tells what. */
  draw(): void;
  drawn(): readonly Drawn[];
  /** What lies there in the viewport; the page may have been scrolled since it was drawn. */
  hitAt(x: number, y: number): Hit | undefined;
  /** Where this address is in the viewport by now; empty where it is gone. */
  locate(hit: Hit): Box[];
  /** Whether scrolling the page makes a new drawing necessary. */
  isOutdated(): boolean;
}

interface Placed extends Drawn, Surroundings {}

export function createMarker(hits: Hits, overlay: Overlay, asker: Asker): Marker {
  let placed: Placed[] = [];
  let scrolledTo = 0;

  return {
    draw() {
      const corner = overlay.corner();
      placed = corner ? place(hits) : [];
      scrolledTo = scrollY;
      if (!corner) return;
      overlay.draw(
        placed.flatMap((each) => {
          const kind = asker.kindOf(each.hit.address);
          return kind ? strokesOf(each, kind, corner) : [];
        }),
      );
      asker.want(new Set(placed.map((each) => each.hit.address)));
    },
    drawn: () => placed,
    hitAt: (x, y) => placed.find(({ boxes }) => boxAt(boxes, x, y + scrollY - scrolledTo))?.hit,
    locate: (hit) => (stillSays(hit) ? boxesOf(hit) : []),
    isOutdated: () =>
      placed.some((each) => each.follows) ||
      Math.abs(scrollY - scrolledTo) > (innerHeight * SCREENS_AHEAD) / 2,
  };
}

function place(hits: Hits): Placed[] {
  const survey = createSurveyor();
  const placed: Placed[] = [];
  for (const hit of hitsNear(hits)) {
    const { node } = hit;
    const element = isText(node) ? node.parentElement : node;
    if (!element?.checkVisibility(VISIBILITY) || isTyped(element) || !stillSays(hit)) continue;
    const surroundings = survey(element);
    const boxes = boxesOf(hit);
    if (boxes.some((box) => isInSight(intersect(box, surroundings.clip), surroundings, node))) {
      placed.push({ hit, boxes, ...surroundings });
    }
    if (placed.length >= MARKS_CEILING) break;
  }
  forgetRange();
  return placed;
}

/** Made editable since it was read, or by the page's `designMode`. */
const isTyped = (element: Element): boolean =>
  element instanceof HTMLElement && element.isContentEditable;

const VISIBILITY = { visibilityProperty: true, opacityProperty: true };

function* hitsNear(hits: Hits): Generator<Hit> {
  const ahead = innerHeight * SCREENS_AHEAD;
  const band = { top: -ahead, bottom: innerHeight + ahead };
  for (const nodes of hits.trees()) {
    const ofIndex = (index: number): readonly Hit[] => (nodes[index] ? hits.of(nodes[index]) : []);
    const measure = (index: number): Box | undefined => {
      const [first] = ofIndex(index);
      return first && boxesOf(first)[0];
    };
    for (const index of indicesWithin(nodes.length, measure, band)) yield* ofIndex(index);
  }
}

/** Marks among raised boxes lie above all of them, so those that are covered are left out. */
function isInSight(box: Box, { level }: Surroundings, node: Node): boolean {
  if (isEmpty(box)) return false;
  if (level === LOW) return true;
  const root = node.getRootNode() as Document | ShadowRoot; // it is connected
  const above = root.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
  return !above || above.contains(node) || node.contains(above);
}

function strokesOf(
  { boxes, clip, level }: Placed,
  kind: MarkKind,
  corner: { left: number; top: number },
): Stroke[] {
  const { scrollHeight } = document.documentElement;
  return boxes.flatMap((box, index) => {
    const { left, top, right, bottom } = box;
    // Never beyond the page's end, which would make it longer.
    const foot = Math.max(bottom, Math.min(bottom + DROP_PX, scrollHeight - scrollY));
    const cut = intersect({ left, top: top - RISE_PX, right, bottom: foot }, clip);
    // The line is at the foot: where that is cut off there is nothing to draw.
    if (isEmpty(cut) || cut.bottom < bottom) return [];
    return {
      look: index < boxes.length - 1 ? kind : `${kind} last`,
      place: `left:${cut.left - corner.left}px;top:${cut.top - corner.top}px;width:${
        cut.right - cut.left
      }px;height:${cut.bottom - cut.top}px;z-index:${Z_INDEX[level]}`,
      isTop: level === TOP,
    };
  });
}
