/**
 * The addresses that are placed on the page: first those in view, then, nearest first, what
 * scrolling will bring there. Each step is small, and may be the last of a slice.
 */
import type { Hit } from './hits';
import { forgetRange } from './measure';
import type { Near, NearNode } from './near';
import { isAlike, measureAnew } from './placing';
import type { Placed } from './placing';
import type { Box } from './surroundings';
import { touches } from './window';
import type { Band } from './window';

/** Screens above and below the view that are drawn with it, and in idle time. */
export const SCREENS_BESIDE = 0.25;
const SCREENS_AHEAD = 5;
/** For both, of a page that nobody has scrolled yet. */
const SCREENS_AT_FIRST = 1;
/** The nearest are drawn, the others when scrolling has brought them near. */
const MARKS_CEILING = 400;
/** What is ahead is begun anew with each drawing of the view, but not for ever. */
const FINISH_AFTER_MS = 1_000;

type Run<Result> = Generator<void, Result>;

/** `boxes`: where it is on the page, if that has just been measured. */
type Place = (hit: Hit, boxes?: readonly Box[]) => Placed | null;

export interface Placings {
  all(): readonly Placed[];
  put(hit: Hit, now: Placed | null): void;
  /** Measures what has been scrolled with a box. */
  follow(isWithin: (hit: Hit) => boolean): void;
  /**
   * What is in view, and then what is ahead. Where that has begun already it is gone on with, and
   * begun again later: begun anew in each frame it would never come to an end.
   */
  begin(): void;
  /** Leaves all as it is that is placed already. */
  beginAhead(): void;
  /** A small step; whether there is more to do. */
  next(): boolean;
  isBusy(): boolean;
  /** The part of the page in which everything is placed. */
  reach(): Band;
  /** Whether what is in view has been placed to the last. */
  isViewDone(): boolean;
  /** Whether anything is otherwise than when this was last asked. */
  takeChange(): boolean;
}

interface PlacingsParts {
  near: Near;
  place: Place;
  /** Whether scrolling is to be expected. */
  isWide: () => boolean;
}

export function createPlacings({ near, place, isWide }: PlacingsParts): Placings {
  const placed = new Map<Hit, Placed>();
  let isChanged = false;
  let reach: Band = { top: 0, bottom: 0 };
  let view: Run<ReadonlySet<Hit>> | null = null;
  let viewAt = 0;
  let ahead: Run<void> | null = null;
  /** The view is to be placed once more. */
  let isDue = false;
  let aheadSince = 0;

  const put = (hit: Hit, now: Placed | null): void => {
    const last = placed.get(hit);
    if (now && last && isAlike(last, now)) {
      isChanged ||= last.mayBeCovered !== now.mayBeCovered;
      last.mayBeCovered = now.mayBeCovered;
      return;
    }
    if (!now && !last) return;
    if (now) placed.set(hit, now);
    else placed.delete(hit);
    isChanged = true;
  };
  const keepOnly = (isKept: (each: Placed) => boolean): void => {
    for (const each of placed.values()) if (!isKept(each)) put(each.hit, null);
  };

  /** `seen`: what may stay as it is. Gives what is placed now, and how far that goes. */
  function* placeWithin(
    band: Band,
    seen: ReadonlySet<Hit>,
  ): Generator<void, { kept: Set<Hit>; far: number }> {
    const known = (hit: Hit): Box[] | undefined =>
      seen.has(hit) ? placed.get(hit)?.boxes : undefined;
    const found: NearNode[] = [];
    for (const each of near.within(band, known)) {
      if (each) found.push(each);
      yield;
    }
    const middle = middleOf(band);
    const kept = new Set<Hit>();
    const count = found.reduce((sum, { hits }) => sum + hits.length, 0);
    const isInOrder = seen.size === 0 && count <= MARKS_CEILING;
    for (const node of isInOrder ? found : nearestFirst(found, middle)) {
      if (kept.size >= MARKS_CEILING) return { kept, far: distanceOf(node, middle) };
      for (const hit of node.hits) {
        kept.add(hit);
        if (seen.has(hit)) continue;
        put(hit, place(hit, hit === node.hits[0] ? node.boxes : undefined));
        yield;
      }
    }
    return { kept, far: Infinity };
  }
  function* placeView(): Run<ReadonlySet<Hit>> {
    const band = bandAround(isWide() ? SCREENS_BESIDE : SCREENS_AT_FIRST);
    const { kept } = yield* placeWithin(band, new Set());
    keepOnly(({ hit, boxes: [box] }) => kept.has(hit) || !touches(box, band));
    return kept;
  }
  function* placeAhead(seen: ReadonlySet<Hit>): Run<void> {
    const band = bandAround(isWide() ? SCREENS_AHEAD : SCREENS_AT_FIRST);
    const { kept, far } = yield* placeWithin(band, seen);
    reach = {
      top: Math.max(band.top, middleOf(band) - far),
      bottom: Math.min(band.bottom, middleOf(band) + far),
    };
    // What has come into view meanwhile stays.
    const inView = bandAround(0);
    keepOnly(({ hit, boxes: [box] }) => kept.has(hit) || touches(box, inView));
  }
  const beginAhead = (seen: ReadonlySet<Hit>): void => {
    const now = performance.now();
    if (!ahead) aheadSince = now;
    // Where something moves all the time, what was begun is finished first.
    if (!ahead || now - aheadSince < FINISH_AFTER_MS) ahead = placeAhead(seen);
  };
  const begin = (): void => {
    // What has been left behind by scrolling nobody waits for.
    if (Math.abs(scrollY - viewAt) > innerHeight * SCREENS_BESIDE) view = null;
    isDue = view !== null;
    if (view) return;
    viewAt = scrollY;
    view = placeView();
  };
  const isBusy = (): boolean => view !== null || ahead !== null || isDue;

  return {
    all: () => [...placed.values()],
    put,
    follow(isWithin) {
      for (const each of placed.values()) if (isWithin(each.hit)) put(each.hit, measureAnew(each));
      forgetRange();
    },
    begin,
    beginAhead: () => beginAhead(new Set(placed.keys())),
    next() {
      if (view) {
        const { done, value } = view.next();
        if (!done) return true;
        view = null;
        // Where something has moved, so has perhaps what is ahead.
        if (isChanged) reach = bandAround(SCREENS_BESIDE);
        beginAhead(value);
      } else if (ahead) {
        if (ahead.next().done) ahead = null;
      } else if (isDue) begin();
      return isBusy();
    },
    isBusy,
    reach: () => reach,
    isViewDone: () => view === null,
    takeChange() {
      const wasChanged = isChanged;
      isChanged = false;
      return wasChanged;
    },
  };
}

const middleOf = ({ top, bottom }: Band): number => (top + bottom) / 2;

const distanceOf = ({ boxes: [box] }: NearNode, middle: number): number =>
  Math.abs((box.top + box.bottom) / 2 - middle);

const nearestFirst = (nodes: readonly NearNode[], middle: number): NearNode[] =>
  nodes.toSorted((one, other) => distanceOf(one, middle) - distanceOf(other, middle));

/** The view and so many screens above and below it, on the page. */
export const bandAround = (screens: number): Band => ({
  top: scrollY - innerHeight * screens,
  bottom: scrollY + innerHeight * (1 + screens),
});
