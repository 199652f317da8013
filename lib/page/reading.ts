/** Finds what is on the page now, and whatever comes, goes or changes. */
import type { Hits } from './hits';
import { createQueue } from './queue';
import { createShadowRoots } from './shadow-roots';
import { createLook } from './walker';
import { createWatcher } from './watcher';

/** A custom element may get its shadow root only when the page's scripts have come. */
const LATE_ROOTS_MS = [1_000, 3_000, 9_000];

export function readPage(hits: Hits, redraw: () => void, signal: AbortSignal): void {
  const roots = createShadowRoots((root) => {
    observe(root);
    queue([root]);
  });
  const look = createLook(hits, (nodes) => queue(nodes), roots.consider);
  const onEmpty = (): void => {
    roots.reconsider();
    hits.prune();
    redraw();
  };
  const queue = createQueue(look, onEmpty, signal);
  const everything = (): Node[] => [document.body ?? document.documentElement, ...roots.all()];
  const observe = createWatcher((nodes) => queue(nodes ?? everything()), signal);
  observe(document);
  if (!document.hidden) queue(everything());
  for (const delay of LATE_ROOTS_MS) setTimeout(roots.reconsider, delay);
}
