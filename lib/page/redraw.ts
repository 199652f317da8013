/**
 * When the marks are drawn anew: at most once a frame, and only where something has moved. What is
 * ahead is drawn in idle time.
 */
import { createAhead } from './ahead';
import { CALM_MS, hearPage } from './page-events';
import type { Call } from './scrolling';

/** Layout can change without any event we may hear; then a mark is off for this long at most. */
const RECHECK_MS = 1_000;
/** What is not seen by comparing, such as a text that is shown now: so often all is measured. */
const DRAW_ANEW_MS = 5_000;
/** What began to move is followed frame by frame, until it has been still for so long. */
const MOTION_MS = 300;
/** A page where nothing is drawn may grow all the time; an address that comes with it is heard of. */
const GROWTH_MS = 1_000;

/** What is drawn; see `Marker`. */
export interface Drawing {
  /** Whether anything is not where it was. */
  draw(): boolean;
  /** Whether there is nothing to be kept in its place; what is drawn in idle time may be the first. */
  isEmpty(): boolean;
  isRight(): boolean;
  paint(): void;
  follow(): void;
  followWithin(scroller: Node): void;
  goOn(): boolean;
  afterScroll(): Call;
  expectBars(): void;
}

export interface Redraw {
  redraw(): void;
  /** The same if need be: the page has changed. What is new in it may be a bar. */
  reread(): void;
  /** What is known of the addresses has changed. */
  repaint(): void;
  /** A tree of the page's whose events stay within it: the document, an open shadow root. */
  hear(root: Node): void;
}

/** What the next frame is for; each does what those before it do. */
const REST = 0;
const PAINT = 1;
const FOLLOW = 2;
const CHECK = 3;
const DRAW = 4;

export function createRedraw(drawing: Drawing, signal: AbortSignal): Redraw {
  let wanted = REST;
  let [isPaintWanted, isTimed, isReread] = [false, false, false];
  const scrolled = new Set<Node>();
  const ahead = createAhead(() => goOn(), signal);
  let [movesUntil, calmAt, drawnAt] = [0, 0, -Infinity];
  let [frame, timer, growing] = [0, 0, 0];

  const want = (what: number): void => {
    if (document.hidden || signal.aborted) return;
    wanted = Math.max(wanted, what);
    frame ||= requestAnimationFrame(work);
  };
  const redraw = (): void => want(DRAW);
  const recheck = (): void => want(CHECK);
  const work = (now: number): void => {
    const what = wanted;
    const wasTimed = isTimed;
    const isPaintDue = isPaintWanted;
    frame = wanted = REST;
    isTimed = isPaintWanted = false;
    if (what === PAINT) return drawing.paint();
    if (what === FOLLOW) {
      if (isPaintDue) drawing.paint();
      return drawing.follow();
    }
    clearTimeout(timer);
    timer = 0;
    const isOld = now - drawnAt > DRAW_ANEW_MS;
    for (const scroller of scrolled) drawing.followWithin(scroller);
    scrolled.clear();
    // To compare first would be the same work twice.
    const isDue = what === DRAW || isOld || !drawing.isRight();
    if (isDue) draw(now, wasTimed || now < movesUntil);
    else if (isPaintDue) drawing.paint();
    // A page may change all the time.
    if (wasTimed && isReread) expectBars(now);
    ahead.offer(now, now >= movesUntil && now >= calmAt);
    if (now < movesUntil) return want(CHECK);
    // What only time will tell is asked once more even where there is nothing to keep in place.
    if (!drawing.isEmpty() || !wasTimed) checkIn(now < calmAt ? CALM_MS : RECHECK_MS);
  };
  /** They are looked for in idle time. */
  const expectBars = (now: number): void => {
    isReread = false;
    drawing.expectBars();
    ahead.want(now);
  };
  const draw = (now: number, isFollowed: boolean): void => {
    drawnAt = now;
    expectBars(now);
    const hasMoved = drawing.draw();
    if (isFollowed && hasMoved) movesUntil = now + MOTION_MS;
  };
  const check = (): void => {
    [timer, isTimed] = [0, true];
    recheck();
  };
  const checkIn = (ms: number): void => void (timer ||= window.setTimeout(check, ms));
  const goOn = (): boolean => {
    const isMore = drawing.goOn();
    if (!drawing.isEmpty() && !frame) checkIn(RECHECK_MS);
    return isMore;
  };
  const { hear } = hearPage(
    {
      onScroll() {
        const call = drawing.afterScroll();
        if (call === 'drawing') redraw();
        else if (call === 'following') want(FOLLOW);
        if (call !== 'nothing') ahead.goOn();
      },
      onScrollWithin(scroller) {
        scrolled.add(scroller);
        calmAt = performance.now() + CALM_MS;
        want(DRAW);
      },
      onCalm() {
        drawing.expectBars();
        recheck();
        ahead.goOn();
      },
      onMotion() {
        movesUntil = performance.now() + MOTION_MS;
        redraw();
      },
      onChange: redraw,
      onLoad: recheck,
      onGrowth() {
        if (!drawing.isEmpty()) return recheck();
        growing ||= window.setTimeout(() => {
          growing = 0;
          recheck();
        }, GROWTH_MS);
      },
    },
    signal,
  );

  signal.addEventListener('abort', () => {
    cancelAnimationFrame(frame);
    for (const each of [timer, growing]) clearTimeout(each);
  });
  return {
    ...{ redraw, hear },
    reread() {
      isReread = true;
      recheck();
    },
    repaint() {
      isPaintWanted = true;
      want(PAINT);
    },
  };
}
