/**
 * Draws the marks of the addresses near the viewport, and knows where they are: at once what is in
 * view, and in idle time, a slice after the other, what scrolling will bring there.
 */
import { bare } from './bare';
import { createArrival } from './arrival';
import type { Asker } from './asker';
import { createBars } from './bars';
import { createComparing } from './comparing';
import { createCovers } from './covering';
import type { EveryHit } from './every-hit';
import type { Hit } from './hits';
import { boxesOf, forgetRange, scrolledNow } from './measure';
import type { Scrolled } from './measure';
import { createNear } from './near';
import type { Mark, Overlay } from './overlay';
import { placeOf } from './placing';
import type { Placed } from './placing';
import { createPlacings } from './placings';
import { SLICE_MS } from './queue';
import { createScrolling } from './scrolling';
import type { Call } from './scrolling';
import { createSeen } from './seen';
import type { Seen } from './seen';
import { createSurveyor } from './surroundings';
import type { Box, Kinds } from './surroundings';

export interface Marker extends Seen {
  /** Measures and draws what is in view, at once; whether it was otherwise before. */
  draw(): boolean;
  /** The same of the view; what is ahead is left as it is if nothing in view has moved or come. */
  drawView(): boolean;
  /** Goes on with what was begun, for a slice; false when there is no more to do. */
  goOn(): boolean;
  /** Draws what is placed, by what is known of it by now. */
  paint(): void;
  /** What stays in view while the page is scrolled. */
  follow(): void;
  /** What was drawn in a box that has been scrolled, as far as measuring alone tells. */
  followWithin(scroller: Node): void;
  afterScroll(): Call;
  /**
   * Whether a drawing would, for all that is quickly told, be the same. `isTimed`: what tells nobody
   * of itself is looked at too.
   */
  isRight(isTimed: boolean): boolean;
  /** Looks for bars at the next slice. */
  expectBars(): void;
  isEmpty(): boolean;
}

interface MarkerParts {
  hits: EveryHit;
  overlay: Overlay;
  asker: Asker;
  /** Hears in which trees there are scrollers. */
  onScroller: (root: Node) => void;
  /** Hears whether there is anything to rest on. */
  onPainted: (isAny: boolean) => void;
}

export function createMarker(parts: MarkerParts, signal: AbortSignal): Marker {
  const { hits, overlay, asker, onScroller, onPainted } = parts;
  const covers = createCovers();
  const bars = createBars(() => createSurveyor(onScroller));
  let scrolled: Scrolled = { x: 0, y: 0 };
  const near = createNear(hits, (hit) => boxesOf(hit, scrolled));
  let place: (hit: Hit, boxes?: readonly Box[]) => Placed | null = () => null;
  const scrolling = createScrolling(() => placings.reach());
  const placings = createPlacings({
    ...{ near, version: hits.version, screens: scrolling.screens },
    place: (hit, boxes) => place(hit, boxes),
  });
  let [isUnpainted, isViewUnpainted] = [false, false];
  let kinds: Kinds = new Map();
  const areRight = createComparing((hit) => place(hit), onScroller);
  const isWanted = (): boolean => placings.all().some(({ hit }) => asker.kindOf(hit.address));
  const arrival = createArrival({ overlay, isWanted, draw: () => paint() }, signal);

  /** What is asked of the page and its elements holds for one slice. */
  const beginSlice = (isRough: boolean): void => {
    scrolled = scrolledNow();
    const survey = createSurveyor(onScroller, isRough ? kinds : undefined);
    const ask = covers();
    // Bars are cut out of all that is drawn.
    const isCovered = (hit: Hit, box: Box): boolean =>
      !bars.cover((box.left + box.right) / 2, box.bottom - 1) && ask(hit, box);
    place = (hit, boxes) => placeOf(hit, { scrolled, survey, isCovered }, boxes);
  };
  const work = (): void => {
    const wasViewDone = placings.isViewDone();
    beginSlice(placings.isBusy() && placings.isViewDone());
    inSlice(placings.next);
    forgetRange();
    isUnpainted = placings.takeChange() || isUnpainted;
    isViewUnpainted = !wasViewDone && placings.isViewDone() && isUnpainted;
  };
  const cutOut = (): void => {
    if (!arrival.isUnderWay()) overlay.cutOut(bars.boxes());
  };
  const paint = (): void => {
    isUnpainted = isViewUnpainted = false;
    const all = placings.all();
    const marks = marksOf(all, asker);
    // A page that has nothing to mark is left without our element.
    if (marks.length > 0) arrival.begin();
    if (overlay.isAttached() && !arrival.isUnderWay()) overlay.draw(marks);
    cutOut();
    scrolling.painted();
    scrolling.drawn(all, bars.isAny());
    asker.want(new Set(all.map(({ hit }) => hit.address)));
    onPainted(all.length > 0);
  };
  const areBarsDue = (): boolean => bars.areDue() && placings.all().length > 0;
  const lookForBars = (): void => {
    inSlice(bars.look);
    cutOut();
    scrolling.drawn(placings.all(), bars.isAny());
  };
  const draw = (isAnew: boolean): boolean => {
    kinds = new Map();
    scrolling.begin();
    placings.begin(isAnew);
    work();
    const hasMoved = isUnpainted;
    paint();
    return hasMoved;
  };
  return {
    draw: () => draw(true),
    drawView: () => draw(false),
    goOn() {
      // First what is in view. To paint is a piece of work by itself.
      if (!placings.isViewDone()) work();
      else if (isViewUnpainted || (isUnpainted && scrolling.isPastPainted())) paint();
      else if (areBarsDue()) lookForBars();
      else if (placings.isBusy()) work();
      else if (isUnpainted) paint();
      return placings.isBusy() || isUnpainted || areBarsDue();
    },
    paint,
    follow() {
      const staying = scrolling.staying();
      if (staying.length > 0) {
        beginSlice(false);
        for (const { hit } of staying) placings.put(hit, place(hit));
        forgetRange();
      }
      if (placings.takeChange()) paint();
      else cutOut();
    },
    followWithin(scroller) {
      placings.follow((hit) => bare(scroller).contains(hit.node));
      forgetRange();
    },
    afterScroll() {
      const call = scrolling.heard();
      if (!call.isShort || placings.isBusy()) return call;
      kinds = new Map();
      scrolling.beginAhead();
      placings.beginAhead();
      return call;
    },
    isRight(isTimed) {
      if (!placings.isViewDone() || (!overlay.isAttached() && isWanted())) return false;
      beginSlice(false);
      const isSame = near.isSame() && areRight(placings.all(), isTimed);
      forgetRange();
      return isSame;
    },
    expectBars: bars.expect,
    isEmpty: () => placings.all().length === 0,
    ...createSeen(placings.all),
  };
}

const marksOf = (all: readonly Placed[], asker: Asker): Mark[] =>
  all.flatMap((placed) => {
    const kind = asker.kindOf(placed.hit.address);
    return kind ? { placed, kind } : [];
  });

/** Steps until there are no more, or the slice has had its time. */
function inSlice(step: () => boolean): void {
  const end = performance.now() + SLICE_MS;
  while (step() && performance.now() < end);
}
