/**
 * When the marks are drawn anew: at most once a frame, and only where something has moved. What is
 * ahead is drawn in idle time.
 */
import { createAhead } from './ahead';
import { createGrowth } from './growth';
import { createLaidOut } from './laid-out';
import { CALM_MS, hearPage } from './page-events';
import type { Call } from './scrolling';

/** Layout can change without any event we may hear; then a mark is off for this long at most. */
const RECHECK_MS = 1_000;
/** What is not seen by comparing, such as a text that is shown now: so often the view is measured. */
const DRAW_ANEW_MS = 5_000;
/** What began to move is followed frame by frame, until it has been still for so long. */
const MOTION_MS = 300;
/** A page where nothing is drawn may grow all the time; an address that comes with it is heard of. */
const GROWTH_MS = 1_000;
/** After a change that has moved nothing, growth is not asked sooner what it has moved. */
const GROWN_MS = 200;

/** What is drawn; see `Marker`. */
export interface Drawing {
  /** Whether anything is not where it was. */
  draw(): boolean;
  /** The same of the view; what is ahead is left as it is if nothing in view has moved or come. */
  drawView(): boolean;
  /** Whether there is nothing to be kept in its place; what is drawn in idle time may be the first. */
  isEmpty(): boolean;
  isRight(isTimed: boolean): boolean;
  paint(): void;
  follow(): void;
  followWithin(scroller: Node): void;
  goOn(): boolean;
  afterScroll(): Call;
  expectBars(): void;
}

export interface Redraw {
  redraw(): void;
  /** The same if need be: the page has changed. What is new in it and no text may be a bar. */
  reread(isMoreThanText: boolean): void;
  /** What is known of the addresses has changed. */
  repaint(): void;
  /** A tree of the page's whose events stay within it: the document, an open shadow root. */
  hear(root: Node): void;
}

/** What the next frame is for, once the page is laid out; each does what those before it do. */
const REST = 0;
const PAINT = 1;
const CHECK = 2;
const DRAW_VIEW = 3;
const DRAW = 4;

/** `goesOn` is asked before anything is drawn: an outdated script ends there. */
export function createRedraw(drawing: Drawing, goesOn: () => boolean, signal: AbortSignal): Redraw {
  let wanted = REST;
  let [isPaintWanted, isTimed, isReread, mayBeBar, isCalm] = [false, false, false, false, false];
  const scrolled = new Set<Node>();
  const ahead = createAhead(() => goOn(), signal);
  let [movesUntil, calmAt, drawnAt] = [0, 0, -Infinity];
  let timer = 0;

  const want = (what: number): void => {
    if (document.hidden || signal.aborted) return;
    wanted = Math.max(wanted, what);
    inFrame();
  };
  const inFrame = createLaidOut(() => void (goesOn() && work()), signal);
  const redraw = (): void => want(DRAW);
  const recheck = (): void => want(CHECK);
  const work = (): void => {
    const now = performance.now();
    const what = wanted;
    const wasTimed = isTimed;
    const [isPaintDue, wasReread] = [isPaintWanted, isReread];
    wanted = REST;
    isTimed = isPaintWanted = isReread = false;
    if (what === PAINT) return drawing.paint();
    clearTimeout(timer);
    timer = 0;
    for (const scroller of scrolled) drawing.followWithin(scroller);
    scrolled.clear();
    const isOld = now - drawnAt > DRAW_ANEW_MS;
    const due = dueFor({ what, isOld, wasReread }, () => drawing.isRight(wasTimed));
    // While it is scrolled, a page is asked for no more than what comes into view.
    const isMore = due !== REST && (isOld || what !== DRAW_VIEW);
    if (isCalm || isMore) expectBars(now);
    if (isMore) drawnAt = now;
    if (due !== REST) draw(due, isMore && (wasTimed || now < movesUntil));
    else if (isPaintDue) drawing.paint();
    // What grows at its end moves nothing.
    if (due === REST && !wasTimed) growth.rest(drawing.isEmpty() ? GROWTH_MS : GROWN_MS);
    // A page may change all the time.
    if (wasTimed && mayBeBar) expectBars(now);
    ahead.offer(now, now >= movesUntil && now >= calmAt);
    if (now < movesUntil) return want(CHECK);
    // What only time will tell is asked once more even where there is nothing to keep in place.
    if (!drawing.isEmpty() || !wasTimed) checkIn(now < calmAt ? CALM_MS : RECHECK_MS);
  };
  /** They are looked for in idle time. */
  const expectBars = (now: number): void => {
    mayBeBar = isCalm = false;
    drawing.expectBars();
    ahead.want(now);
  };
  const draw = (what: number, isFollowed: boolean): void => {
    const hasMoved = what === DRAW ? drawing.draw() : drawing.drawView();
    if (isFollowed && hasMoved) movesUntil = performance.now() + MOTION_MS;
  };
  const check = (): void => {
    timer = 0;
    // What nothing tells of can wait until the page is no longer scrolled, but not for ever.
    if (isScrolling() && performance.now() - drawnAt < DRAW_ANEW_MS) return checkIn(RECHECK_MS);
    isTimed = true;
    recheck();
  };
  const checkIn = (ms: number): void => {
    // The script may have been ended by what has just been asked of it.
    if (!signal.aborted) timer ||= window.setTimeout(check, ms);
  };
  const goOn = (): boolean => {
    const isMore = drawing.goOn();
    if (!drawing.isEmpty() && wanted === REST) checkIn(RECHECK_MS);
    return isMore;
  };
  const growth = createGrowth((hasShrunk) => {
    // What made it shorter may cut off a text that has not moved itself.
    if (!drawing.isEmpty()) return hasShrunk ? redraw() : recheck();
    growth.rest(GROWTH_MS);
    checkIn(GROWTH_MS);
  }, signal);
  const { hear, isScrolling } = hearPage(
    {
      onScroll() {
        const call = drawing.afterScroll();
        if (call.for === 'drawing') want(DRAW_VIEW);
        // Such an event is a frame's already.
        else if (call.for === 'following') drawing.follow();
        if (call.isShort || call.for === 'drawing') ahead.goOn();
        return call.for === 'following';
      },
      onScrollWithin(scroller) {
        scrolled.add(scroller);
        calmAt = performance.now() + CALM_MS;
        want(DRAW);
      },
      onCalm() {
        isCalm = true;
        recheck();
        ahead.goOn();
      },
      onMotion() {
        movesUntil = performance.now() + MOTION_MS;
        redraw();
      },
      onChange: redraw,
      onLoad: recheck,
    },
    signal,
  );
  signal.addEventListener('abort', () => clearTimeout(timer));
  return {
    ...{ redraw, hear },
    reread(isMoreThanText) {
      isReread = true;
      mayBeBar ||= isMoreThanText;
      recheck();
    },
    repaint() {
      isPaintWanted = true;
      want(PAINT);
    },
  };
}

/** What is to be drawn; whether all is right is asked only where it matters. */
function dueFor(
  { what, isOld, wasReread }: { what: number; isOld: boolean; wasReread: boolean },
  isRight: () => boolean,
): number {
  const isView = what === DRAW_VIEW || isOld;
  if (what === DRAW) return DRAW;
  // To compare first what is measured in any case would be the same work twice.
  if (isView && !wasReread) return DRAW_VIEW;
  if (!isRight()) return DRAW;
  return isView ? DRAW_VIEW : REST;
}
