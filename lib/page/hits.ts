import type { Found } from './finder';

/** An address on the page: a stretch of a text node, or a whole mailto link that shows none. */
export interface Hit extends Found {
  node: Text | HTMLElement;
}

/** By number: in a world of its own even the name `Node` costs a page something, once. */
export const isText = (node: Node): node is Text => node.nodeType === 3;
export const isElement = (node: Node): node is Element => node.nodeType === 1;
const FOLLOWING = 4;

/** A page may not make us grow without end. */
export const HITS_CEILING = 20_000;
/** So much must have gone before the page is read again for what was turned away. */
const ROOM_AGAIN = 2_000;

export interface Hits {
  /**
   * What stands in this node now; an empty list forgets it. `before`: what is known to stand
   * right before it among those with hits, so that nobody need compare.
   */
  put(node: Hit['node'], found: readonly Found[], before?: Node): void;
  of(node: Hit['node']): readonly Hit[];
  room(): number;
  /** Another number whenever anything was put or forgotten. */
  version(): number;
  /**
   * Forgets whatever has left the page, or no longer says what it said. True where there is room
   * again for what was turned away: the page is worth another reading.
   */
  prune(stillSays?: (hit: Hit) => boolean): boolean;
  /** For every tree (the document, each shadow root) its nodes with hits, in document order. */
  trees(): Iterable<readonly Hit['node'][]>;
}

interface Place {
  hits: Hit[];
  tree: Hit['node'][];
}

const NONE: readonly Hit[] = [];

export function createHits(): Hits {
  const places = new Map<Hit['node'], Place>();
  const trees = new Map<Node, Hit['node'][]>();
  let count = 0;
  const insert = createInsert();
  let isFull = false;
  let version = 0;

  const forget = (node: Hit['node'], { hits, tree }: Place): void => {
    count -= hits.length;
    places.delete(node);
    const index = tree.indexOf(node);
    if (index >= 0) tree.splice(index, 1);
  };

  return {
    put(node, found, before) {
      const known = places.get(node);
      if (known) forget(node, known);
      if (known || found.length > 0) version += 1;
      if (found.length === 0) return;
      const root = node.getRootNode();
      if (root !== document && !node.isConnected) return;
      const room = HITS_CEILING - count;
      if (found.length > room) isFull = true;
      if (room <= 0) return;
      const hits: Hit[] = [];
      for (const { address, start, end } of found.slice(0, room)) {
        hits.push({ address, start, end, node });
      }
      const tree = trees.get(root) ?? [];
      if (tree.length === 0) trees.set(root, tree);
      places.set(node, { hits, tree });
      count += hits.length;
      if (before && tree.at(-1) === before) tree.push(node);
      else insert(tree, node);
    },
    of: (node) => places.get(node)?.hits ?? NONE,
    room: () => HITS_CEILING - count,
    version: () => version,
    prune(stillSays) {
      const isHere = (node: Hit['node']): boolean =>
        node.isConnected && (!stillSays || (places.get(node)?.hits.every(stillSays) ?? false));
      for (const [root, tree] of trees) {
        let kept = 0;
        for (const node of tree) {
          if (isHere(node)) tree[(kept += 1) - 1] = node;
          else {
            version += 1;
            count -= places.get(node)?.hits.length ?? 0;
            places.delete(node);
          }
        }
        tree.length = kept;
        if (kept === 0) trees.delete(root);
      }
      const isWorthwhile = isFull && count < HITS_CEILING - ROOM_AGAIN;
      if (isWorthwhile) isFull = false;
      return isWorthwhile;
    },
    trees: () => trees.values(),
  };
}

/** Keeps the document's order. New nodes mostly come last, or one after the other. */
function createInsert(): (nodes: Hit['node'][], node: Hit['node']) => void {
  let latest = 0;
  return (nodes, node) => {
    let low = 0;
    let high = nodes.length;
    if (follows(node, nodes.at(-1))) low = high;
    else if (follows(node, nodes[latest])) {
      low = latest + 1;
      if (!follows(node, nodes[low])) high = low;
    }
    while (low < high) {
      const middle = (low + high) >> 1;
      if (follows(node, nodes[middle])) low = middle + 1;
      else high = middle;
    }
    if (low === nodes.length) nodes.push(node);
    else nodes.splice(low, 0, node);
    latest = low;
  };
}

const follows = (node: Node, other: Node | undefined): boolean =>
  other !== undefined && (other.compareDocumentPosition(node) & FOLLOWING) !== 0;
