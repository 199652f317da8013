/** Finds what is on the page now, and whatever comes, goes or changes. */
import type { Tree } from './disguised-gate';
import type { Hits } from './hits';
import { createQueue } from './queue';
import { createShadowRoots } from './shadow-roots';
import { createLook, stillSays } from './walker';
import { createWatcher } from './watcher';

/** A custom element may get its shadow root only when the page's scripts have come. */
const LATE_ROOTS_MS = [1_000, 3_000, 9_000];

/**
 * Gives the body and the open shadow roots that are known. `redraw` hears whether anything but texts
 * may have come or changed.
 */
export function readPage(
  hits: Hits,
  redraw: (isMoreThanText: boolean) => void,
  signal: AbortSignal,
): () => Tree[] {
  let hasGone = false;
  let [hasMoved, isMoreThanText] = [false, false];
  /** What was known when it was last begun to read what nobody had listened to; 0 where nothing was. */
  let readSince = 0;
  let drawn = -1;

  const roots = createShadowRoots((root) => {
    observe(root);
    hasMoved = isMoreThanText = true;
    queue.add([root]);
  });
  const trees = (): Tree[] => [document.body ?? document.documentElement, ...roots.all()];
  const readAll = (): void => {
    hasMoved = isMoreThanText = true;
    readSince = hits.version();
    queue.add(trees());
  };
  const onEmpty = (): void => {
    const isRoots = roots.reconsider();
    // A reading hands over what has an @ now; what had one, and was not heard to change, is known.
    const isHits = readSince > 0 ? hits.prune(stillSays, readSince) : hasGone && hits.prune();
    hasGone = false;
    readSince = 0;
    // What a ticker writes shifts nothing that the marks would not be drawn anew for anyway.
    if (hasMoved || hits.version() !== drawn) redraw(isMoreThanText);
    hasMoved = isMoreThanText = false;
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
      onChange(nodes, isGone, isMore) {
        hasGone ||= isGone;
        hasMoved = true;
        isMoreThanText ||= isMore;
        queue.add(nodes);
      },
      onTick(nodes, isGone) {
        hasGone ||= isGone;
        queue.add(nodes);
      },
      onTicked(nodes) {
        isMoreThanText = true;
        readSince = hits.version();
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
  return trees;
}
