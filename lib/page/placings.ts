/**
 * The addresses that are placed on the page: first those in view, then, nearest first, what
 * scrolling will bring there. Each step is small, and may be the last of a slice.
 */
import type { Hit } from './hits';
import type { Near } from './near';
import { createPlaceWithin } from './place-within';
import type { Place } from './place-within';
import { createPlaced } from './placed';
import type { Placed } from './placing';
import { holds, touches } from './window';
import type { Band } from './window';

/** Screens above and below the view that are drawn with it. */
export const SCREENS_BESIDE = 0.25;
/** What is ahead is drawn on when scrolling has left no more than this of it. */
export const SCREENS_LEFT = 1;
/** What is ahead is begun anew with a drawing of the view, but not for ever. */
const FINISH_AFTER_MS = 1_000;

type Run<Result> = Generator<void, Result>;

export interface Placings {
  all(): readonly Placed[];
  /** Whether it is otherwise than it was. */
  put(hit: Hit, now: Placed | null): boolean;
  /** Measures what has been scrolled with a box. */
  follow(isWithin: (hit: Hit) => boolean): void;
  /**
   * What is in view, and then what is ahead, unless enough of that is placed already. Where it has
   * begun it is gone on with, and begun again later: begun anew in each frame it would never come to
   * an end. `isAnew`: it may be otherwise by more than scrolling, so that what is ahead is no longer
   * to be trusted either.
   */
  begin(isAnew: boolean): void;
  /** What is placed already is left as it is, or left out where it has been left behind. */
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
  /** Otherwise whenever there are other addresses. */
  version: () => number;
  /** Screens around the view that are drawn with it, and in idle time. */
  screens: () => Record<'beside' | 'above' | 'below', number>;
}

export function createPlacings({ near, place, version, screens }: PlacingsParts): Placings {
  const { placed, put, keepOnly, follow, takeChange } = createPlaced();
  let reach: Band = { top: 0, bottom: 0 };
  let view: Run<ReadonlySet<Hit>> | null = null;
  let viewAt = 0;
  /** Where the view was when it was last placed to the last. */
  let viewed: Band = reach;
  let ahead: Run<void> | null = null;
  let aheadBand: Band = reach;
  let aheadVersion = -1;
  /** Something is not where it was, or has come where all was placed: so has perhaps what is ahead. */
  let hasMoved = false;
  /** What is ahead is to be placed anew with the view. */
  let isWhole = false;
  /** The view is to be placed once more. */
  let isDue = false;
  let aheadSince = 0;

  const placeWithin = createPlaceWithin({
    ...{ near, placed, put, place },
    isExpected: (box) => touches(box, reach),
  });
  function* placeView(): Run<ReadonlySet<Hit>> {
    const band = bandAround(screens().beside);
    const middle = middleOf(bandAround(0));
    const now = yield* placeWithin({ band, seen: new Set(), middle });
    const { kept, far } = now;
    const hasGone = keepOnly(({ hit, boxes: [box] }) => kept.has(hit) || !touches(box, band));
    hasMoved = now.hasMoved || hasGone;
    viewed = within(band, middle, far);
    reach = hasMoved || far < Infinity ? viewed : joined(reach, viewed);
    return kept;
  }
  function* placeAhead(seen: ReadonlySet<Hit>, viewedBefore: Band): Run<void> {
    const band = aheadBand;
    const middle = middleOf(bandAround(0));
    // Who scrolls on meanwhile is not to have the view drawn for what is there already.
    const onReached = (far: number): void => {
      reach = joined(within(band, middle, far), reach);
    };
    const { kept, far } = yield* placeWithin({ band, seen, middle, onReached });
    const done = within(band, middle, far);
    // What has come into view meanwhile stays; what was there before may have been left behind.
    reach = viewed === viewedBefore ? joined(viewed, done) : joined(done, viewed);
    const isLeft = !holds(reach, viewed);
    keepOnly(({ hit, boxes: [box] }) => kept.has(hit) || (!isLeft && touches(box, viewed)));
    if (isLeft) viewed = { top: middle, bottom: middle };
  }
  /** Whether it has been begun. */
  const beginAhead = (seen: ReadonlySet<Hit>): boolean => {
    const now = performance.now();
    if (!ahead) aheadSince = now;
    // Where something moves all the time, what was begun is finished first.
    if (ahead && now - aheadSince >= FINISH_AFTER_MS) return false;
    const { above, below } = screens();
    aheadBand = bandAround(above, below);
    aheadVersion = version();
    ahead = placeAhead(seen, viewed);
    return true;
  };
  /** Whether it is under way, or done, as far as the view needs it. */
  const isAheadOfView = (): boolean =>
    aheadVersion === version() &&
    (ahead ? holds(aheadBand, viewed) : holds(reach, bandAround(SCREENS_LEFT)));
  const begin = (isAnew: boolean): void => {
    isWhole ||= isAnew;
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
    ...{ follow, begin },
    beginAhead: () => void beginAhead(new Set(placed.keys())),
    next() {
      if (view) {
        const { done, value } = view.next();
        if (!done) return true;
        view = null;
        isWhole ||= hasMoved;
        const seen = isWhole ? value : new Set(placed.keys());
        if ((isWhole || !isAheadOfView()) && beginAhead(seen)) isWhole = isDue;
      } else if (ahead) {
        if (ahead.next().done) {
          ahead = null;
          // What could not be begun anew while it was finished.
          isDue ||= isWhole;
        }
      } else if (isDue) begin(isWhole);
      return isBusy();
    },
    isBusy,
    reach: () => reach,
    isViewDone: () => view === null,
    takeChange,
  };
}

const within = (band: Band, middle: number, far: number): Band => ({
  top: Math.max(band.top, middle - far),
  bottom: Math.min(band.bottom, middle + far),
});

const middleOf = ({ top, bottom }: Band): number => (top + bottom) / 2;

/** Both, where nothing lies between them; else the second alone. */
const joined = (one: Band, other: Band): Band =>
  touches(one, other)
    ? { top: Math.min(one.top, other.top), bottom: Math.max(one.bottom, other.bottom) }
    : other;

/** The view and so many screens above and below it, on the page. */
export const bandAround = (above: number, below = above): Band => ({
  top: scrollY - innerHeight * above,
  bottom: scrollY + innerHeight * (1 + below),
});
