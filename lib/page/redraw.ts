/** When the marks are drawn anew: at most once a frame, and only where something may have moved. */

/** Layout can change without any event we may hear; then a mark is off for this long at most. */
const RECHECK_MS = 1_000;

/** `draw` says whether anything is drawn; `isOutdated` whether scrolling calls for a new drawing. */
export function createRedraw(
  draw: () => boolean,
  isOutdated: () => boolean,
  signal: AbortSignal,
): () => void {
  let frame = 0;
  let timer = 0;
  const redraw = (): void => {
    if (!frame && !document.hidden && !signal.aborted) frame = requestAnimationFrame(paint);
  };
  const paint = (): void => {
    frame = 0;
    clearTimeout(timer);
    if (draw()) timer = window.setTimeout(redraw, RECHECK_MS);
  };

  const options = { capture: true, passive: true, signal };
  document.addEventListener(
    'scroll',
    (event) => {
      if (event.target !== document || isOutdated()) redraw();
    },
    options,
  );
  for (const type of ['load', 'toggle', 'transitionend', 'click', 'visibilitychange']) {
    document.addEventListener(type, redraw, options);
  }
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
  return redraw;
}
