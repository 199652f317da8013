/** What an observer's records come to. */
import { bare } from './bare';
import { isInline } from './glue';
import { isText } from './hits';

/** More rewritings than this in a quantum, of few nodes: a ticker. */
export const NOISY_RECORDS = 100;
export const HOT_CEILING = 200;

export const takesAway = (record: MutationRecord): boolean => record.removedNodes.length > 0;

/** Whether it brings or takes more than texts. */
export const isMoreThanText = ({ addedNodes, removedNodes }: MutationRecord): boolean =>
  hasMoreThanText(addedNodes) || hasMoreThanText(removedNodes);

function hasMoreThanText(nodes: NodeList): boolean {
  for (let index = 0; index < nodes.length; index += 1) {
    if (!isText(nodes[index] as Node)) return true; // within its length
  }
  return false;
}

/** The nodes that a ticker rewrites. What only grows is a feed: each row of it is heard of once. */
export function hotIn(records: readonly MutationRecord[]): Set<Node> | null {
  if (records.length < NOISY_RECORDS) return null;
  const rewritten = records.filter((each) => each.type === 'characterData' || takesAway(each));
  const hot = new Set(rewritten.map((record) => record.target));
  hot.delete(document.body); // looking at it is looking at everything
  return rewritten.length < NOISY_RECORDS || hot.size > HOT_CEILING ? null : hot;
}

/** New nodes, changed texts and re-aimed links, without those inside one another; null beyond `most`. */
export function nodesOf(records: readonly MutationRecord[], most: number): Set<Node> | null {
  const nodes = new Set<Node>();
  const changed = new Set<Node>();
  for (const record of records) {
    if (nodes.size > most) return null;
    if (record.type === 'childList') {
      const { addedNodes } = record;
      const { length } = addedNodes;
      if (length > most) return null;
      for (let index = 0; index < length; index += 1) nodes.add(addedNodes[index] as Node); // within it
      // A neighbour may have been cut short by what came or go on in what went.
      addWord(nodes, record.previousSibling);
      addWord(nodes, record.nextSibling);
    } else if (!changed.has(record.target)) {
      changed.add(record.target);
      nodes.add(record.target);
      if (isText(record.target)) addWordsBeside(nodes, record.target);
    }
  }
  let free: Node | null = null;
  for (const node of nodes) {
    // Rows of one list come one after the other.
    const { parentNode } = bare(node);
    if (parentNode === free) continue;
    if (isInside(parentNode, nodes)) nodes.delete(node);
    else free = parentNode;
  }
  return nodes;
}

/** What stands beside a changed text, through the elements that may stand inside a word. */
export function addWordsBeside(nodes: Set<Node>, text: Node): void {
  for (const side of ['previousSibling', 'nextSibling'] as const) {
    let node = bare(text);
    while (!node[side] && node.parentNode && isInline(node.parentNode)) {
      node = bare(node.parentNode);
    }
    addWord(nodes, node[side]);
  }
}

function addWord(nodes: Set<Node>, node: Node | null): void {
  if (node && !nodes.has(node) && (isText(node) || isInline(node))) nodes.add(node);
}

function isInside(parent: Node | null, nodes: ReadonlySet<Node>): boolean {
  for (let above = parent; above; above = bare(above).parentNode) {
    if (nodes.has(above)) return true;
  }
  return false;
}
