/** What the scanner holds of a page, and what a slow walk over the page as it is now would find. */
import { findAddresses } from '../../lib/page/finder.ts';
import { isCutOut } from '../../lib/page/glue.ts';
import { createHits } from '../../lib/page/hits.ts';
import { readPage } from '../../lib/page/reading.ts';

const LEFT_OUT =
  'script,style,noscript,template,textarea,select,title,[contenteditable]:not([contenteditable="false" i])';

const hits = createHits();
let slices = 0;

export function start(): void {
  const idle = globalThis.requestIdleCallback;
  globalThis.requestIdleCallback = (work, options) => {
    const counted = (deadline: IdleDeadline): void => {
      slices += 1;
      work(deadline);
    };
    return idle(counted, options);
  };
  readPage(hits, () => null, new AbortController().signal);
}

export const slicesTaken = (): number => slices;

/** In the order they are kept in, which is to be the page's. */
export const held = (): string[] =>
  [...hits.trees()].flatMap((nodes) =>
    nodes.flatMap((node) => hits.of(node).map(({ address, start }) => `${address} at ${start}`)),
  );

export const there = (): string[] => rootsIn(document).flatMap(addressesIn);

function rootsIn(root: Document | ShadowRoot): (Document | ShadowRoot)[] {
  const inner = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
    shadowRoot ? rootsIn(shadowRoot) : [],
  );
  return [root, ...inner];
}

function addressesIn(root: Document | ShadowRoot): string[] {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const text = node as Text; // by the filter
    if (text.parentElement?.closest(LEFT_OUT)) continue;
    for (const each of findAddresses(text.data)) {
      if (!isCutOut(text, each)) found.push(`${each.address} at ${each.start}`);
    }
  }
  return found;
}
