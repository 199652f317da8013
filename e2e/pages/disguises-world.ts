/** The reader of disguises in a page of the lab, beside the ordinary one, with nobody to ask. */
import { createDisguised } from '../../lib/page/disguised-hits';
import { partsIn } from '../../lib/page/disguised-gate';
import { createHits } from '../../lib/page/hits';
import { readPage } from '../../lib/page/reading';

const hits = createHits();

export function start(): void {
  const { signal } = new AbortController();
  const trees = readPage(hits, () => disguised.consider(), signal);
  const disguised = createDisguised(
    { hitsOf: hits.of, trees, partsIn },
    () => {
      found = [...disguised.trees()].flatMap((nodes) => nodes.flatMap(disguised.of));
    },
    signal,
  );
}

let found: { address: string }[] = [];

/** What the reader of disguises has found last. */
export const disguises = (): string[] => found.map(({ address }) => address).toSorted();
