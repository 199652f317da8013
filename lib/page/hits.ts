import { bare } from './bare';
import type { Found } from './finder';
import { insert, remove, stands } from './order';
import type { Ordered } from './order';
import { shownIn } from './shown';

/** An address on the page: a stretch of a text node, or a whole mailto link that shows none. */
export interface Hit extends Found {
  node: Text | HTMLElement;
}

/**
 * By number: in a world of its own even the name `Node` costs a page something, once. A form may give
 * another node for it, but no number.
 */
export const isText = (node: Node): node is Text => node.nodeType === 3;
export const isElement = (node: Node): node is Element => bare(node).nodeType === 1;

/** A page may not make us grow without end. */
export const HITS_CEILING = 20_000;
/** So much must have gone before the page is read again for what was turned away. */
const ROOM_AGAIN = 2_000;

export interface Hits {
  /**
   * What stands in this node now; an empty list forgets it. `isNext`: it is known to come after
   * what was put last, in the same tree. `isUnasked`: whether it is shown, and whole, is asked of
   * it once somebody wants to know. Says whether anything is kept.
   */
  put(node: Hit['node'], found: readonly Found[], isNext?: boolean, isUnasked?: boolean): boolean;
  has(node: Node): boolean;
  of(node: Hit['node']): readonly Hit[];
  /** Something in it, for measuring alone: whether it counts need not have been asked. */
  someIn(node: Hit['node']): Hit | undefined;
  room(): number;
  /** Another number whenever anything was put or forgotten. */
  version(): number;
  /**
   * Forgets whatever has left the page, or no longer says what it said; only of what was put at
   * `since`, a version, or before is that asked. True where there is room again for what was
   * turned away: the page is worth another reading.
   */
  prune(stillSays?: (hit: Hit) => boolean, since?: number): boolean;
  /** For every tree (the document, each shadow root) its nodes with hits, in document order. */
  trees(): Iterable<readonly Hit['node'][]>;
}

interface Place {
  found: readonly Found[];
  isUnasked: boolean;
  /** Made for whoever asks: of most nobody ever does. */
  hits: readonly Hit[] | null;
  tree: Ordered<Hit['node']>;
  version: number;
}

const NONE: readonly Hit[] = [];

export function createHits(): Hits {
  const places = new Map<Node, Place>();
  const trees = new Map<Node, Ordered<Hit['node']>>();
  let count = 0;
  let isFull = false;
  let version = 0;

  let last: Place | null = null;

  const treeOf = (node: Node): Place['tree'] | null => {
    const root = node.getRootNode();
    if (root !== document && !node.isConnected) return null;
    const tree = trees.get(root) ?? { nodes: [], latest: 0 };
    if (tree.nodes.length === 0) trees.set(root, tree);
    return tree;
  };

  return {
    put(node, all, isNext = false, isUnasked = false) {
      const known = places.get(node);
      const isNone = all.length === 0;
      if (!known && isNone) return false;
      version += 1;
      const next = isNext && last ? last.tree : null;
      // In a reading that is not the first most stand where they stood.
      const stays = !isNone && next !== null && known?.tree === next && stands(next, node);
      if (known) {
        count -= known.found.length;
        if (!stays) remove(known.tree, node);
        places.delete(node);
      }
      const tree = isNone ? null : (next ?? treeOf(node));
      const room = HITS_CEILING - count;
      if (tree && all.length > room) isFull = true;
      if (!tree || room <= 0) return false;
      const found = all.length > room ? all.slice(0, room) : all;
      last = { found, isUnasked, hits: null, tree, version };
      places.set(node, last);
      count += found.length;
      if (!stays) insert(tree, node, next !== null);
      return true;
    },
    has: (node) => places.has(node),
    of(node) {
      const place = places.get(node);
      if (!place) return NONE;
      return (place.hits ??= hitsIn(node, place));
    },
    someIn(node) {
      const place = places.get(node);
      const [first] = place?.found ?? [];
      return place?.hits?.[0] ?? (first && { ...first, node });
    },
    room: () => HITS_CEILING - count,
    version: () => version,
    prune(stillSays = () => true, since = Infinity) {
      last = null;
      const isHere = (node: Hit['node'], place: Place | undefined): boolean =>
        place !== undefined &&
        node.isConnected &&
        (place.version > since || place.found.every((each) => stillSays({ ...each, node })));
      for (const [root, { nodes }] of trees) {
        let kept = 0;
        for (const node of nodes) {
          const place = places.get(node);
          if (isHere(node, place)) nodes[(kept += 1) - 1] = node;
          else {
            version += 1;
            count -= place?.found.length ?? 0;
            places.delete(node);
          }
        }
        nodes.length = kept;
        if (kept === 0) trees.delete(root);
      }
      const isWorthwhile = isFull && count < HITS_CEILING - ROOM_AGAIN;
      if (isWorthwhile) isFull = false;
      return isWorthwhile;
    },
    *trees() {
      for (const { nodes } of trees.values()) yield nodes;
    },
  };
}

function hitsIn(node: Hit['node'], { found, isUnasked }: Place): readonly Hit[] {
  const shown = isUnasked && isText(node) ? shownIn(node, found) : found;
  return shown.map(({ address, start, end }) => ({ address, start, end, node }));
}
