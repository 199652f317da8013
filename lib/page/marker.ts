/** Draws the marks of the addresses near the viewport, and knows where they are. */
import type { MarkKind } from '../people/mark';
import type { Asker } from './asker';
import { isText } from './hits';
import type { Hit, Hits } from './hits';
import type { Corner, Overlay, Stroke } from './overlay';
import { createCovers, isCoveredAt } from './covering';
import type { DisguisedHit } from './disguised-hits';
import { boxAt, createSurveyor, HIGH, intersect, isEmpty, LOW, TOP } from './surroundings';
import type { Box, Surroundings } from './surroundings';
import { boxesOf, forgetRange } from './measure';
import { stillSays } from './walker';
import { indicesWithin } from './window';

/** Screens above and below that are drawn in advance. */
const SCREENS_AHEAD = 1;
const MARKS_CEILING = 400;
/** Room over the text for the shape of a louder kind, which every mark has: all are of one size. */
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

interface MarkerParts {
  hits: Hits;
  disguised: () => readonly Hit[];
  overlay: Overlay;
  asker: Asker;
  /** Hears in which trees there are scrollers. */
  onScroller: (root: Node) => void;
}

export function createMarker({ hits, disguised, overlay, asker, onScroller }: MarkerParts): Marker {
  const covers = createCovers();
  let placed: Placed[] = [];
  let hasLid = false;
  let scrolledTo = 0;

  return {
    draw() {
      const near = [...hitsNear(hits), ...disguised()];
      // A page that has nothing to mark is left without our element.
      const corner = near.length > 0 || placed.length > 0 ? overlay.corner() : null;
      const survey = createSurveyor(onScroller);
      hasLid = isLid(innerHeight - 1, survey) || isLid(1, survey);
      placed = corner ? place(near, { hasLid, survey, isCovered: covers() }) : [];
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
    hitAt: (x, y) => {
      const found = placed.find(({ boxes }) => boxAt(boxes, x, y + scrollY - scrolledTo));
      if (!found) return undefined;
      // Under a raised bar it is still drawn, and lies beneath. One in pieces is many nodes.
      const isBeneath = !('holds' in found.hit) && isCoveredAt({ x, y }, found.hit.node);
      return isBeneath ? undefined : found.hit;
    },
    locate: (hit) => (isThere(hit) ? boxesOf(hit) : []),
    isOutdated: () =>
      hasLid ||
      placed.some((each) => each.follows) ||
      Math.abs(scrollY - scrolledTo) > (innerHeight * SCREENS_AHEAD) / 2,
  };
}

type Survey = ReturnType<typeof createSurveyor>;

/** A bar that stays while the page is scrolled under it, painted among the ordinary content. */
function isLid(y: number, survey: Survey): boolean {
  const bar = document.elementFromPoint(innerWidth / 2, y);
  if (!bar) return false;
  const { follows, isRaised } = survey(bar);
  return follows && !isRaised;
}

interface Placing {
  hasLid: boolean;
  survey: Survey;
  isCovered: (hit: Hit, box: Box) => boolean;
}

function place(near: readonly Hit[], { hasLid, survey, isCovered }: Placing): Placed[] {
  const placed: Placed[] = [];
  for (const hit of near) {
    const { node } = hit;
    const element = isText(node) ? node.parentElement : node;
    if (!element?.checkVisibility(VISIBILITY) || isTyped(element) || !isThere(hit)) continue;
    const surroundings = survey(element);
    const boxes = boxesOf(hit).filter((box) => {
      const seen = intersect(box, surroundings.clip);
      return !isEmpty(seen) && !((hasLid || surroundings.mayBeCovered) && isCovered(hit, seen));
    });
    if (boxes.length > 0) placed.push({ hit, boxes, ...surroundings });
    if (placed.length >= MARKS_CEILING) break;
  }
  forgetRange();
  return placed;
}

const isThere = (hit: Hit & Partial<Pick<DisguisedHit, 'holds'>>): boolean =>
  hit.holds ? hit.holds() : stillSays(hit);

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

function strokesOf({ boxes, clip, level }: Placed, kind: MarkKind, corner: Corner): Stroke[] {
  const { scrollHeight } = document.documentElement;
  const px = (length: number): string => `${length / corner.zoom}px`;
  return boxes.flatMap((box) => {
    const { left, top, right, bottom } = box;
    // Never beyond the page's end, which would make it longer.
    const foot = Math.max(bottom, Math.min(bottom + DROP_PX, scrollHeight - scrollY));
    const cut = intersect({ left, top: top - RISE_PX, right, bottom: foot }, clip);
    // The line is at the foot: where that is cut off there is nothing to draw.
    if (isEmpty(cut) || cut.bottom < bottom) return [];
    return {
      look: kind,
      place: `left:${px(cut.left - corner.left)};top:${px(cut.top - corner.top)};width:${px(
        cut.right - cut.left,
      )};height:${px(cut.bottom - cut.top)};z-index:${Z_INDEX[level]}`,
      isTop: level === TOP,
    };
  });
}
