/** Finds what is on the page now, and whatever comes, goes or changes. */
import type { Hits } from './hits';
import { createQueue } from './queue';
import { createShadowRoots } from './shadow-roots';
import { createLook, stillSays } from './walker';
import { createWatcher } from './watcher';

/** A custom element may get its shadow root only when the page's scripts have come. */
const LATE_ROOTS_MS = [1_000, 3_000, 9_000];

export function readPage(hits: Hits, redraw: () => void, signal: AbortSignal): void {
  let hasGone = false;
  let hasMoved = false;
  let isReadAnew = false;
  let drawn = -1;

  const roots = createShadowRoots((root) => {
    observe(root);
    queue.add([root]);
  });
  const readAll = (): void => {
    hasGone = true;
    hasMoved = true;
    isReadAnew = true;
    queue.add([document.body ?? document.documentElement, ...roots.all()]);
  };
  const onEmpty = (): void => {
    const isRoots = roots.reconsider();
    // A reading hands over what has an @ now; what had one, and was not heard to change, is known.
    const isHits = hasGone && hits.prune(isReadAnew ? stillSays : undefined);
    hasGone = false;
    isReadAnew = false;
    // What a ticker writes shifts nothing that the marks would not be drawn anew for anyway.
    if (hasMoved || hits.version() !== drawn) redraw();
    hasMoved = false;
    drawn = hits.version();
    if (isRoots || isHits) readAll();
  };
  const queue = createQueue(
    createLook(hits, roots.consider),
    { onEmpty, onOverflow: readAll },
    signal,
  );
  const observe = createWatcher(
    {
      onChange(nodes, isGone) {
        hasGone ||= isGone;
        hasMoved = true;
        queue.add(nodes);
      },
      onTick(nodes, isGone) {
        hasGone ||= isGone;
        queue.add(nodes);
      },
      onAll: readAll,
      onHide: queue.clear,
    },
    signal,
  );
  observe(document);
  if (!document.hidden) readAll();
  for (const delay of LATE_ROOTS_MS) setTimeout(roots.reconsider, delay);
}
