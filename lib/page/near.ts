/** Which addresses lie near the viewport, and whether these are still the same. */
import type { EveryHit } from './every-hit';
import type { Hit } from './hits';
import type { Box } from './surroundings';
import { holds, indicesWithin } from './window';
import type { Band, Span } from './window';

/** The addresses of one node, and where the first of them is on the page. */
export interface NearNode {
  hits: readonly Hit[];
  boxes: readonly [Box, ...Box[]];
}

export interface Near {
  /**
   * Those of a band of the page, which begins at the document's own top; null is a pause. `known`
   * tells where a node is that need not be measured.
   */
  within(band: Band, known: (hit: Hit) => readonly Box[] | undefined): Generator<NearNode | null>;
  /** Whether looking again would, for all that is quickly told, find the same. */
  isSame(): boolean;
}

interface Looked extends Span {
  count: number;
  /** Only where the nodes run down: elsewhere it would be nearly all there are. */
  hits: readonly Hit[];
}

/** `measure`: where an address is on the page. */
export function createNear(hits: EveryHit, measure: (hit: Hit) => Box[]): Near {
  let looked = new Map<readonly Hit['node'][], Looked>();
  let band: Band = { top: 0, bottom: 0 };
  let version = -1;

  const hitsAt = (nodes: readonly Hit['node'][], index: number): readonly Hit[] => {
    const node = nodes[index];
    return node ? hits.of(node) : [];
  };
  const hitsOf = (nodes: readonly Hit['node'][], { from, to }: Span): Hit[] => {
    const all: Hit[] = [];
    for (let index = from; index <= to; index += 1) all.push(...hitsAt(nodes, index));
    return all;
  };
  /** What was passed on the way to the band, and on the way out of it, still lies on that side. */
  const isOutside = (nodes: readonly Hit['node'][], { from, to }: Span): boolean => {
    const [above, below] = [from - 1, to + 1].map((index) => {
      const [hit] = hitsAt(nodes, index);
      return hit && measure(hit)[0];
    });
    return (!above || above.bottom < band.top) && (!below || below.top > band.bottom);
  };
  const isSameIn = (nodes: readonly Hit['node'][]): boolean => {
    const last = looked.get(nodes);
    if (!last) return nodes.length === 0;
    if (!last.isOrdered) return hits.version() === version;
    // Only behind a node that is known to lie farther may anything have come.
    if (nodes.length !== last.count && last.to === last.count - 1) return false;
    const now = hitsOf(nodes, last);
    if (now.length !== last.hits.length || now.some((hit, at) => hit !== last.hits[at])) {
      return false;
    }
    return isOutside(nodes, last);
  };

  const keep = (now: typeof looked, wanted: Band, startVersion: number): void => {
    // Whoever has looked at a part once more still knows the whole.
    const isPart = version === startVersion && holds(band, wanted) && !holds(wanted, band);
    if (isPart && [...now.keys()].every((nodes) => looked.has(nodes))) return;
    [looked, band, version] = [now, wanted, startVersion];
  };

  return {
    *within(wanted, known) {
      const now = new Map<readonly Hit['node'][], Looked>();
      const startVersion = hits.version();
      for (const nodes of hits.trees()) {
        const measured = new Map<number, { some: Hit | undefined; boxes: readonly Box[] }>();
        const measureAt = (index: number): Box | undefined => {
          const last = measured.get(index);
          if (last) return last.boxes[0];
          const node = nodes[index];
          // Whether it counts need not be asked of what is only passed on the way.
          const some = node && hits.someIn(node);
          const boxes = some ? (known(some) ?? measure(some)) : [];
          measured.set(index, { some, boxes });
          return boxes[0];
        };
        const search = indicesWithin(nodes.length, measureAt, wanted);
        let step = search.next();
        for (; !step.done; step = search.next()) {
          const index = step.value;
          const { some, boxes = [] } = (index !== null && measured.get(index)) || {};
          const all = index === null ? [] : hitsAt(nodes, index);
          const [first] = all;
          // What was measured on the way may turn out to be but a piece of an address.
          const isKnown = !first || isSameStretch(some, first);
          const [box, ...others] = isKnown ? boxes : measure(first);
          yield box ? { hits: all, boxes: [box, ...others] } : null;
        }
        const span = step.value;
        // Of those that lie anyhow any change counts, whatever it is of.
        const passed = span.isOrdered ? hitsOf(nodes, span) : [];
        now.set(nodes, { ...span, count: nodes.length, hits: passed });
      }
      keep(now, wanted, startVersion);
    },
    isSame() {
      return [...hits.trees()].every(isSameIn);
    },
  };
}

const isSameStretch = (some: Hit | undefined, hit: Hit): boolean =>
  some === hit || (some?.start === hit.start && some.end === hit.end && !('pieces' in hit));
