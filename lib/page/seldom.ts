/**
 * Work that nobody waits for: done in slices of the page's idle time, and then left for so long
 * that it stays a small share of the main thread, however large the page and however often it
 * changes. What was heard meanwhile calls for one more run. In a hidden tab, and where the page
 * leaves no idle time at all, it rests.
 */
import { SLICE_MS } from './queue';

/** After a change, so that a page that is being filled is looked at once. */
export const PAUSE_MS = 3_000;
/** Milliseconds of pause for each of work. */
const PAUSE_FOR_EACH = 2_500;
/** Even on a page that never ends. */
export const LONGEST_PAUSE_MS = 300_000;

/** Ends with the milliseconds for which it is not worth while again. */
type Steps = Iterator<unknown, number>;

/** Gives what says that there is something to do. */
export function createSeldom(begin: () => Steps, signal: AbortSignal): () => void {
  let isBusy = false;
  let isCalled = false;
  let restsUntil = 0;
  // The first run is slow because its code is new.
  let pauseForEach = PAUSE_FOR_EACH / 4;

  const call = (): void => {
    isCalled = true;
    if (isBusy) return;
    isBusy = true;
    setTimeout(start, Math.max(PAUSE_MS, restsUntil - performance.now()));
  };
  const start = (): void => {
    isCalled = false;
    // Whoever comes back to the page has it read.
    if (document.hidden) isBusy = false;
    else goOn(begin(), 0);
  };
  const goOn = (steps: Steps, before: number): void => {
    const goOnLater = (): void => goOn(steps, before);
    requestIdleCallback(() => {
      if (document.hidden && !signal.aborted) {
        return document.addEventListener('visibilitychange', goOnLater, { once: true, signal });
      }
      const from = performance.now();
      for (let spent = 0; spent < SLICE_MS;) {
        if (signal.aborted) return;
        const { done, value } = steps.next();
        const now = performance.now();
        spent = now - from;
        if (!done) continue;
        const pause = Math.min((before + spent) * pauseForEach, LONGEST_PAUSE_MS);
        restsUntil = now + Math.max(value, pause);
        pauseForEach = PAUSE_FOR_EACH;
        isBusy = false;
        if (isCalled) call();
        return;
      }
      goOn(steps, before + performance.now() - from);
    });
  };
  return call;
}
