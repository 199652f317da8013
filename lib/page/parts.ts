/**
 * A page in parts, each small enough for one native call: a call cannot be interrupted, and the
 * page waits for it. Sizes are estimated; counting a page costs as much as reading it.
 */
import { bare } from './bare';
import { isElement, isText } from './hits';

/** Elements that may be looked through at once without asking how many there are. */
const SMALL_ELEMENTS = 4_000;
/** Elements for one call of XPath: two to three milliseconds. */
const STRETCH_ELEMENTS = 17_500;
/** So many children are looked through one by one; each costs a wrapper of its own. */
const FEW_CHILDREN = 100;
/** Each is counted off from the first child; more are dearer than to go one by one. */
const STRETCHES_CEILING = 300;
/** To know how all of those are, some are looked at: the first ones at this distance, then farther apart. */
const SAMPLES_APART = 12;
const FARTHER = 1.9;
/** Of a sample with more elements the text is not asked. */
const SHORT_ELEMENTS = 100;
/** Children between two pauses. */
const CHILDREN_AT_ONCE = 2_000;
/** How often a stretch is looked through again when the page takes its end away meanwhile. */
const STRETCH_TRIES = 3;

export interface Part {
  node: Element | Text;
  /**
   * How many of its children may be looked through at once; undefined where all of it may be,
   * 0 where its children are parts themselves.
   */
  stretch?: number;
  /** About how many elements are in it, where they are stretched. */
  size: number;
  /** Whether about every second of those children or more has an @. */
  isDense?: boolean;
}

/** In their order; null is a pause. */
export function* partsOf(root: Node): Generator<Part | null> {
  const waiting = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (isText(node)) yield { node, size: 0 };
    if (!isElement(node)) continue;
    const part = partOf(node);
    yield part;
    // Last in, first out; a page's tree may be deeper than calls can be.
    if (part.stretch === 0) yield* addChildren(bare(node).childNodes, waiting);
  }
}

/** The last first. In a pause some may come or go: rather one twice than one not at all. */
function* addChildren(children: NodeListOf<ChildNode>, waiting: Node[]): Generator<null> {
  for (let index = children.length - 1; index >= 0; index -= 1) {
    const child = children[index];
    if (child) waiting.push(child);
    if (index % CHILDREN_AT_ONCE > 0 || index === 0) continue;
    const { length } = children;
    yield null;
    index += Math.max(0, children.length - length);
  }
}

/** By `childNodes` alone: to count elements the browser goes through all children once more. */
function partOf(node: Element): Part {
  const asked = bare(node);
  const children = asked.childNodes;
  if (children[FEW_CHILDREN]) {
    const samples = samplesOf(children);
    const each = Math.max(1, ...samples.map(({ size }) => size));
    const stretch = Math.floor(STRETCH_ELEMENTS / each);
    const isEven = children.length < stretch * STRETCHES_CEILING;
    const withAt = samples.filter(({ hasAt }) => hasAt).length;
    const isDense = withAt > 0 && withAt >= samples.length / 2;
    const size = children.length * each;
    if (isEven && size >= SMALL_ELEMENTS) return { node, stretch, size, isDense };
  }
  const isLone = !children[1] && asked.firstElementChild;
  const isLarge = isLone || asked.getElementsByTagName('*').item(SMALL_ELEMENTS);
  return isLarge ? { node, stretch: 0, size: 0 } : { node, size: 0 };
}

interface Sample {
  size: number;
  hasAt: boolean;
}

/**
 * Some of them, all through and the last: the first may be a heading, the last a foot. How many there
 * are is known when the end has been come to; asked before, the browser would go to it twice.
 */
function samplesOf(children: NodeListOf<ChildNode>): Sample[] {
  const samples: Sample[] = [];
  let index = 0;
  for (let child = children[0]; child; child = children[index]) {
    samples.push(...sampleAt(child));
    index = Math.ceil(index * FARTHER) + SAMPLES_APART;
  }
  const last = children[children.length - 1];
  return last ? [...samples, ...sampleAt(last)] : samples;
}

function sampleAt(child: ChildNode): Sample[] {
  // Between elements there may be nothing but line breaks.
  const element = isElement(child) ? child : child.nextSibling;
  if (!element || !isElement(element)) return [];
  const size = sizeOf(element);
  return [{ size, hasAt: size <= SHORT_ELEMENTS && bare(element).textContent.includes('@') }];
}

const sizeOf = (element: Element): number => 1 + bare(element).getElementsByTagName('*').length;

/**
 * The children of a part by stretches, as beginnings of paths. The page may change between two
 * of them: the next one begins where its first child is by then.
 */
export function* stretchesOf(parent: Element, length: number): Generator<string> {
  let tries = 0;
  for (let from = 0; ;) {
    const to = from + length;
    const next = bare(parent).childNodes[to];
    const bounds = [from > 0 && `position()>${from}`, next && `position()<=${to}`];
    const within = bounds.filter(Boolean).join(' and ') || 'true()';
    yield `node()[${within}]/descendant-or-self::`;
    if (!next) return;
    if (bare(next).parentNode === parent) from = positionOf(next);
    else if ((tries += 1) > STRETCH_TRIES) from = to;
  }
}

/** Of XPath's kinds of results, by number as in `hits`. */
const NUMBER = 1;
const positionOf = (node: Node): number =>
  document.evaluate('count(preceding-sibling::node())', node, null, NUMBER).numberValue;
