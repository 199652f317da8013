/** When what is ahead is drawn: in idle time, once nothing moves, or has moved for too long. */

/** Idle time may not come on a busy page. */
const PATIENCE_MS = 500;
const RESTLESS_MS = 1_000;

export interface Ahead {
  /** There is something to draw. */
  want(now: number): void;
  /** It is begun with, if it is wanted and its time has come. */
  offer(now: number, isStill: boolean): void;
  goOn(): void;
}

/** `work`: a slice of it; false when there is no more to do. */
export function createAhead(work: () => boolean, signal: AbortSignal): Ahead {
  let since = Infinity;
  let idle = 0;
  const goOn = (): void => {
    since = Infinity;
    idle ||= requestIdleCallback(
      () => {
        idle = 0;
        if (!signal.aborted && !document.hidden && work()) goOn();
      },
      { timeout: PATIENCE_MS },
    );
  };
  signal.addEventListener('abort', () => cancelIdleCallback(idle));
  return {
    want: (now) => (since = Math.min(since, now)),
    offer(now, isStill) {
      if (since < Infinity && (isStill || now - since > RESTLESS_MS)) goOn();
    },
    goOn,
  };
}
