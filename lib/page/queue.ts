/** Nodes that wait to be looked at, worked off in the page's idle time, a few at once. */
import type { Look, Pause } from './walker';

/** The longest that one piece of our work may hold up the page. */
export const SLICE_MS = 4;
/** What takes long by itself is not begun later in a slice. */
const EARLY_MS = 1;
/** Idle time may not come on a busy page; then we take a slice all the same, as any task. */
const PATIENCE_MS = 40;
/** More are not kept: everything is looked at again instead. */
const QUEUE_CEILING = 20_000;

export interface Queue {
  /** Even of none the end is told: something may have gone. */
  add(nodes: Iterable<Node>): void;
  clear(): void;
}

/**
 * `onEmpty`: everything has been looked at; `onOverflow`: there was more than can be kept, and
 * what was kept has been looked at.
 */
export function createQueue(
  look: Look,
  { onEmpty, onOverflow }: { onEmpty(): void; onOverflow(): void },
  signal: AbortSignal,
): Queue {
  const waiting = new Set<Node>();
  let begun: Generator<Pause> | null = null;
  let isScheduled = false;
  let isOverflowing = false;

  const step = (): Pause => {
    if (!begun) {
      const [node] = waiting;
      if (!node) return;
      waiting.delete(node);
      begun = look(node) ?? null;
      return;
    }
    const { done, value } = begun.next();
    if (done) begun = null;
    return value;
  };
  const isUnfinished = (): boolean => begun !== null || waiting.size > 0;
  const work = (): void => {
    isScheduled = false;
    const start = performance.now();
    let most: number;
    do {
      if (signal.aborted) return;
      most = step() ? EARLY_MS : SLICE_MS;
    } while (isUnfinished() && performance.now() < start + most);
    if (isUnfinished()) schedule();
    else finish();
  };
  const finish = (): void => {
    onEmpty();
    if (isOverflowing) onOverflow();
    isOverflowing = false;
  };
  const schedule = (): void => {
    if (!isScheduled) requestIdleCallback(work, { timeout: PATIENCE_MS });
    isScheduled = true;
  };

  return {
    add(nodes) {
      for (const node of nodes) {
        if (waiting.size < QUEUE_CEILING) waiting.add(node);
        else isOverflowing = true;
      }
      schedule();
    },
    clear() {
      waiting.clear();
      begun = null;
    },
  };
}
