/**
 * What changes on the page, noticed without taxing it. The observer's callback only appends;
 * a quantum later what it heard of is queued. A page that ticks (a clock, a price, a game) pays
 * for every write while it is observed, so then nobody listens: the nodes that were hot are
 * looked at once a quantum, and some seconds later everything, and we listen again.
 */
import { isInline } from './glue';
import { isText } from './hits';

export const QUANTUM_MS = 200;
/** More records than this in a quantum, on few nodes: a ticker. */
const NOISY_RECORDS = 100;
const HOT_CEILING = 32;
/** Records of one quantum beyond which the page is looked at as a whole instead. */
const RECORDS_CEILING = 5_000;
/** How long nobody listens then: long enough that listening costs the page next to nothing. */
const DEAF_QUANTA = 20;

const OBSERVED: MutationObserverInit = {
  childList: true,
  subtree: true,
  characterData: true,
  attributeFilter: ['href'],
};

/**
 * Gives what observes a tree: the document's own or an open shadow root. `onChange` gets what is
 * new or has changed; null when that is too much to say.
 */
export function createWatcher(
  onChange: (nodes: Iterable<Node> | null) => void,
  signal: AbortSignal,
): (root: Node) => void {
  const roots = new Set<Node>();
  let records: MutationRecord[] = [];
  let timer = 0;

  const observer = new MutationObserver((heard) => {
    // The cap keeps the memory; that there were more is all that is still needed.
    if (records.length <= RECORDS_CEILING) for (const record of heard) records.push(record);
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

  const handle = (): void => {
    timer = 0;
    const heard = records;
    records = [];
    onChange(heard.length > RECORDS_CEILING ? null : nodesOf(heard));
    if (heard.length < NOISY_RECORDS) return;
    const hot = new Set(heard.map((record) => record.target));
    hot.delete(document.body); // looking at it is looking at everything
    if (hot.size > HOT_CEILING) return;
    observer.disconnect();
    wait(hot, DEAF_QUANTA);
  };
  const wait = (hot: Set<Node>, quanta: number): void => {
    onChange(hot);
    if (quanta > 0) next(() => wait(hot, quanta - 1), QUANTUM_MS);
    else follow();
  };

  const stop = (): void => {
    observer.disconnect();
    records = [];
    clearTimeout(timer);
    timer = 0;
  };
  const follow = (): void => {
    stop();
    if (document.hidden || signal.aborted) return;
    listen();
    onChange(null);
  };
  document.addEventListener('visibilitychange', follow, { signal });
  signal.addEventListener('abort', stop);

  return (root) => {
    roots.add(root);
    if (!document.hidden && !signal.aborted) observer.observe(root, OBSERVED);
  };
}

/** New nodes, changed texts and re-aimed links, without those inside one another. */
function nodesOf(records: readonly MutationRecord[]): Set<Node> {
  const nodes = new Set<Node>();
  for (const record of records) {
    if (record.type === 'childList') {
      for (const node of record.addedNodes) nodes.add(node);
      // A neighbour may have been cut short by what came or go on in what went.
      addWord(nodes, record.previousSibling);
      addWord(nodes, record.nextSibling);
    } else nodes.add(record.target);
  }
  for (const node of nodes) if (isInside(node, nodes)) nodes.delete(node);
  return nodes;
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
