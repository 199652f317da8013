/**
 * Draws the marks of the addresses near the viewport, and knows where they are: at once what is in
 * view, and in idle time, a slice after the other, what scrolling will bring there.
 */
import type { Asker } from './asker';
import { createBars } from './bars';
import { createComparing } from './comparing';
import { createCovers, isCoveredAt } from './covering';
import type { EveryHit } from './every-hit';
import type { Hit } from './hits';
import { boxesOf } from './measure';
import { createNear } from './near';
import type { Overlay } from './overlay';
import { isThere, placeOf } from './placing';
import type { Placed } from './placing';
import { createPlacings } from './placings';
import { SLICE_MS } from './queue';
import { createScrolling } from './scrolling';
import type { Call } from './scrolling';
import { boxAt, createSurveyor, shift } from './surroundings';
import type { Box } from './surroundings';

/** An address that is drawn and to be seen, with its boxes in the viewport. */
export interface Drawn {
  hit: Hit;
  boxes: Box[];
}

export interface Marker {
  /** Measures and draws what is in view, at once; whether it was otherwise before. */
  draw(): boolean;
  /** Goes on with what was begun, for a slice; false when there is no more to do. */
  goOn(): boolean;
  /** Draws what is placed, by what is known of it by now. */
  paint(): void;
  /** What stays in view while the page is scrolled. */
  follow(): void;
  /** What was drawn in a box that has been scrolled, as far as measuring alone tells. */
  followWithin(scroller: Node): void;
  afterScroll(): Call;
  /** Whether a drawing would, for all that is quickly told, be the same. */
  isRight(): boolean;
  /** Looks for bars at the next slice. */
  expectBars(): void;
  isEmpty(): boolean;
  drawn(): readonly Drawn[];
  /** What lies there in the viewport; the page may have been scrolled since it was drawn. */
  hitAt(x: number, y: number): Hit | undefined;
  /** Where this address is in the viewport by now; empty where it is gone. */
  locate(hit: Hit): Box[];
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

export function createMarker(parts: MarkerParts): Marker {
  const { hits, overlay, asker, onScroller, onPainted } = parts;
  const covers = createCovers();
  const bars = createBars();
  const near = createNear(hits);
  let place: (hit: Hit, boxes?: readonly Box[]) => Placed | null = () => null;
  const scrolling = createScrolling(() => placings.reach());
  const placings = createPlacings({
    near,
    place: (hit, boxes) => place(hit, boxes),
    isWide: scrolling.hasBegun,
  });
  let isExpectingBars = true;
  let isUnpainted = false;
  const areRight = createComparing((hit) => place(hit));

  /** What is asked of the page's elements holds for one slice. */
  const beginSlice = (isRough: boolean): void => {
    const survey = createSurveyor(onScroller, isRough);
    const ask = covers();
    // Bars are cut out of all that is drawn.
    const isCovered = (hit: Hit, box: Box): boolean =>
      !bars.cover((box.left + box.right) / 2, box.bottom - 1) && ask(hit, box);
    place = (hit, boxes) => placeOf(hit, { survey, isCovered }, boxes);
  };
  const work = (): void => {
    beginSlice(placings.isBusy() && placings.isViewDone());
    const end = performance.now() + SLICE_MS;
    while (placings.next() && performance.now() < end);
    isUnpainted = placings.takeChange() || isUnpainted;
  };
  const paint = (): void => {
    isUnpainted = false;
    const all = placings.all();
    const marks = all.flatMap((each) => {
      const kind = asker.kindOf(each.hit.address);
      return kind ? { placed: each, kind } : [];
    });
    // A page that has nothing to mark is left without our element.
    if (overlay.isAttached() || (marks.length > 0 && overlay.attach())) overlay.draw(marks);
    overlay.cutOut(bars.boxes());
    scrolling.drawn(all, bars.isAny());
    asker.want(new Set(all.map(({ hit }) => hit.address)));
    onPainted(all.length > 0);
  };
  const lookForBars = (): void => {
    isExpectingBars = false;
    bars.look(createSurveyor(onScroller));
    overlay.cutOut(bars.boxes());
    scrolling.drawn(placings.all(), bars.isAny());
  };
  const isLeftOut = (all: readonly Placed[]): boolean =>
    !overlay.isAttached() && all.some(({ hit }) => asker.kindOf(hit.address) !== undefined);

  return {
    draw() {
      scrolling.begin();
      placings.begin();
      work();
      const hasMoved = isUnpainted;
      paint();
      return hasMoved;
    },
    goOn() {
      if (isExpectingBars && placings.all().length > 0) lookForBars();
      else if (placings.isBusy()) work();
      // As a piece of work by itself.
      else if (isUnpainted) paint();
      return placings.isBusy() || isUnpainted;
    },
    paint,
    follow() {
      beginSlice(false);
      for (const { hit, stays } of placings.all()) if (stays) placings.put(hit, place(hit));
      if (placings.takeChange()) paint();
      else overlay.cutOut(bars.boxes());
    },
    followWithin(scroller) {
      placings.follow((hit) => scroller.contains(hit.node));
    },
    afterScroll() {
      const { call, isShort } = scrolling.heard();
      if (!isShort || placings.isBusy()) return call;
      scrolling.beginAhead();
      placings.beginAhead();
      return call === 'nothing' ? 'more' : call;
    },
    isRight() {
      const all = placings.all();
      if (!placings.isViewDone() || isLeftOut(all) || !near.isSame()) return false;
      beginSlice(false);
      return areRight(all);
    },
    expectBars: () => (isExpectingBars = true),
    isEmpty: () => placings.all().length === 0,
    drawn: () =>
      placings.all().flatMap(({ hit, boxes }) => {
        const now = boxes.map((box) => shift(box, -scrollX, -scrollY));
        const shown = now.filter(
          ({ left, right, bottom }) => !isBeneath(hit, (left + right) / 2, bottom - 1),
        );
        return shown.length > 0 ? [{ hit, boxes: shown }] : [];
      }),
    hitAt: (x, y) => {
      const at = placings.all().find(({ boxes }) => boxAt(boxes, x + scrollX, y + scrollY));
      return at && !isBeneath(at.hit, x, y) ? at.hit : undefined;
    },
    locate: (hit) => (isThere(hit) ? boxesOf(hit) : []),
  };
}

/** Under a bar it is drawn, and lies beneath. One in pieces is many nodes. */
const isBeneath = (hit: Hit, x: number, y: number): boolean =>
  !('holds' in hit) && isCoveredAt({ x, y }, hit.node);
