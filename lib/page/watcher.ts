/**
 * What changes on the page, noticed without taxing it. The observer's callback only appends;
 * a quantum later what it heard of is queued. A page that ticks (a clock, a price, a game) pays
 * for every write while it is observed, so then nobody listens: the nodes that were hot are
 * looked at once a quantum, and some seconds later everything, and we listen again.
 */
import { isInline } from './glue';
import { isElement, isText } from './hits';

export const QUANTUM_MS = 200;
/** More rewritings than this in a quantum, of few nodes: a ticker. */
const NOISY_RECORDS = 100;
const HOT_CEILING = 200;
/** Records and new nodes of one quantum beyond which the page is looked at as a whole instead. */
const HEARD_CEILING = 5_000;
/** How long nobody listens then: long enough that listening costs the page next to nothing. */
const DEAF_QUANTA = 20;

const OBSERVED: MutationObserverInit = {
  childList: true,
  subtree: true,
  characterData: true,
  attributeFilter: ['href'],
};

export interface Changes {
  /** What is new or has changed, and whether anything has gone. */
  onChange(nodes: Iterable<Node>, hasGone: boolean): void;
  /** What a ticker rewrites, where it holds, or has just held, anything worth a look. */
  onTick(nodes: Iterable<Node>, hasGone: boolean): void;
  /** Too much to say, or nobody has listened for a while. */
  onAll(): void;
  /** Nobody sees the page: nothing need be looked at until `onAll`. */
  onHide(): void;
}

/** Gives what observes a tree: the document's own or an open shadow root. */
export function createWatcher(changes: Changes, signal: AbortSignal): (root: Node) => void {
  const roots = new Set<Node>();
  let records: MutationRecord[] = [];
  let count = 0;
  let timer = 0;

  const observer = new MutationObserver((heard) => {
    // The cap keeps the memory; that there were more is all that is still needed.
    for (const record of heard) {
      if (count > HEARD_CEILING) break;
      records.push(record);
      count += Math.max(1, record.addedNodes.length);
    }
    if (!timer) next(handle, QUANTUM_MS);
  });
  const next = (step: () => void, delay: number): void => {
    timer = window.setTimeout(step, delay);
  };
  const listen = (): void => {
    for (const root of roots) {
      if (root.isConnected) observer.observe(root, OBSERVED);
      else roots.delete(root);
    }
  };

  const forget = (): void => {
    records = [];
    count = 0;
  };
  const handle = (): void => {
    timer = 0;
    const heard = records;
    const isTooMuch = count > HEARD_CEILING;
    forget();
    if (isTooMuch) changes.onAll();
    else changes.onChange(nodesOf(heard), heard.some(takesAway));
    const hot = hotIn(heard);
    if (!hot) return;
    observer.disconnect();
    wait(hot, new Set(hot), DEAF_QUANTA);
  };
  /** `held`: what has held anything until now, of which it must be seen that it is gone. */
  const wait = (hot: ReadonlySet<Node>, held: ReadonlySet<Node>, quanta: number): void => {
    const holding = new Set([...hot].filter(mayHold));
    const worthwhile = new Set([...held, ...holding]);
    if (worthwhile.size > 0) changes.onTick(worthwhile, [...worthwhile].some(isElement));
    next(quanta > 0 ? () => wait(hot, holding, quanta - 1) : follow, QUANTUM_MS);
  };

  const stop = (): void => {
    observer.disconnect();
    forget();
    clearTimeout(timer);
    timer = 0;
  };
  const follow = (): void => {
    stop();
    if (signal.aborted) return;
    if (document.hidden) return changes.onHide();
    listen();
    changes.onAll();
  };
  document.addEventListener('visibilitychange', follow, { signal });
  signal.addEventListener('abort', stop);

  return (root) => {
    roots.add(root);
    if (!document.hidden && !signal.aborted) observer.observe(root, OBSERVED);
  };
}

/** Most of what ticks is a number, and no more. */
const mayHold = (node: Node): boolean =>
  (isElement(node) && node.childElementCount > 0) || (node.textContent?.includes('@') ?? false);

const takesAway = (record: MutationRecord): boolean => record.removedNodes.length > 0;

/** The nodes that a ticker rewrites. What only grows is a feed: each row of it is heard of once. */
function hotIn(records: readonly MutationRecord[]): Set<Node> | null {
  if (records.length < NOISY_RECORDS) return null;
  const rewritten = records.filter((each) => each.type === 'characterData' || takesAway(each));
  const hot = new Set(rewritten.map((record) => record.target));
  hot.delete(document.body); // looking at it is looking at everything
  return rewritten.length < NOISY_RECORDS || hot.size > HOT_CEILING ? null : hot;
}

/** New nodes, changed texts and re-aimed links, without those inside one another. */
function nodesOf(records: readonly MutationRecord[]): Set<Node> {
  const nodes = new Set<Node>();
  for (const record of records) {
    if (record.type === 'childList') {
      const { addedNodes } = record;
      for (let index = 0; index < addedNodes.length; index += 1) addNode(nodes, addedNodes[index]);
      // A neighbour may have been cut short by what came or go on in what went.
      addWord(nodes, record.previousSibling);
      addWord(nodes, record.nextSibling);
    } else {
      nodes.add(record.target);
      if (isText(record.target)) addWordsBeside(nodes, record.target);
    }
  }
  let free: Node | null = null;
  for (const node of nodes) {
    // Rows of one list come one after the other.
    if (node.parentNode === free) continue;
    if (isInside(node, nodes)) nodes.delete(node);
    else free = node.parentNode;
  }
  return nodes;
}

/** What stood beside a changed text, through the elements that may stand inside a word. */
function addWordsBeside(nodes: Set<Node>, text: Node): void {
  for (const side of ['previousSibling', 'nextSibling'] as const) {
    let node = text;
    while (!node[side] && node.parentNode && isInline(node.parentNode)) node = node.parentNode;
    addWord(nodes, node[side]);
  }
}

function addNode(nodes: Set<Node>, node: Node | undefined): void {
  if (node) nodes.add(node);
}

function addWord(nodes: Set<Node>, node: Node | null): void {
  if (node && (isText(node) || isInline(node))) nodes.add(node);
}

function isInside(node: Node, nodes: ReadonlySet<Node>): boolean {
  for (let above = node.parentNode; above; above = above.parentNode) {
    if (nodes.has(above)) return true;
  }
  return false;
}
