/** Nodes that wait to be looked at, worked off in the page's idle time, a few at once. */

/** The longest that one piece of our work may hold up the page. */
export const SLICE_MS = 4;
/** Idle time may not come on a busy page; then we take a slice all the same. */
const PATIENCE_MS = 500;
/** The watcher gives less than that at once: a page that brings more waits for its next turn. */
const QUEUE_CEILING = 20_000;

/** Gives what adds nodes. `onEmpty`: everything has been looked at. */
export function createQueue(
  look: (node: Node) => void,
  onEmpty: () => void,
  signal: AbortSignal,
): (nodes: Iterable<Node>) => void {
  const waiting = new Set<Node>();
  let isScheduled = false;

  const work = (): void => {
    isScheduled = false;
    const end = performance.now() + SLICE_MS;
    for (const node of waiting) {
      if (signal.aborted) return;
      waiting.delete(node);
      look(node);
      if (performance.now() >= end) break;
    }
    if (waiting.size > 0) schedule();
    else onEmpty();
  };
  const schedule = (): void => {
    if (!isScheduled) requestIdleCallback(work, { timeout: PATIENCE_MS });
    isScheduled = true;
  };

  return (nodes) => {
    for (const node of nodes) if (waiting.size < QUEUE_CEILING) waiting.add(node);
    if (waiting.size > 0) schedule();
  };
}
