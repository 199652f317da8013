/** Whether an address at the edge of a text node runs on in the node beside it. */
import { bare } from './bare';
import type { Found } from './finder';

/** Elements that may stand inside a word: `first.<wbr>last@x.dev` is one address. */
const INLINE: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
/** After an address it is a note's number; before it, it may still be a part. */
const RAISED = /^su[bp]$/i;
/** Quotes around it and the dot of the sentence after it do not go on with an address. */
const GOES_ON = {
  previousSibling: /(?:[\p{L}\p{M}\p{N}@._+&=%#~$-]|\p{L}['’])$/u,
  nextSibling: /^\.?[\p{L}\p{N}@-]/u,
};

/** What no address begins or ends with, but goes on with. */
const JOINS = /^[._+&=%#~$'’-]*$/;

export const isCutOut = (text: Text, { start, end }: Found): boolean =>
  (JOINS.test(text.data.slice(0, start)) && goesOn(text, 'previousSibling')) ||
  (JOINS.test(text.data.slice(end)) && goesOn(text, 'nextSibling'));

export const isInline = (node: Node): boolean => INLINE.has(bare(node).nodeName.toLowerCase());

/**
 * Others say so by their style. Of those around a text only the page's own elements are asked,
 * which may hold a word or all of the page; pictures part words like a space.
 */
export const isWithinWords = (node: Node, isAround: boolean): boolean =>
  isInline(node) ||
  (node instanceof HTMLElement &&
    (isAround ? bare(node).nodeName.includes('-') : bare(node).hasChildNodes()) &&
    getComputedStyle(node).display === 'inline');

/** All there is in an element that parts words, as in most cells, paragraphs and items. */
export const standsAlone = (text: Text, parent: Element): boolean =>
  !text.previousSibling && !text.nextSibling && !isWithinWords(parent, true);

function goesOn(text: Text, side: keyof typeof GOES_ON): boolean {
  const crossed: Element[] = [];
  let node: Node = text;
  for (;;) {
    const asked = bare(node);
    const beside = asked[side];
    node = beside ?? asked.parentNode ?? document;
    if (side === 'nextSibling' && RAISED.test(node.nodeName)) return false;
    if (node instanceof Element && isWithinWords(node, !beside)) crossed.push(node);
    else if (!(node instanceof CharacterData)) return false;
    const words = beside instanceof Comment ? '' : beside && bare(beside).textContent;
    if (words) return GOES_ON[side].test(words) && crossed.every(partsNothing);
  }
}

/** Asked last, and so of few: the page may show it as a box of its own, or at a distance. */
function partsNothing(element: Element): boolean {
  const { display, marginLeft, marginRight } = getComputedStyle(element);
  return !/block|flex|grid|table|none|[1-9]/.test(display + marginLeft + marginRight);
}
