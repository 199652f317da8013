/** Places the addresses of a band of the page, in small steps. */
import type { Hit } from './hits';
import type { Near, NearNode } from './near';
import type { createPlaced } from './placed';
import type { Placed } from './placing';
import type { Box } from './surroundings';
import type { Band } from './window';

/** The nearest are drawn, the others when scrolling has brought them near. */
const MARKS_CEILING = 400;

/** `boxes`: where it is on the page, if that has just been measured. */
export type Place = (hit: Hit, boxes?: readonly Box[]) => Placed | null;

export interface PlaceWithinParts extends Pick<ReturnType<typeof createPlaced>, 'placed' | 'put'> {
  near: Near;
  place: Place;
  /** Whether all that is at this place had been placed before. */
  isExpected: (box: Box) => boolean;
}

export interface Wanted {
  band: Band;
  /** What may stay as it is. */
  seen: ReadonlySet<Hit>;
  /** The middle of the view: where not all can be drawn, what is nearest to it is. */
  middle: number;
  /** Hears how far from there all is placed, as that grows. */
  onReached?: (far: number) => void;
}

export interface PlacedWithin {
  kept: Set<Hit>;
  /** How far from the middle all is placed. */
  far: number;
  /** Something is not where it was, or has come where all had been placed. */
  hasMoved: boolean;
}

export function createPlaceWithin({ near, placed, put, place, isExpected }: PlaceWithinParts) {
  return function* placeWithin(wanted: Wanted): Generator<void, PlacedWithin> {
    const { band, seen, middle, onReached } = wanted;
    const known = (hit: Hit): Box[] | undefined =>
      seen.has(hit) ? placed.get(hit)?.boxes : undefined;
    const found: NearNode[] = [];
    for (const each of near.within(band, known)) {
      if (each) found.push(each);
      yield;
    }
    const kept = new Set<Hit>();
    let hasMoved = false;
    const count = found.reduce((sum, { hits }) => sum + hits.length, 0);
    const isInOrder = seen.size === 0 && count <= MARKS_CEILING;
    for (const node of isInOrder ? found : nearestFirst(found, middle)) {
      const far = distanceOf(node, middle);
      if (kept.size >= MARKS_CEILING) return { kept, far, hasMoved };
      for (const hit of node.hits) {
        kept.add(hit);
        if (seen.has(hit)) continue;
        const wasExpected = placed.has(hit) || isExpected(node.boxes[0]);
        const isOtherwise = put(hit, place(hit, hit === node.hits[0] ? node.boxes : undefined));
        hasMoved ||= isOtherwise && wasExpected;
        yield;
      }
      if (!isInOrder) onReached?.(far);
    }
    return { kept, far: Infinity, hasMoved };
  };
}

const distanceOf = ({ boxes: [box] }: NearNode, middle: number): number =>
  Math.abs((box.top + box.bottom) / 2 - middle);

const nearestFirst = (nodes: readonly NearNode[], middle: number): NearNode[] =>
  nodes.toSorted((one, other) => distanceOf(one, middle) - distanceOf(other, middle));
