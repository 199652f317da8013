/** Others that mark the addresses of a page, and what they cost who does no more than watch. */
import linkifyElement from 'linkify-element';
import Mark from 'mark.js';

const ADDRESS = /[\w.%+-]+@[\w-]+(?:\.[\w-]+)+/g;
const ONLY_MAILS = { validate: (_: string, type: string) => type === 'email' };

export const linkify = (element: HTMLElement = document.body): unknown =>
  linkifyElement(element, ONLY_MAILS);

export const mark = (element: HTMLElement = document.body): void =>
  new Mark(element).markRegExp(ADDRESS);

export function highlights(): void {
  const style = document.createElement('style');
  style.textContent = '::highlight(bench) { text-decoration: underline }';
  document.head.append(style);
  CSS.highlights.set('bench', new Highlight(...textsWithAddress().map(rangeOf)));
}

export function observeAll(): void {
  const observer = new IntersectionObserver(() => null);
  for (const text of textsWithAddress())
    if (text.parentElement) observer.observe(text.parentElement);
}

function textsWithAddress(): Text[] {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    if ((node as Text).data.includes('@')) found.push(node as Text); // by the filter
  }
  return found;
}

function rangeOf(text: Text): Range {
  const range = document.createRange();
  range.selectNodeContents(text);
  return range;
}

const OBSERVED = { childList: true, subtree: true, characterData: true };

export const watchIdly = (): void => new MutationObserver(() => null).observe(document, OBSERVED);

export const rescan = (): void =>
  new MutationObserver(() => textsWithAddress()).observe(document, OBSERVED);

export const linkifyAdded = (): void =>
  new MutationObserver((records) => {
    for (const record of records) {
      for (const node of record.addedNodes) if (node instanceof HTMLElement) linkify(node);
    }
  }).observe(document, OBSERVED);
