/**
 * What changes on the page, noticed without taxing it. The observer's callback only appends;
 * a quantum later what it heard of is queued. A page that ticks (a clock, a price, a game) pays
 * for every write that is listened to, so all else is listened to then, and what ticks is looked
 * at instead. Where it stands among too many things for that, nobody listens for some seconds,
 * after which everything is looked at.
 */
import { bare } from './bare';
import { isInline } from './glue';
import {
  addWordsBeside,
  HOT_CEILING,
  hotIn,
  isMoreThanText,
  nodesOf,
  NOISY_RECORDS,
  takesAway,
} from './heard';
import { isElement, isText } from './hits';
import { createListening } from './listening';

export const QUANTUM_MS = 200;
/** What ticks and has held nothing is mostly a number, and will be. */
const LOOK_MS = 1_000;
/** Records and new nodes of one quantum beyond which the page is looked at as a whole instead. */
const HEARD_CEILING = 5_000;
/** Until it is seen whether it still ticks: long enough that this costs the page next to nothing. */
const TICKING_MS = 4_000;
/** What never ends is asked each time after twice as long. */
const TICKING_LONG_MS = 64_000;

export interface Changes {
  /** What is new or has changed; whether anything has gone, and more than texts have come or gone. */
  onChange(nodes: Iterable<Node>, hasGone: boolean, isMore: boolean): void;
  /** What a ticker rewrites, where it holds, or has just held, anything worth a look. */
  onTick(nodes: Iterable<Node>, hasGone: boolean): void;
  /** These have ticked, and may have become anything meanwhile. */
  onTicked(nodes: Iterable<Node>): void;
  /** Too much to say, or nobody has listened for a while. */
  onAll(): void;
  /** Nobody sees the page: nothing need be looked at until `onAll`. */
  onHide(): void;
}

interface Ticker {
  hot: ReadonlySet<Node>;
  /** All else is listened to. */
  isHeardAround: boolean;
  until: number;
  /** What is looked at: with what an address may go on in. */
  nodes: readonly Node[];
  /** What held anything when it was last looked at, of which it must be seen that it is gone. */
  held: readonly Node[];
}

/** Gives what observes a tree: the document's own or an open shadow root. */
export function createWatcher(changes: Changes, signal: AbortSignal): (root: Node) => void {
  let batches: MutationRecord[][] = [];
  let count = 0;
  let timer = 0;
  let ticker: Ticker | null = null;
  let looking = 0;
  let lasts = TICKING_MS;
  /** Since when everything has been listened to. */
  let since = -Infinity;
  /** When what ticked was taken away: where that goes on, it does not pay to listen to what is around it. */
  let tornOutAt = -Infinity;

  const observer = new MutationObserver((records) => {
    const wasCalm = count < NOISY_RECORDS;
    // The caps keep the memory; that there were more is all that is still needed.
    if (count <= HEARD_CEILING) batches.push(records.slice(0, HEARD_CEILING));
    count += records.length;
    const isTicking = wasCalm && count >= NOISY_RECORDS && hotIn(batches.flat()) !== null;
    // Whatever ticks costs the page more for as long as it is listened to.
    if (isTicking) clearTimeout(timer);
    if (isTicking || !timer) timer = window.setTimeout(handle, isTicking ? 0 : QUANTUM_MS);
    if (!ticker) return;
    const goingOn = records.length > HEARD_CEILING ? 'too many' : listening.goOn(records);
    if (goingOn === 'goes on') return;
    if (goingOn === 'gone') tornOutAt = performance.now();
    listen();
  });
  const listening = createListening(observer);

  const forget = (): void => {
    batches = [];
    count = 0;
  };
  const listen = (): void => {
    clearTimeout(looking);
    ticker = null;
    since = performance.now();
    listening.toAll();
  };
  const handle = (): void => {
    timer = 0;
    const isTooMuch = count > HEARD_CEILING;
    const heard = batches.flat();
    forget();
    const hot = hotIn(heard);
    const goesOn = performance.now() - since < TICKING_MS;
    // What still ticks, and was looked at all the time, is no news.
    const news = hot && goesOn ? heard.filter(({ target }) => !hot.has(target)) : heard;
    const nodes = isTooMuch ? null : nodesOf(news, HEARD_CEILING);
    if (!nodes) changes.onAll();
    else if (news.length > 0) {
      changes.onChange(nodes, news.some(takesAway), news.some(isMoreThanText));
    }
    if (hot) attend(hot, goesOn);
  };
  const attend = (more: ReadonlySet<Node>, goesOn: boolean): void => {
    clearTimeout(looking);
    if (!ticker) lasts = goesOn ? Math.min(2 * lasts, TICKING_LONG_MS) : TICKING_MS;
    const all = new Set([...(ticker?.hot ?? []), ...more]);
    const isFew = all.size > 0 && all.size <= HOT_CEILING;
    const isTornOut = performance.now() - tornOutAt < TICKING_MS;
    const isHeardAround = isFew && !isTornOut && listening.around(all);
    if (!isHeardAround) listening.stop();
    tornOutAt = -Infinity;
    const hot = isFew ? all : more;
    const nodes = [...withWords(hot)];
    const until = performance.now() + (isHeardAround ? lasts : TICKING_MS);
    ticker = { hot, isHeardAround, until, nodes, held: nodes };
    look(ticker);
  };
  const look = (at: Ticker): void => {
    const held = at.nodes.filter(mayHold);
    if (held.length > 0 || at.held.length > 0) {
      const worthwhile = new Set([...at.held, ...held]);
      changes.onTick(worthwhile, ![...worthwhile].every(isText));
    }
    at.held = held;
    if (performance.now() < at.until) {
      looking = window.setTimeout(look, held.length > 0 ? QUANTUM_MS : LOOK_MS, at);
    } else {
      listen();
      if (!at.isHeardAround) changes.onAll();
      else if (!at.nodes.every(isText)) changes.onTicked(at.nodes);
    }
  };

  const stop = (): void => {
    listening.stop();
    forget();
    for (const each of [timer, looking]) clearTimeout(each);
    timer = 0;
    ticker = null;
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
    listening.add(root, !document.hidden && !signal.aborted);
  };
}

/** Most of what ticks is a number, and no more. */
const mayHold = (node: Node): boolean =>
  (isElement(node) && bare(node).childElementCount > 0) ||
  (bare(node).textContent?.includes('@') ?? false);

/** Beside what ticks may stand the rest of an address. */
function withWords(hot: ReadonlySet<Node>): Set<Node> {
  const nodes = new Set(hot);
  for (const node of hot) if (isText(node) || isInline(node)) addWordsBeside(nodes, node);
  return nodes;
}
