/**
 * The moment of a frame in which the page has just been laid out, and not yet been painted. Whoever
 * asks where things are before that has the page laid out early, and once more after what its own
 * scripts still change. Only what watches sizes is told then, and of any element once at first.
 */

/** Of a page without a root, or where that has no size, nothing may be told. */
const PATIENCE_MS = 100;

/**
 * Gives what asks for it: in the next frame, once, however often it is asked for. `begin` is done as
 * that frame begins.
 */
export function createLaidOut(
  work: () => void,
  signal: AbortSignal,
  begin?: () => void,
): () => void {
  let isAsked = false;
  let [frame, late] = [0, 0];
  const stop = (): void => {
    observer.disconnect();
    cancelAnimationFrame(frame);
    clearTimeout(late);
    isAsked = false;
  };
  const end = (): void => {
    stop();
    // Whoever sees the page again asks again.
    if (!document.hidden) work();
  };
  const observer = new ResizeObserver(end);
  // While sizes are being told, nothing may be observed: the page would hear of an error.
  const observe = (): void => {
    late = window.setTimeout(end, PATIENCE_MS);
    begin?.();
    const root = document.documentElement as Element | null; // a page may take it away
    if (root) observer.observe(root);
  };
  signal.addEventListener('abort', stop);
  return () => {
    if (isAsked || signal.aborted) return;
    isAsked = true;
    frame = requestAnimationFrame(observe);
  };
}
