/**
 * Page to hits. Native calls do the walking: `textContent` tells whether there is anything at
 * all, XPath hands over only the text nodes with an @. A loop of ours over the page's nodes
 * would make a wrapper for each of them.
 */
import { foldAddress, isAddress } from '../people/address';
import type { EmailAddress } from '../people/address';
import { findAddresses } from './finder';
import { isCutOut } from './glue';
import { isText } from './hits';
import type { Hit, Hits } from './hits';

/** Never looked into: what is not shown, and what is being typed. */
const SKIPPED =
  'script,style,noscript,template,textarea,input,select,title,[contenteditable]:not([contenteditable="false" i])';
const LINKS = 'a[href^="mailto:" i]';
const WITH_AT = 'descendant::text()[contains(.,"@")]';
/** Only these names can be custom elements, which is where open shadow roots are. */
const CUSTOM = 'descendant-or-self::*[contains(name(),"-")]';
/** Characters that one call may take on; anything larger is cut into its children. */
const BITE_CHARS = 100_000;
/** More children than that are cheaper in one bite: each of them costs a wrapper of its own. */
const BITE_CHILDREN = 5_000;

/** Looks at a text node or through a whole element. */
export type Look = (node: Node) => void;

/**
 * What is too much at once goes to `later`; an element that has an open shadow root, or may have
 * one some day, to `onCustomElement`.
 */
export function createLook(
  hits: Hits,
  later: (nodes: Iterable<Node>) => void,
  onCustomElement: (element: Element) => void,
): Look {
  const lookAtText = (text: Text): void => {
    const found = findAddresses(text.data, hits.room()).filter((each) => !isCutOut(text, each));
    // Most nodes have neither an address now nor had one before.
    if (found.length > 0 || hits.of(text).length > 0) {
      hits.put(text, isSkipped(text.parentElement) ? [] : found);
    }
  };
  const lookAtLink = (link: HTMLElement): void => {
    const address = isSkipped(link) ? null : addressOfLink(link);
    const isShown = findAddresses(link.textContent ?? '', 1).length > 0;
    hits.put(link, address && !isShown ? [{ address, start: 0, end: 0 }] : []);
  };
  /** Children of an element whose links and custom elements have been seen already. */
  const textOnly = new WeakSet<Node>();
  const lookForText = (element: Element): void => {
    const text = element.textContent ?? '';
    if (!text.includes('@')) return;
    const children = element.childElementCount;
    if (text.length > BITE_CHARS && children > 0 && children < BITE_CHILDREN) {
      for (const child of element.childNodes) textOnly.add(child);
      later(element.childNodes);
    } else {
      for (const node of evaluate(WITH_AT, element)) lookAtText(node as Text); // by the path
    }
  };
  const lookThrough = (element: Element): void => {
    lookForText(element);
    if (textOnly.delete(element)) return;
    for (const link of element.querySelectorAll<HTMLElement>(LINKS)) lookAtLink(link);
    const around = element.closest<HTMLElement>(LINKS);
    if (around) lookAtLink(around);
    for (const custom of evaluate(CUSTOM, element)) onCustomElement(custom as Element); // by the path
  };

  return (node) => {
    if (!node.isConnected) return;
    if (isText(node)) lookAtText(node);
    else if (!(node instanceof Element)) later(node.childNodes);
    else if (!isSkipped(node)) lookThrough(node);
  };
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

const isSkipped = (element: Element | null): boolean => element?.closest(SKIPPED) != null;

function* evaluate(path: string, root: Element): Generator<Node> {
  // In no promised order, which costs nothing: `hits` puts them in theirs.
  const found = document.evaluate(path, root);
  for (let node = found.iterateNext(); node; node = found.iterateNext()) yield node;
}
