/** All that a page holds, for whoever asks from outside of it; drawn or not. */
import type { EmailAddress } from '../people/address';
import { cardDoor } from './card-door';
import { isText } from './hits';
import type { Hit, Hits } from './hits';

function* allHits(hits: Hits): Generator<Hit> {
  for (const nodes of hits.trees()) for (const node of nodes) yield* hits.of(node);
  yield* cardDoor().disguised?.all() ?? [];
}

/** What the page shows nobody is not listed either. */
const isShown = ({ node }: Hit): boolean =>
  (isText(node) ? node.parentElement : node)?.checkVisibility() ?? false;

/** Each once, in the order of the page; one more than `most` where there are more. */
export function addressesIn(hits: Hits, most: number): EmailAddress[] {
  const all = new Set<EmailAddress>();
  for (const hit of allHits(hits)) {
    if (!all.has(hit.address) && isShown(hit)) all.add(hit.address);
    if (all.size > most) break;
  }
  return [...all];
}

export function hitFor(hits: Hits, address: EmailAddress): Hit | undefined {
  for (const hit of allHits(hits)) if (hit.address === address && isShown(hit)) return hit;
  return undefined;
}
