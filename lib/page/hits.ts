import type { Found } from './finder';

/** An address on the page: a stretch of a text node, or a whole mailto link that shows none. */
export interface Hit extends Found {
  node: Text | HTMLElement;
}

export const isText = (node: Node): node is Text => node.nodeType === Node.TEXT_NODE;

/** A page may not make us grow without end. */
export const HITS_CEILING = 20_000;

export interface Hits {
  /** What stands in this node now; an empty list forgets it. */
  put(node: Hit['node'], found: readonly Found[]): void;
  of(node: Hit['node']): readonly Hit[];
  room(): number;
  /** Forgets whatever has left the page. */
  prune(): void;
  /** For every tree (the document, each shadow root) its nodes with hits, in document order. */
  trees(): Iterable<readonly Hit['node'][]>;
}

export function createHits(): Hits {
  const byNode = new Map<Hit['node'], Hit[]>();
  const trees = new Map<Node, Hit['node'][]>();
  let count = 0;

  const forget = (node: Hit['node']): boolean => {
    count -= byNode.get(node)?.length ?? 0;
    return byNode.delete(node);
  };
  const prune = (): void => {
    for (const node of byNode.keys()) if (!node.isConnected) forget(node);
    for (const [root, nodes] of trees) {
      const kept = nodes.filter((node) => byNode.has(node) && node.getRootNode() === root);
      if (kept.length > 0) trees.set(root, kept);
      else trees.delete(root);
    }
  };

  return {
    put(node, found) {
      const known = forget(node);
      const room = HITS_CEILING - count;
      if (found.length > 0 && room > 0 && node.isConnected) {
        const kept = found.slice(0, room).map((each) => ({ ...each, node }));
        byNode.set(node, kept);
        count += kept.length;
        place(treeOf(trees, node), node, known);
      } else if (known) {
        prune();
      }
    },
    of: (node) => byNode.get(node) ?? [],
    room: () => HITS_CEILING - count,
    prune,
    trees: () => trees.values(),
  };
}

function treeOf(trees: Map<Node, Hit['node'][]>, node: Node): Hit['node'][] {
  const root = node.getRootNode();
  const nodes = trees.get(root) ?? [];
  trees.set(root, nodes);
  return nodes;
}

function place(nodes: Hit['node'][], node: Hit['node'], known: boolean): void {
  if (known) {
    const old = nodes.indexOf(node);
    if (old >= 0) nodes.splice(old, 1);
  }
  let low = 0;
  let high = nodes.length;
  // A page is read from its beginning, so most nodes belong at the end.
  if (follows(node, nodes.at(-1))) low = high;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (follows(node, nodes[middle])) low = middle + 1;
    else high = middle;
  }
  nodes.splice(low, 0, node);
}

const follows = (node: Node, other: Node | undefined): boolean =>
  other !== undefined &&
  (other.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
