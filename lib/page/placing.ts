/** Where an address is shown on the page, and whether it is at all. */
import { bare, type Bare } from './bare';
import type { DisguisedHit } from './disguised-hits';
import type { Hit } from './hits';
import { boxesOf } from './measure';
import type { Scrolled } from './measure';
import { elementOf, intersect, isEmpty, shift } from './surroundings';
import type { Box, Surroundings } from './surroundings';
import { stillSays } from './walker';

/** An address that is shown, with its boxes and what they are cut off by on the page. */
export interface Placed extends Surroundings {
  hit: Hit;
  boxes: Box[];
}

interface Placing {
  scrolled: Scrolled;
  survey: (element: Element) => Surroundings;
  isCovered: (hit: Hit, box: Box) => boolean;
}

/** Null where it is not shown. `known`: its boxes on the page, where they have just been measured. */
export function placeOf(
  hit: Hit,
  { scrolled, survey, isCovered }: Placing,
  known?: readonly Box[],
): Placed | null {
  const element = elementOf(hit.node);
  if (!element || !isVisible(element, VISIBILITY) || !isThere(hit)) return null;
  const surroundings = survey(element);
  const { mayBeCovered } = surroundings;
  const clip = shift(surroundings.clip, scrolled.x, scrolled.y);
  const boxes = (known ?? boxesOf(hit, scrolled)).filter((box) => {
    const shown = intersect(box, clip);
    if (isEmpty(shown)) return false;
    return !(mayBeCovered && isCovered(hit, shift(shown, -scrolled.x, -scrolled.y)));
  });
  return boxes.length > 0 ? { hit, ...surroundings, boxes, clip } : null;
}

/** Where it is by now, if nothing around it is otherwise. */
export function measureAnew(placed: Placed, scrolled: Scrolled): Placed | null {
  const boxes = boxesOf(placed.hit, scrolled).filter(
    (box) => !isEmpty(intersect(box, placed.clip)),
  );
  return boxes.length > 0 ? { ...placed, boxes } : null;
}

export const isThere = (hit: Hit & Partial<Pick<DisguisedHit, 'holds'>>): boolean =>
  hit.holds ? hit.holds() : stillSays(hit);

/** Whether the same is to be drawn. */
export const isAlike = (one: Placed, other: Placed | null): boolean =>
  !!other &&
  one.level === other.level &&
  one.stays === other.stays &&
  isAt(one.clip, other.clip) &&
  one.boxes.length === other.boxes.length &&
  one.boxes.every((box, index) => isAt(box, other.boxes[index]));

/** Where a page is scrolled by parts of a pixel, sums are not exact. */
const NEAR_PX = 0.1;
const isAt = (one: Box, other: Box | undefined): boolean =>
  !!other &&
  isClose(one.left, other.left) &&
  isClose(one.top, other.top) &&
  isClose(one.right, other.right) &&
  isClose(one.bottom, other.bottom);
const isClose = (one: number, other: number): boolean =>
  one === other || Math.abs(one - other) < NEAR_PX;

export const VISIBILITY = { visibilityProperty: true, opacityProperty: true };

/** To be seen, or at least laid out, and not made editable since it was read. */
export function isVisible(element: Element, options?: CheckVisibilityOptions): boolean {
  const asked: Bare<Element> & { isContentEditable?: boolean } = bare(element);
  return asked.checkVisibility(options) && !asked.isContentEditable;
}
