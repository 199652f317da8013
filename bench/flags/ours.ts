/** The flags as a page gets them, with a background that answers at once and out of nothing. */
import { createHits } from '../../lib/page/hits.ts';
import { startFlags } from '../../lib/page/flags.ts';
import { readPage } from '../../lib/page/reading.ts';
import type { Asking, PageCalls } from '../../lib/messaging/protocol.ts';
import type { MarkKind } from '../../lib/people/mark.ts';

const KINDS: MarkKind[] = ['unknown', 'absent', 'one', 'both', 'pending', 'attention', 'stop'];

const client = {
  recognise: ({ addresses }: { addresses: string[] }) =>
    Promise.resolve({
      ok: true,
      value: addresses.map((address) => KINDS[address.length % KINDS.length]),
    }),
  hovered: () => Promise.resolve({ ok: true }),
  bringCard: () => Promise.resolve({ ok: true }),
  bringReader: () => Promise.resolve({ ok: true }),
} as unknown as Asking<PageCalls>; // as much of it as is asked here

/** The flags' own roots, which are closed to all others. */
const roots: ShadowRoot[] = [];

export function ours(): void {
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function attach(init): ShadowRoot {
    const root = attachShadow.call(this, init);
    roots.push(root);
    return root;
  };
  startFlags(client, () => null, new AbortController().signal);
}

/** Whether marks are left out beneath something. */
export const isCut = (): boolean => roots.some((root) => root.querySelector('svg')?.style.clipPath);

/** How long after it came each address was found: rows say when they came. */
export const found: number[] = [];

export function oursWatched(): void {
  const hits = createHits();
  const { put } = hits;
  hits.put = (node, addresses, ...known) => {
    const came = node.parentElement?.closest<HTMLElement>('[data-came]')?.dataset.came;
    if (came && addresses.length > 0) found.push(performance.now() - Number(came));
    return put(node, addresses, ...known);
  };
  readPage(hits, () => null, new AbortController().signal);
}
