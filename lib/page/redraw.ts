/** When the marks are drawn anew: at most once a frame, and only where something may have moved. */

/** Layout can change without any event we may hear; then a mark is off for this long at most. */
const RECHECK_MS = 1_000;

/** Something of the page's moves for so long at least: it is followed frame by frame. */
const MOTION_MS = 300;
/** Transitions that move nothing. */
const IN_PLACE = /color|opacity|shadow|background|fill|stroke|visibility|filter|outline/;

export interface Redraw {
  redraw(): void;
  /** A tree of the page's whose events stay within it: the document, an open shadow root. */
  hear(root: Node): void;
}

/** `draw` says whether anything is drawn; `isOutdated` whether scrolling calls for a new drawing. */
export function createRedraw(
  draw: () => boolean,
  isOutdated: () => boolean,
  signal: AbortSignal,
): Redraw {
  const heard = new WeakSet<Node>();
  let movesUntil = 0;
  let frame = 0;
  let timer = 0;
  const redraw = (): void => {
    if (!frame && !document.hidden && !signal.aborted) frame = requestAnimationFrame(paint);
  };
  const paint = (): void => {
    frame = 0;
    clearTimeout(timer);
    if (!draw()) return;
    if (performance.now() < movesUntil) redraw();
    else timer = window.setTimeout(redraw, RECHECK_MS);
  };
  const handleScroll = (event: Event): void => {
    if (event.target !== document || isOutdated()) redraw();
  };
  const handleMotion = (event: Event): void => {
    if (event instanceof TransitionEvent && IN_PLACE.test(event.propertyName)) return;
    movesUntil = performance.now() + MOTION_MS;
    redraw();
  };

  const options = { capture: true, passive: true, signal };
  const hear = (root: Node): void => {
    if (heard.has(root)) return;
    heard.add(root);
    for (const type of ['scroll', 'scrollend']) root.addEventListener(type, handleScroll, options);
    for (const type of ['transitionrun', 'transitionend', 'animationstart', 'animationend']) {
      root.addEventListener(type, handleMotion, options);
    }
    for (const type of ['load', 'toggle', 'click']) root.addEventListener(type, redraw, options);
  };
  hear(document);
  document.addEventListener('visibilitychange', redraw, options);
  window.addEventListener('resize', redraw, options);
  document.fonts.addEventListener('loadingdone', redraw, { signal });
  const sizes = new ResizeObserver(redraw);
  sizes.observe(document.documentElement);
  if (document.body) sizes.observe(document.body);

  signal.addEventListener('abort', () => {
    sizes.disconnect();
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  });
  return { redraw, hear };
}
