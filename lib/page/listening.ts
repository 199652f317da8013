/**
 * Who is listened to: trees of the page as a whole, or all of them but some nodes. An observer
 * cannot leave anything out, so then it is told of all that stands beside those nodes, and beside
 * what they are in, piece by piece.
 */
import { bare } from './bare';
import { isElement } from './hits';

const TO: MutationObserverInit = {
  childList: true,
  characterData: true,
  attributeFilter: ['href'],
};
const TO_ALL_IN: MutationObserverInit = { ...TO, subtree: true };
const TO_IT_ALONE: MutationObserverInit = { attributeFilter: ['href'] };
/** To more it takes longer to listen than to be deaf for a while and to look at everything. */
const PIECES_CEILING = 2_000;
/** More than are ever listened to at a time. */
const MOST_ROOTS = 1_000;

/** It does not, where those nodes, or what they were in, have gone, or too many have come beside them. */
export type GoingOn = 'goes on' | 'gone' | 'too many';

export interface Listening {
  /** A tree, which is listened to from now on or from when all are. */
  add(root: Node, isAtOnce: boolean): void;
  toAll(): void;
  /** To all but these; false, and nobody is listened to, where that would be too many pieces. */
  around(nodes: ReadonlySet<Node>): boolean;
  /** Listens to what has come beside those nodes too. */
  goOn(records: readonly MutationRecord[]): GoingOn;
  stop(): void;
}

export function createListening(observer: MutationObserver): Listening {
  /** One that is out of the page may come back, and is not kept from being forgotten for that. */
  const roots = new Set<WeakRef<Node>>();
  const known = new WeakSet<Node>();
  /** What is not listened to, and what that is in. */
  let left: ReadonlySet<Node> = new Set();
  let path: ReadonlySet<Node> = new Set();
  let pieces = 0;
  let sweptFrom = MOST_ROOTS;

  const toChildren = (node: Node, waiting: Node[]): void => {
    observer.observe(node, TO);
    const children = bare(node).childNodes;
    for (let index = 0; index < children.length; index += 1) {
      const child = children[index] as ChildNode; // within its length
      if (left.has(child)) {
        if (isElement(child)) observer.observe(child, TO_IT_ALONE);
      } else if (path.has(child)) waiting.push(child);
      else observer.observe(child, TO_ALL_IN);
    }
  };
  const stop = (): void => {
    observer.disconnect();
    left = path = new Set();
    pieces = 0;
  };
  const knownRoots = (): Node[] =>
    [...roots].flatMap((each) => {
      const root = each.deref();
      if (!root) roots.delete(each);
      return root ? [root] : [];
    });
  /** Pages may make roots all day, and nothing tells that one is gone for good. */
  const sweep = (): void => {
    if (roots.size < sweptFrom) return;
    knownRoots();
    sweptFrom = Math.max(MOST_ROOTS, 2 * roots.size);
  };
  const hasRoomFor = (count: number): boolean => (pieces += count) <= PIECES_CEILING;

  return {
    add(root, isAtOnce) {
      sweep();
      if (!known.has(root)) roots.add(new WeakRef(root));
      known.add(root);
      if (isAtOnce) observer.observe(root, TO_ALL_IN);
    },
    toAll() {
      stop();
      for (const root of knownRoots()) observer.observe(root, TO_ALL_IN);
    },
    around(nodes) {
      stop();
      [left, path] = [nodes, above(nodes)];
      const waiting: Node[] = [];
      for (const root of knownRoots()) {
        if (left.has(root)) continue;
        if (path.has(root)) waiting.push(root);
        else observer.observe(root, TO_ALL_IN);
      }
      for (let node = waiting.pop(); node; node = waiting.pop()) {
        if (hasRoomFor(bare(node).childNodes.length)) toChildren(node, waiting);
        else {
          stop();
          return false;
        }
      }
      return true;
    },
    goOn(records) {
      for (const { target, addedNodes, removedNodes } of records) {
        if (!path.has(target)) continue;
        for (const gone of removedNodes) if (path.has(gone) || left.has(gone)) return 'gone';
        if (!hasRoomFor(addedNodes.length)) return 'too many';
        for (const added of addedNodes) observer.observe(added, TO_ALL_IN);
      }
      return 'goes on';
    },
    stop,
  };
}

function above(nodes: ReadonlySet<Node>): Set<Node> {
  const all = new Set<Node>();
  for (const each of nodes) {
    let node = bare(each).parentNode;
    for (; node && !all.has(node); node = bare(node).parentNode) all.add(node);
  }
  return all;
}
