/** All that is known of the page as one: the ordinary addresses, and those in disguise. */
import type { CardDoor } from './card-door';
import type { Hits } from './hits';

/** A node may be in two of its trees, with the same hits. */
export type EveryHit = Pick<Hits, 'trees' | 'of' | 'someIn' | 'version'>;

export function createEveryHit(hits: EveryHit, door: CardDoor): EveryHit {
  const all = (): Pick<Hits, 'trees' | 'of'>[] =>
    door.disguised ? [hits, door.disguised] : [hits];
  return {
    trees: () => all().flatMap((each) => [...each.trees()]),
    of: (node) => all().flatMap((each) => each.of(node)),
    someIn: (node) => hits.someIn(node) ?? door.disguised?.of(node)[0],
    // Disguises come in lists of their own, which are other ones whenever anything has changed.
    version: hits.version,
  };
}
