/**
 * The one element we add to a page, and its closed root. It is a plain `div`, never a custom
 * name: a page could define that name, and `attachInternals()` would hand it our root.
 *
 * Marks are drawn as vectors: a box more anywhere in a document has the browser lay out all that is
 * around it again, a path does not.
 */
import { bare } from './bare';
import type { MarkKind } from '../people/mark';
import { isSameCorner, readCorner, within } from './corner';
import type { Corner } from './corner';
import css from './marks.css?inline';
import type { Placed } from './placing';
import { strokesOf } from './strokes';
import { HIGH, LOW, shift, TOP } from './surroundings';
import type { Box } from './surroundings';

/** How often a page may take our element away and has it back at once. */
const RETURNS_AT_ONCE = 10;
/** After that it is given a pause first, each time twice as long. */
const PAUSE_MS = 1_000;
const VECTORS = 'http://www.w3.org/2000/svg';
/** Farther from the view than any mark. */
const FAR_PX = 1e5;

export interface Mark {
  placed: Placed;
  kind: MarkKind;
}

export interface Overlay {
  /** Whether it is in the page; it is put there where it is not, unless the page will not have us. */
  attach(): boolean;
  isAttached(): boolean;
  draw(marks: Iterable<Mark>): void;
  /** Leaves marks among the ordinary content out of these boxes of the viewport. */
  cutOut(boxes: readonly Box[]): void;
}

interface Drawn {
  kind: MarkKind;
  /** Null where all of it is cut off. */
  element: SVGElement | null;
}

export function createOverlay(signal: AbortSignal): Overlay {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  const topMarks = document.createElement('b');
  /** What stays while the page is scrolled is not under a bar, but in it. */
  const staying = createLayer();
  const layers = {
    [LOW]: createLayer('low'),
    [HIGH]: createLayer('high'),
    [TOP]: createLayer(),
  };
  let drawn = new Map<Placed, Drawn>();
  let corner: Corner | null = null;
  let returns = 0;
  let awayUntil = 0;
  let clip = '';
  style.textContent = css;
  topMarks.popover = 'manual';
  topMarks.ariaHidden = 'true';
  topMarks.append(layers[TOP]);
  root.append(style, layers[LOW], staying, layers[HIGH], topMarks);
  signal.addEventListener('abort', () => host.remove());

  const isAttached = (): boolean =>
    host.parentNode !== null && host.parentNode === document.documentElement;
  const elementOf = ({ placed, kind }: Mark): SVGElement | null => {
    const strokes = corner ? strokesOf(placed, kind, corner) : [];
    if (strokes.length === 0) return null;
    const mark = createVector('g', kind);
    for (const { line, shape } of strokes) {
      mark.append(createPath(line));
      if (shape) mark.append(createPath(shape, 'shape'));
    }
    return mark;
  };

  return {
    isAttached,
    attach() {
      if (isAttached() || signal.aborted) return isAttached();
      const root = document.documentElement as Element | null; // a page may take it away
      const now = performance.now();
      if (!root || now < awayUntil) return false;
      returns += 1;
      if (returns > RETURNS_AT_ONCE) awayUntil = now + PAUSE_MS * 2 ** (returns - RETURNS_AT_ONCE);
      bare(root).append(host);
      return true;
    },
    draw(marks) {
      const last = drawn;
      const lastCorner = corner;
      corner = readCorner(host, layers[LOW]);
      const isMoved = !isSameCorner(lastCorner, corner);
      drawn = new Map();
      for (const mark of marks) {
        const { placed, kind } = mark;
        const before = last.get(placed);
        last.delete(placed);
        if (before?.kind === kind && !isMoved) {
          drawn.set(placed, before);
          continue;
        }
        const element = elementOf(mark);
        drawn.set(placed, { kind, element });
        const layer = placed.stays && placed.level === LOW ? staying : layers[placed.level];
        if (element && before?.element) before.element.replaceWith(element);
        else if (element) layer.append(element);
        else before?.element?.remove();
      }
      for (const { element } of last.values()) element?.remove();
      // The top layer stacks by who came last: a dialog opened since would lie over our marks.
      if (topMarks.matches(':popover-open')) topMarks.hidePopover();
      if (layers[TOP].hasChildNodes()) topMarks.showPopover();
    },
    cutOut(boxes) {
      // The corner is where it was drawn from: scrolling does not move it on the page.
      const wanted = boxes.length > 0 ? clipAround(boxes, corner) : '';
      if (wanted === clip) return;
      clip = wanted;
      layers[LOW].style.clipPath = clip;
    },
  };
}

const SHEET: Box = { left: -FAR_PX, top: -FAR_PX, right: FAR_PX, bottom: FAR_PX };

/** All but the boxes of the viewport, as the overlay counts. */
function clipAround(boxes: readonly Box[], corner: Corner | null): string {
  if (!corner) return '';
  const ring = (box: Box): string => {
    const { left, top, right, bottom } = within(shift(box, scrollX, scrollY), corner);
    return [
      [left, top],
      [right, top],
      [right, bottom],
      [left, bottom],
      [left, top],
    ]
      .map(([x = 0, y = 0]) => `${x}px ${y}px`)
      .join();
  };
  // Each hole is come to from a corner of the sheet, and left to it again.
  const [sheet, ...holes] = [SHEET, ...boxes].map(ring);
  const start = sheet?.split(',')[0];
  return `polygon(evenodd,${[sheet, ...holes.flatMap((hole) => [hole, start])].join()})`;
}

function createVector<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  look?: string,
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS(VECTORS, name);
  if (look) element.setAttribute('class', look);
  return element;
}

function createLayer(look?: string): SVGSVGElement {
  const layer = createVector('svg', look);
  layer.ariaHidden = 'true';
  return layer;
}

function createPath(d: string, look?: string): SVGPathElement {
  const path = createVector('path', look);
  path.setAttribute('d', d);
  return path;
}
