/**
 * Bars that stay at the top or the bottom while the page is scrolled under them, painted among its
 * ordinary content: they would lie under our marks, which are therefore cut off there.
 */
import { bare } from './bare';
import { paintFrom } from './covering';
import { boxAt, isEmpty, intersect } from './surroundings';
import type { Box, Surroundings } from './surroundings';

export interface Bars {
  /** There may be others by now. */
  expect(): void;
  /** Whether they are still to be looked for. */
  areDue(): boolean;
  /** Looks at one more point, each of which may be dear; whether there are more. */
  look(): boolean;
  isAny(): boolean;
  /** Where they are in the viewport by now, and none over another. */
  boxes(): Box[];
  /** Whether this point lies under one. */
  cover(x: number, y: number): boolean;
}

/** From the edge, in pixels; across, in parts of the width. A bar may float, or be narrow. */
const POINTS: readonly { from: number; across: number }[] = [
  { from: 1, across: 0.5 },
  { from: 24, across: 0.5 },
  { from: 24, across: 0.12 },
];

/** Right beneath a page's head there may be its tools, and beneath these the head of a table. */
const STACKED = 4;

/** `begin`: for each look at the page anew. */
export function createBars(begin: () => Survey): Bars {
  let bars: Element[][] = [];
  let isExpected = true;
  let search: Generator<void> | null = null;
  const boxes = (): Box[] => bars.map(boxAround).reduce(addBeside, []);

  function* searchAll(): Generator<void> {
    const survey = begin();
    const above = yield* barsFrom((from) => from, survey);
    const below = yield* barsFrom((from) => innerHeight - from, survey);
    // What goes from top to bottom is the page's frame.
    const frame = above[0]?.element === below[0]?.element ? above[0]?.element : null;
    const cut = [...above, ...below].filter((bar) => !bar.isRaised && bar.element !== frame);
    bars = [...new Set(cut.map(({ element }) => element))].map(partsOf);
  }

  return {
    expect: () => (isExpected = true),
    areDue: () => isExpected || search !== null,
    look() {
      // A search that is under way comes to its end first: on a busy page none would otherwise.
      if (!search) isExpected = false;
      search ??= searchAll();
      if (search.next().done) search = null;
      return search !== null;
    },
    isAny: () => bars.length > 0,
    boxes,
    cover: (x, y) => bars.length > 0 && !!boxAt(boxes(), x, y),
  };
}

/** Where in the view a point is that lies so far from an edge. */
type YOf = (from: number) => number;
type Survey = (element: Element) => Surroundings;

interface Bar {
  element: Element;
  /** Nothing of ours that is among the ordinary content lies over it. */
  isRaised: boolean;
}

/** The nearest to an edge, and from there what lies one beneath another. */
function* barsFrom(yOf: YOf, survey: Survey): Generator<void, Bar[]> {
  const found: Bar[] = [];
  let bar = yield* nearestBar(yOf, survey);
  while (bar && found.length < STACKED) {
    found.push(bar);
    yield;
    const { left, right, top, bottom } = boxAround(partsOf(bar.element));
    bar = barAt((left + right) / 2, yOf(0) < yOf(1) ? bottom + 1 : top - 1, survey);
    // What takes up most of the view is the page's content.
    if (bar && (isIn(found, bar) || heightOf(bar) > innerHeight / 2)) bar = null;
  }
  return found;
}

const isIn = (found: readonly Bar[], bar: Bar): boolean =>
  found.some(({ element }) => element === bar.element);
const heightOf = ({ element }: Bar): number => bare(element).getBoundingClientRect().height;

/** The first of the points that tells: each takes half a millisecond on a large page. */
function* nearestBar(yOf: YOf, survey: Survey): Generator<void, Bar | null> {
  let raised: Bar | null = null;
  for (const { from, across } of POINTS) {
    const bar = barAt(innerWidth * across, yOf(from), survey);
    if (bar && !bar.isRaised) return bar;
    raised ??= bar;
    yield;
  }
  return raised;
}

/** Of a table's head each cell may stay by itself. */
function barAt(x: number, y: number, survey: Survey): Bar | null {
  const paint = paintFrom(elementAt(x, y));
  if (!paint) return null;
  const { stays, isRaised } = survey(paint);
  const row = stays && bare(stays).matches('td,th') && bare(stays).closest('tr');
  const element = row || stays;
  return element && { element, isRaised };
}

/** In the innermost open tree that shows something there. */
function elementAt(x: number, y: number): Element | null {
  let element = document.elementFromPoint(x, y);
  for (;;) {
    const inner: Element | null | undefined =
      element && bare(element).shadowRoot?.elementFromPoint(x, y);
    if (!inner || inner === element) return element;
    element = inner;
  }
}

/** A row whose cells stay is itself scrolled away from under them. */
function partsOf(bar: Element): Element[] {
  const cells = bar instanceof HTMLTableRowElement ? [...bar.cells] : [];
  const staying = cells.filter((cell) => getComputedStyle(cell).position === 'sticky');
  return staying.length > 0 ? staying : [bar];
}

const boxAround = (parts: readonly Element[]): Box =>
  parts.map((each): Box => bare(each).getBoundingClientRect()).reduce(around);

/** What of it lies beside the others: where two holes lie over each other there would be none. */
const addBeside = (apart: readonly Box[], box: Box): Box[] => [
  ...apart,
  ...apart.reduce((pieces, other) => pieces.flatMap((each) => without(each, other)), [box]),
];

/** Above, below, left and right of the other. */
function without(box: Box, other: Box): Box[] {
  const shared = intersect(box, other);
  if (isEmpty(shared)) return [box];
  const { left, top, right, bottom } = box;
  return [
    { left, top, right, bottom: shared.top },
    { left, top: shared.bottom, right, bottom },
    { left, top: shared.top, right: shared.left, bottom: shared.bottom },
    { left: shared.right, top: shared.top, right, bottom: shared.bottom },
  ].filter((piece) => !isEmpty(piece));
}

const around = (one: Box, other: Box): Box => ({
  left: Math.min(one.left, other.left),
  top: Math.min(one.top, other.top),
  right: Math.max(one.right, other.right),
  bottom: Math.max(one.bottom, other.bottom),
});
