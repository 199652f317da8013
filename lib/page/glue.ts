/** Whether an address at the edge of a text node runs on in the node beside it. */
import type { Found } from './finder';

/** Elements that may stand inside a word: `first.<wbr>last@x.dev` is one address. */
const INLINE = /^(?:[abisu]|em|code|font|mark|span|strong|wbr)$/i;
/** Quotes around it and the dot of the sentence after it do not go on with an address. */
const GOES_ON = {
  previousSibling: /[\p{L}\p{N}@._+&=%-]$/u,
  nextSibling: /^\.?[\p{L}\p{N}@-]/u,
};

export const isCutOut = (text: Text, { start, end }: Found): boolean =>
  (start === 0 && goesOn(text, 'previousSibling')) ||
  (end === text.length && goesOn(text, 'nextSibling'));

export const isInline = (node: Node): boolean => INLINE.test(node.nodeName);

function goesOn(text: Text, side: keyof typeof GOES_ON): boolean {
  const crossed: Element[] = [];
  let node: Node = text;
  for (;;) {
    const beside: ChildNode | null = (node as ChildNode)[side]; // what holds a text is no document
    node = beside ?? node.parentNode ?? document;
    if (node instanceof Element && isInline(node)) crossed.push(node);
    else if (!(node instanceof CharacterData)) return false;
    const words = beside instanceof Comment ? '' : beside?.textContent;
    if (words) return GOES_ON[side].test(words) && crossed.every(partsNothing);
  }
}

/** Asked last, and so of few: the page may show it as a box of its own, or at a distance. */
function partsNothing(element: Element): boolean {
  const { display, marginLeft, marginRight } = getComputedStyle(element);
  return !/block|flex|grid|table|none|[1-9]/.test(display + marginLeft + marginRight);
}
