/** All that tells that something on the page may have moved. */

/** After so long without scrolling it is over: a page that scrolls by script ends it in each frame. */
export const CALM_MS = 150;
/** While the page is scrolled, it is asked so often how far: the first question in a frame is dear. */
const PACE_MS = 75;
/** Transitions that move nothing. */
const IN_PLACE = /color|opacity|shadow|background|fill|stroke|visibility|filter|outline/;
const MOTIONS = [
  'transitionrun',
  'transitionstart',
  'transitionend',
  'animationstart',
  'animationend',
];

export interface PageEvents {
  /** The page was scrolled; whether each frame of that is to be told. */
  onScroll(): boolean;
  /** A box of the page's was scrolled. */
  onScrollWithin(scroller: Node): void;
  /** Scrolling is over. */
  onCalm(): void;
  onMotion(): void;
  onChange(): void;
  onLoad(): void;
}

interface HeardPage {
  /** For trees whose events stay within them: the document, an open shadow root. */
  hear(root: Node): void;
  isScrolling(): boolean;
}

export function hearPage(events: PageEvents, signal: AbortSignal): HeardPage {
  const heard = new WeakSet<Node>();
  let scrolledAt = 0;
  let settling = 0;
  let toldAt = -Infinity;
  let [isPaced, isUntold] = [true, false];

  const tell = (now: number): void => {
    toldAt = now;
    isUntold = false;
    isPaced = !events.onScroll();
  };
  const settle = (): void => {
    const now = performance.now();
    const isCalm = now - scrolledAt >= CALM_MS;
    settling = isCalm ? 0 : window.setTimeout(settle, CALM_MS);
    if (isUntold) tell(now);
    if (isCalm) events.onCalm();
  };
  const handleScroll = (event: Event): void => {
    const { target, isTrusted, timeStamp } = event;
    if (!isTrusted || !(target instanceof Node)) return;
    scrolledAt = timeStamp;
    settling ||= window.setTimeout(settle, CALM_MS);
    if (target !== document) events.onScrollWithin(target);
    else if (isPaced && timeStamp - toldAt < PACE_MS) isUntold = true;
    else tell(timeStamp);
  };
  const handleMotion = (event: Event): void => {
    // Whoever forges one does not make us measure the page frame by frame.
    if (!event.isTrusted) return;
    if (event instanceof TransitionEvent && IN_PLACE.test(event.propertyName)) return;
    events.onMotion();
  };

  const options = { capture: true, passive: true, signal };
  const hear = (root: Node): void => {
    if (heard.has(root)) return;
    heard.add(root);
    root.addEventListener('scroll', handleScroll, options);
    for (const type of MOTIONS) root.addEventListener(type, handleMotion, options);
    for (const type of ['toggle', 'click']) root.addEventListener(type, events.onChange, options);
    root.addEventListener('load', events.onLoad, options);
  };
  hear(document);
  document.addEventListener('visibilitychange', events.onChange, options);
  window.addEventListener('resize', events.onChange, options);
  document.fonts.addEventListener('loadingdone', events.onChange, { signal });
  signal.addEventListener('abort', () => clearTimeout(settling));
  return { hear, isScrolling: () => settling !== 0 };
}
