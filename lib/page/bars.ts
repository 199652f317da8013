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

/** Right beneath a page's head there may be a table's, and beneath that another. */
const STACKED = 3;

/** `begin`: for each look at the page anew. */
export function createBars(begin: () => Survey): Bars {
  let bars: Element[][] = [];
  let isExpected = true;
  let search: Generator<void> | null = null;
  const boxes = (): Box[] => bars.map(boxAround).reduce(join, []);

  function* searchAll(): Generator<void> {
    const survey = begin();
    const above = yield* barsFrom((from) => from, survey);
    const below = yield* barsFrom((from) => innerHeight - from, survey);
    // What goes from top to bottom is the page's frame.
    const others = below.filter((bar) => !above.includes(bar));
    bars = [...above.filter((bar) => !below.includes(bar)), ...others].map(partsOf);
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
  /** Nothing of ours lies over it. */
  isRaised: boolean;
}

/** The nearest to an edge, and what lies behind one another from there; but what is raised. */
function* barsFrom(yOf: YOf, survey: Survey): Generator<void, Element[]> {
  const found = new Map<Element, boolean>();
  let bar = yield* nearestBar(yOf, survey);
  while (bar && !found.has(bar.element) && found.size < STACKED) {
    found.set(bar.element, bar.isRaised);
    yield;
    const box = boxAround(partsOf(bar.element));
    const [across, down] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    bar = barAt(across, yOf(0) < down ? box.bottom + 1 : box.top - 1, survey);
    // What takes up most of the view is the page's content.
    if (bar && bare(bar.element).getBoundingClientRect().height > innerHeight / 2) bar = null;
  }
  return [...found.keys()].filter((element) => !found.get(element));
}

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
  const element = (stays && bare(stays).closest('tr')) ?? stays;
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

/** Where two lie over each other, one that holds both is cut out. */
function join(apart: readonly Box[], box: Box): Box[] {
  const touching = apart.filter((other) => !isEmpty(intersect(box, other)));
  return [...apart.filter((other) => !touching.includes(other)), touching.reduce(around, box)];
}

const around = (one: Box, other: Box): Box => ({
  left: Math.min(one.left, other.left),
  top: Math.min(one.top, other.top),
  right: Math.max(one.right, other.right),
  bottom: Math.max(one.bottom, other.bottom),
});
