/** All that a page holds, for whoever asks from outside of it; drawn or not. */
import type { EmailAddress } from '../people/address';
import type { EveryHit } from './every-hit';
import type { Hit } from './hits';
import { isThere, isVisible } from './placing';
import { elementOf } from './surroundings';

function* allHits(hits: EveryHit): Generator<Hit> {
  for (const nodes of hits.trees()) for (const node of nodes) yield* hits.of(node);
}

/** What the page shows nobody is not listed either, nor what it no longer says (law 1). */
function isShown(hit: Hit): boolean {
  const element = elementOf(hit.node);
  return element !== null && isVisible(element) && isThere(hit);
}

/** Each once, in the order of the page; one more than `most` where there are more. */
export function addressesIn(hits: EveryHit, most: number): EmailAddress[] {
  const all = new Set<EmailAddress>();
  for (const hit of allHits(hits)) {
    if (!all.has(hit.address) && isShown(hit)) all.add(hit.address);
    if (all.size > most) break;
  }
  return [...all];
}

export function hitFor(hits: EveryHit, address: EmailAddress): Hit | undefined {
  for (const hit of allHits(hits)) if (hit.address === address && isShown(hit)) return hit;
  return undefined;
}
