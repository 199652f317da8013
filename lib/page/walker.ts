/**
 * Page to hits. Native calls do the walking: `textContent` tells whether there is anything at
 * all, XPath hands over only the text nodes with an @. A loop of ours over the page's nodes
 * would make a wrapper for each of them.
 */
import { bare } from './bare';
import { foldAddress, isAddress } from '../people/address';
import type { EmailAddress } from '../people/address';
import { findAddresses } from './finder';
import { isElement, isText } from './hits';
import type { Hit, Hits } from './hits';
import { partsOf, stretchesOf } from './parts';
import type { Part } from './parts';
import { plainAddress } from './whole';
import { isHeldBack, isSkipped, shownIn } from './shown';

const LINKS = 'a[href^="mailto:" i]';
const TEXT = 'text()[contains(string(),"@")]';
/** Only these names can be custom elements, which is where open shadow roots are. */
const CUSTOM = '*[contains(name(),"-")]';
const ALL = 'descendant-or-self::';
/** Leaves out at once the children without an @: a third of the time where few have one. */
const SIEVE = '[contains(string(),"@")]/';
/** What the sieve is for: fewer than one @ for so many children. It is as quick as `textContent`. */
const CHILDREN_FOR_EACH = 4;
const SPARSE_STRETCH = 4;
/** What is larger is not asked for its text as a whole first. */
const GATED_ELEMENTS = 60_000;
/** An element with no more text is looked through at once. */
const SMALL_CHARS = 20_000;
/** Texts between two pauses: some tenths of a millisecond. */
const TEXTS_AT_ONCE = 100;

/** Parts between two pauses: of each the size is asked. */
const PARTS_AT_ONCE = 20;

/** Where the look may be interrupted; what takes some milliseconds is best begun with. */
export type Pause = void | 'before a long call';

/**
 * Looks at a text node or through a whole element; what is large it gives back to be gone through,
 * with pauses wherever that may be interrupted.
 */
export type Look = (node: Node) => Generator<Pause> | undefined;

/** An element that has an open shadow root, or may have one some day, goes to `onCustomElement`. */
export function createLook(hits: Hits, onCustomElement: (element: Element) => void): Look {
  const lookAtOnce = (element: Element, hasAt: boolean): undefined => {
    if (hasAt) forEachAt(ALL + TEXT, element, (text) => lookAtText(text as Text, hits)); // by the path
    forEachAt(ALL + CUSTOM, element, (custom) => onCustomElement(custom as Element)); // by the path
    for (const link of linksAt(element)) lookAtLink(link, hits);
  };
  function* lookThrough(element: Element): Generator<Pause> {
    if (isSkipped(element)) return;
    const parts: Part[] = [];
    for (const part of partsOf(element)) {
      if (part) parts.push(part);
      if (!part || parts.length % PARTS_AT_ONCE === 0) yield;
    }
    yield* lookForText(parts, hits);
    yield* lookForCustoms(parts, onCustomElement);
    yield* lookForLinks(element, hits);
  }
  function* lookAtAll(nodes: Iterable<Node>): Generator<Pause> {
    for (const node of nodes) {
      yield* look(node) ?? [];
      yield;
    }
  }
  const look: Look = (node) => {
    const asked = bare(node);
    if (!asked.isConnected) return undefined;
    if (isText(node)) {
      lookAtText(node, hits);
      return undefined;
    }
    if (!isElement(node)) return lookAtAll([...asked.childNodes]);
    // The page as a whole is read for its text once only.
    const text = node === document.body ? null : asked.textContent;
    if (text === null || text.length > SMALL_CHARS) return lookThrough(node);
    return lookAtOnce(node, text.includes('@'));
  };
  return look;
}

/** Everything that can be read. */
export function* lookForText(parts: Iterable<Part | null>, hits: Hits): Generator<Pause> {
  for (const part of parts) {
    yield;
    if (!part) continue;
    const { node, stretch } = part;
    if (isText(node)) lookAtText(node, hits);
    else if (stretch) yield* lookAlong(node, part, hits);
    else if (stretch === undefined && countAts(node, 1) > 0) {
      yield* lookAtTexts(evaluate(ALL + TEXT, node), hits);
    }
  }
}

function* lookAlong(parent: Element, part: Part, hits: Hits): Generator<Pause> {
  const dense = Math.ceil(bare(parent).childNodes.length / CHILDREN_FOR_EACH);
  let ats = part.isDense ? dense : 1;
  if (!part.isDense && part.size <= GATED_ELEMENTS) {
    yield 'before a long call';
    ats = countAts(parent, dense);
    if (ats === 0) return;
  }
  const isSparse = ats < dense;
  const stretch = (part.stretch ?? 0) * (isSparse ? SPARSE_STRETCH : 1);
  for (const path of stretchesOf(parent, stretch)) {
    yield 'before a long call';
    const texts = evaluate((isSparse ? path.replace('/', SIEVE) : path) + TEXT, parent);
    yield;
    yield* lookAtTexts(texts, hits);
  }
}

