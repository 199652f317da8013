import { bare } from '@/lib/page/bare';
import { elementAround, type Box } from '@/lib/page/surroundings';

/**
 * What the card's host goes into: everything outside of a page's modal dialog can neither be
 * focused nor is it told to a screen reader. Those beneath the uppermost one cannot be met by a
 * point, so whatever lies there is in the right one.
 */
export function holderAt({ left, top, right, bottom }: Box): Element {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  let element = document.elementFromPoint(x, y);
  for (let inner = element; inner;) {
    inner = bare(inner).shadowRoot?.elementFromPoint(x, y) ?? null;
    if (inner === element) break;
    element = inner ?? element;
  }
  while (element && !bare(element).matches('dialog:modal')) element = elementAround(element);
  return element ?? document.documentElement;
}
