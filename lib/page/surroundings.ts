/** What the page does to a piece of text: cuts it off, lifts it, fixes it. */
import { bare, type Bare } from './bare';
import { isText } from './hits';

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/**
 * Where a mark must be painted to lie right over its text and under whatever covers it: among
 * the ordinary content, above raised boxes (a drawer, a page's dialog), or in the top layer.
 */
export const LOW = 0;
export const HIGH = 1;
export const TOP = 2;

export interface Surroundings {
  /** What is left of the viewport by the scrollers around the text. */
  clip: Box;
  level: typeof LOW | typeof HIGH | typeof TOP;
  /** The outermost box around it that stays in view while the page is scrolled. */
  stays: Element | null;
  /** What the page paints later in the same layer would lie under the mark: it is left out there. */
  mayBeCovered: boolean;
  /** The page paints it above what is painted among the ordinary content. */
  isRaised: boolean;
}

/** A page may write what it likes there: longer ones are not kept. */
const LONG_KIND = 1_000;
const TOP_LAYER = ':modal,:popover-open';

interface Traits {
  clips: Box | false;
  position: string;
  level: Surroundings['level'];
  /** A layer of its own: raised boxes within it lie under our marks all the same. */
  encloses: boolean;
}

/** What elements are like that a page hardly tells apart. */
export type Kinds = Map<string, Traits>;

/**
 * One for each slice: what has been asked of an element is not asked of it again. `onScroller`
 * hears where the scrollers are, whose scrolling is told to nobody outside their tree. `kinds`: out
 * of view it will do that the rows of one table are alike, and for as long as one drawing takes.
 */
export function createSurveyor(
  onScroller: (root: Node) => void,
  kinds?: Kinds,
): (element: Element) => Surroundings {
  const known = new Map<Element, Traits>();
  const surveyed = new Map<Element, Surroundings>();
  const read = (element: Element): Traits => {
    if (!kinds) return readTraits(element);
    const kind = kindOf(element);
    if (kind.length > LONG_KIND) return readTraits(element);
    const traits = kinds.get(kind) ?? readTraits(element);
    // Where a box cuts off is its own.
    if (!traits.clips) kinds.set(kind, traits);
    return traits;
  };
  const traitsOf = (element: Element): Traits => {
    const traits = known.get(element) ?? read(element);
    if (traits.clips && !known.has(element)) onScroller(bare(element).getRootNode());
    known.set(element, traits);
    return traits;
  };
  const surveyFrom = (start: Element | null): Surroundings => {
    let clip: Box = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };
    let level: Surroundings['level'] = LOW;
    let stays: Element | null = null;
    let mayBeCovered = false;
    let isRaised = false;
    // A box taken out of the flow is cut off only by boxes that are placed themselves, a fixed
    // one by none.
    let [isOut, isFree] = [false, false];
    for (let element: Element | null = start; element; element = elementAround(element)) {
      const { clips, position, level: own, encloses } = traitsOf(element);
      const isPlaced = position !== 'static';
      if (clips && !isFree && (isPlaced || !isOut)) {
        clip = intersect(clip, clips);
        mayBeCovered = true;
      }
      if (isPlaced) isOut = position === 'absolute';
      isFree ||= position === 'fixed' || own === TOP;
      if (own > level) level = own;
      const isStaying = position === 'fixed' || position === 'sticky';
      if (isStaying) stays = element;
      if (own > LOW) isRaised = isPlaced || own === TOP;
      else if (encloses || isStaying) isRaised = false;
      mayBeCovered ||= level > LOW || encloses || isStaying;
    }
    return { clip, level, stays, mayBeCovered, isRaised };
  };
  return (start) => {
    const passed: Element[] = [];
    let element: Element | null = start;
    let found: Surroundings | undefined;
    // What does nothing to a text leaves it to what is around: mostly that has been asked already.
    for (; element; element = elementAround(element)) {
      found = surveyed.get(element);
      if (found) break;
      passed.push(element);
      if (!isPlain(traitsOf(element))) break;
    }
    const all = found ?? surveyFrom(element);
    for (const each of passed) surveyed.set(each, all);
    return all;
  };
}

const isPlain = ({ clips, position, level, encloses }: Traits): boolean =>
  !clips && position === 'static' && level === LOW && !encloses;

/** By what a page mostly tells elements apart. */
function kindOf(element: Element): string {
  const asked = bare(element);
  const { parentElement } = asked;
  return `${parentElement && nameOf(bare(parentElement))},${nameOf(asked)},${asked.getAttribute('style')}`;
}
const nameOf = (element: Bare<Element>): string =>
  `${element.localName} ${element.getAttribute('class')}`;

function readTraits(element: Element): Traits {
  const asked = bare(element);
  const style = getComputedStyle(element);
  const { overflowX, overflowY, position, zIndex, isolation, transform } = style;
  const isRoot = element === document.documentElement || element === document.body;
  // In the top layer everything is.
  const isOut = position === 'fixed' || position === 'absolute';
  const isCut = !isRoot && (overflowX !== 'visible' || overflowY !== 'visible');
  return {
    clips: isCut && style.display !== 'inline' && asked.getBoundingClientRect(),
    position,
    level: isOut && asked.matches(TOP_LAYER) ? TOP : Number(zIndex) > 0 ? HIGH : LOW,
    encloses: zIndex === '0' || isolation === 'isolate' || transform !== 'none',
  };
}

/** The element that a hit is in or is; a text may be right in a shadow root. */
export const elementOf = (node: Text | HTMLElement): Element | null =>
  isText(node) ? (node.parentElement ?? hostOf(node)) : node;

/** The element that holds this one as it is painted: through slots and shadow roots. */
export function elementAround(element: Element): Element | null {
  const asked = bare(element);
  return asked.assignedSlot ?? asked.parentElement ?? hostOf(asked);
}

function hostOf(node: Pick<Node, 'getRootNode'>): Element | null {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

export function intersect(one: Box, other: Box): Box {
  return {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  };
}

export const shift = (box: Box, x: number, y: number): Box => ({
  left: box.left + x,
  top: box.top + y,
  right: box.right + x,
  bottom: box.bottom + y,
});

export const isEmpty = (box: Box): boolean => box.left >= box.right || box.top >= box.bottom;

export const boxAt = (boxes: readonly Box[], x: number, y: number): Box | undefined =>
  boxes.find((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
