/** An address split over inline elements: `<span>ada</span>@<b>example.com</b>`. */
import { bare } from './bare';
import { ADDRESS_LIMIT } from '../people/address';
import { findAddresses } from './finder';
import type { Found } from './finder';
import { isWithinWords } from './glue';
import { isElement, isText } from './hits';

/** A stretch of the page's texts that is one address for the eye. */
export interface Split extends Found {
  pieces: { text: Text; data: string; start: number; end: number }[];
}

/** Where it may be broken: elsewhere two words may only stand close, as a label and its value. */
const BREAK = /[@._+-]/;
/** Breaks that are made within words: a place to wrap, what was searched for. */
const WITHIN_WORDS = /^(?:wbr|mark)$/i;
const STEPS_CEILING = 40;
const PIECES_CEILING = 9;
/** Of all of its pieces, with what stands around it. */
const CHARS_CEILING = 80 * ADDRESS_LIMIT;

type Side = 'previousSibling' | 'nextSibling';
const OTHER = { previousSibling: 'nextSibling', nextSibling: 'previousSibling' } as const;

/** Those that this text with an @ is a part of, but not the whole. */
export function splitsAround(text: Text): Split[] {
  const texts = [text];
  const breaks: Element[][] = [];
  for (const side of ['previousSibling', 'nextSibling'] as const) {
    for (let from = text; ;) {
      const next = beside(from, side);
      if (next === 'ended') break;
      // What lies beyond a ceiling may go on with it: the rest would be somebody else's (law 1).
      if (next === 'given-up' || texts.length === PIECES_CEILING) return [];
      from = next.text;
      const at = side === 'nextSibling' ? texts.length : 0;
      texts.splice(at, 0, from);
      breaks.splice(at, 0, next.crossed);
    }
  }
  const isNone = texts.length === 1 || lengthOf(texts) > CHARS_CEILING;
  return isNone ? [] : splitsOf(texts, breaks, text);
}

function splitsOf(texts: readonly Text[], breaks: Element[][], around: Text): Split[] {
  const starts = texts.map((_, index) => lengthOf(texts.slice(0, index)));
  const whole = texts.map(({ data }) => data).join('');
  const own = starts[texts.indexOf(around)] ?? 0;
  return findAddresses(whole).flatMap((found) => {
    const pieces = texts.flatMap((text, index) => {
      const from = starts[index] ?? 0;
      const start = Math.max(0, found.start - from);
      const end = Math.min(text.length, found.end - from);
      return start < end ? [{ text, data: text.data, start, end }] : [];
    });
    const at = found.start + whole.slice(found.start).indexOf('@') - own;
    const isHere = at >= 0 && at < around.length;
    const isWhole = starts.every(
      (start, index) =>
        start <= found.start ||
        start >= found.end ||
        mayBreak(whole.slice(start - 1, start + 1), breaks[index - 1] ?? []),
    );
    return isHere && isWhole && pieces.length > 1 ? [{ ...found, pieces }] : [];
  });
}

const lengthOf = (texts: readonly Text[]): number =>
  texts.reduce((sum, { length }) => sum + length, 0);

const mayBreak = (around: string, crossed: readonly Element[]): boolean =>
  (BREAK.test(around) || crossed.some((each) => WITHIN_WORDS.test(bare(each).nodeName))) &&
  crossed.every(partsNothing);

interface Beside {
  text: Text;
  /** Elements whose edges lie between. */
  crossed: Element[];
}

/** The text right beside, as far as nothing parts the two. */
function beside(from: Text, side: Side): Beside | 'ended' | 'given-up' {
  const crossed: Element[] = [];
  if (hasGap(from, side)) return 'ended';
  let node: Node = from;
  for (let steps = 0; steps < STEPS_CEILING; steps += 1) {
    const next = siblingOf(node, side);
    const isAround = !next;
    node = next ?? parentOf(node) ?? document;
    for (let deeper = next && innerOf(next, side); deeper; deeper = innerOf(deeper, side)) {
      if (!cross(node, crossed, false)) return 'ended';
      node = deeper;
    }
    if (isText(node)) {
      if (node.length > 0) return hasGap(node, OTHER[side]) ? 'ended' : { text: node, crossed };
    } else if (!cross(node, crossed, isAround)) return 'ended';
  }
  return 'given-up';
}

/** As the eye reads: what is in a slot stands there, and an open root instead of its host's children. */
const slotOf = (node: Node): HTMLSlotElement | null =>
  (bare(node) as Partial<Element>).assignedSlot ?? null;

function siblingOf(node: Node, side: Side): Node | null {
  const slotted = slotOf(node)?.assignedNodes();
  if (!slotted) return bare(node)[side];
  return slotted[slotted.indexOf(node) + (side === 'nextSibling' ? 1 : -1)] ?? null;
}

const parentOf = (node: Node): Node | null =>
  slotOf(node) ?? (node instanceof ShadowRoot ? node.host : bare(node).parentNode);

function innerOf(node: Node, side: Side): Node | null {
  const slotted = node instanceof HTMLSlotElement ? node.assignedNodes() : [];
  const holder = (isElement(node) && bare(node).shadowRoot) || node;
  const shown = slotted.length > 0 ? slotted : bare(holder).childNodes;
  return shown[side === 'nextSibling' ? 0 : shown.length - 1] ?? null;
}

const hasGap = ({ data }: Text, side: Side): boolean =>
  /\s/.test(side === 'nextSibling' ? data.slice(-1) : data.charAt(0));

/** Comments part nothing, nor does what has no box of its own. */
function cross(node: Node, crossed: Element[], isAround: boolean): boolean {
  if (node instanceof Comment || node instanceof ShadowRoot) return true;
  if (node instanceof HTMLSlotElement && getComputedStyle(node).display === 'contents') return true;
  if (!isWithinWords(node, isAround)) return false;
  crossed.push(node as Element); // no other is
  return true;
}

/** The page may show it as a box of its own, or at a distance. */
function partsNothing(element: Element): boolean {
  const style = getComputedStyle(element);
  const { display, marginLeft, marginRight, paddingLeft, paddingRight } = style;
  const distances = marginLeft + marginRight + paddingLeft + paddingRight;
  return !/block|flex|grid|table|none|[1-9]/.test(display + distances);
}