function countAts(element: Element, enough: number): number {
  const text = bare(element).textContent ?? '';
  let count = 0;
  for (let at = text.indexOf('@'); at >= 0 && count < enough; at = text.indexOf('@', at + 1)) {
    count += 1;
  }
  return count;
}

function* lookAtTexts(texts: XPathResult, hits: Hits): Generator<Pause> {
  const { snapshotLength } = texts;
  let isNext = false;
  let isUnasked = false;
  for (let index = 0; index < snapshotLength; index += 1) {
    const text = texts.snapshotItem(index) as Text; // by the path
    if (index % TEXTS_AT_ONCE === 0) {
      if (index > 0) yield;
      isNext = false;
      // Of few texts each is asked itself.
      isUnasked = snapshotLength > TEXTS_AT_ONCE && !isHeldBack(text);
    }
    isNext = lookAtText(text, hits, isNext, isUnasked) || isNext;
  }
}

/** Of hundreds among which nothing was seen to be held back the plain ones are not asked for more yet. */
function lookAtText(text: Text, hits: Hits, isNext = false, isUnasked = false): boolean {
  const { data } = text;
  const plain = isUnasked ? plainAddress(data) : null;
  if (plain) return hits.put(text, plain, isNext, isUnasked);
  const found = findAddresses(data, hits.room() + 1);
  // Most nodes have neither an address now nor had one before.
  if (found.length === 0 && !hits.has(text)) return false;
  return hits.put(text, shownIn(text, found), isNext);
}

/** Where shadow roots may be. */
export function* lookForCustoms(
  parts: Iterable<Part>,
  onCustomElement: (element: Element) => void,
): Generator<Pause> {
  for (const { node, stretch } of parts) {
    if (isText(node)) continue;
    for (const path of stretch ? stretchesOf(node, stretch) : [stretch === 0 ? 'self::' : ALL]) {
      if (stretch) yield 'before a long call';
      forEachAt(path + CUSTOM, node, (custom) => onCustomElement(custom as Element)); // by the path
      yield;
    }
  }
}

/** Links that show no address. */
function* lookForLinks(element: Element, hits: Hits): Generator<Pause> {
  let count = 0;
  for (const link of linksAt(element)) {
    lookAtLink(link, hits);
    if ((count += 1) % TEXTS_AT_ONCE === 0) yield;
  }
}

/** Those in an element and the one it may be in. */
function linksAt(element: Element): HTMLElement[] {
  const asked = bare(element);
  const { parentElement } = asked;
  const around = parentElement && bare(parentElement).closest<HTMLElement>(LINKS);
  const hasLinks = asked.querySelector(LINKS) !== null; // mostly not, and to make a list takes longer
  const links = hasLinks ? [...asked.querySelectorAll<HTMLElement>(LINKS)] : [];
  if (asked.matches(LINKS)) links.push(element as HTMLElement); // by the selector
  if (around) links.push(around);
  return links;
}

function lookAtLink(link: HTMLElement, hits: Hits): void {
  const address = isSkipped(link) ? null : addressOfLink(link);
  const isShown = findAddresses(link.textContent ?? '', 1).length > 0;
  hits.put(link, address && !isShown ? [{ address, start: 0, end: 0 }] : []);
}

/** The one address a mailto link is for; null where it is for several or none. */
export function addressOfLink(link: Element): EmailAddress | null {
  const path = link.getAttribute('href')?.trim().slice('mailto:'.length).split('?')[0] ?? '';
  try {
    const address = foldAddress(decodeURIComponent(path));
    return isAddress(address) ? address : null;
  } catch {
    return null; // a stray percent sign: a mail program would not read it either
  }
}

/** Whether this is still what the page says there (law 1): it may have changed unseen. */
export const stillSays = ({ node, start, end, address }: Hit): boolean =>
  isText(node)
    ? foldAddress(node.data.slice(start, end)) === address
    : addressOfLink(node) === address;

/** Of XPath's kinds of results, by number as in `hits`. */
const ORDERED_SNAPSHOT = 7;
const expressions = new Map<string, XPathExpression>();

/** A snapshot: the page may change while it is gone through. */
function evaluate(path: string, element: Element): XPathResult {
  const expression = expressions.get(path) ?? document.createExpression(path);
  // Paths with positions in them are not met again.
  if (path.startsWith(ALL)) expressions.set(path, expression);
  return expression.evaluate(element, ORDERED_SNAPSHOT);
}

function forEachAt(path: string, element: Element, see: (node: Node) => void): void {
  const nodes = evaluate(path, element);
  for (let index = 0; index < nodes.snapshotLength; index += 1) {
    see(nodes.snapshotItem(index) as Node); // within its length
  }
}
