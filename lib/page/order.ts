/** Keeps nodes in the order of their document. New ones mostly come last, or one after another. */

const FOLLOWING = 4;

export interface Ordered<Kept extends Node> {
  nodes: Kept[];
  /** Where the latest of them was added, or seen to stand. */
  latest: number;
}

/** `isNext`: it is known to come after the latest. */
export function insert<Kept extends Node>(all: Ordered<Kept>, node: Kept, isNext: boolean): void {
  const { nodes } = all;
  const isLast = isNext && all.latest === nodes.length - 1;
  all.latest = isLast ? nodes.length : indexFor(all, node);
  if (all.latest === nodes.length) nodes.push(node);
  else nodes.splice(all.latest, 0, node);
}

export function remove<Kept extends Node>(all: Ordered<Kept>, node: Kept): void {
  const index = all.nodes.indexOf(node);
  if (index < 0) return;
  all.nodes.splice(index, 1);
  if (index <= all.latest) all.latest -= 1;
}

/** Whether one that is known to come after the latest stands there already; then it is the latest. */
export function stands<Kept extends Node>(all: Ordered<Kept>, node: Kept): boolean {
  const isThere = all.nodes[all.latest + 1] === node;
  if (isThere) all.latest += 1;
  return isThere;
}

function indexFor({ nodes, latest }: Ordered<Node>, node: Node): number {
  let low = 0;
  let high = nodes.length;
  if (follows(node, nodes.at(-1))) return high;
  if (follows(node, nodes[latest])) {
    low = latest + 1;
    if (!follows(node, nodes[low])) return low;
  }
  while (low < high) {
    const middle = (low + high) >> 1;
    if (follows(node, nodes[middle])) low = middle + 1;
    else high = middle;
  }
  return low;
}

const follows = (node: Node, other: Node | undefined): boolean =>
  other !== undefined && (other.compareDocumentPosition(node) & FOLLOWING) !== 0;
