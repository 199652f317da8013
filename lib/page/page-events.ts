/** All that tells that something on the page may have moved. */

/** After so long without scrolling it is over: a page that scrolls by script ends it in each frame. */
export const CALM_MS = 150;
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
  onScroll(): void;
  /** A box of the page's was scrolled. */
  onScrollWithin(scroller: Node): void;
  /** Scrolling is over. */
  onCalm(): void;
  onMotion(): void;
  onChange(): void;
  onLoad(): void;
  onGrowth(): void;
}

/** `hear` is for trees whose events stay within them: the document, an open shadow root. */
export function hearPage(events: PageEvents, signal: AbortSignal): { hear: (root: Node) => void } {
  const heard = new WeakSet<Node>();
  let scrolledAt = 0;
  let settling = 0;

  const settle = (): void => {
    const isCalm = performance.now() - scrolledAt >= CALM_MS;
    settling = isCalm ? 0 : window.setTimeout(settle, CALM_MS);
    if (isCalm) events.onCalm();
  };
  const handleScroll = (event: Event): void => {
    const { target, isTrusted } = event;
    if (!isTrusted || !(target instanceof Node)) return;
    scrolledAt = performance.now();
    settling ||= window.setTimeout(settle, CALM_MS);
    if (target === document) events.onScroll();
    else events.onScrollWithin(target);
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
  const sizes = new ResizeObserver(events.onGrowth);
  sizes.observe(document.documentElement);
  if (document.body) sizes.observe(document.body);
  signal.addEventListener('abort', () => {
    sizes.disconnect();
    clearTimeout(settling);
  });
  return { hear };
}
