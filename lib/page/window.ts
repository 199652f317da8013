/**
 * Which of many nodes in document order lie in a band of the page. A page mostly runs from top to
 * bottom, so a binary search finds the place; where it does not (columns, sidebars), a sample
 * shows it and all are measured, up to a ceiling.
 */
export interface Band {
  top: number;
  bottom: number;
}

/** So few are quicker measured than searched. */
const MEASURE_ALL = 64;
export const MEASURE_CEILING = 2_000;
const SAMPLES = 16;
/** Nodes out of place by a little: table cells, floats, hidden ones. */
const SLACK = 24;

/** Nothing for a node that has no box. */
type Measure = (index: number) => Band | undefined;

/** From the last node before the band to the first after it. */
export interface Span {
  from: number;
  to: number;
  /** Whether the nodes run down the page, so that all others lie farther. */
  isOrdered: boolean;
}

export const holds = (band: Band, other: Band): boolean =>
  band.top <= other.top && band.bottom >= other.bottom;

export const touches = (box: Band | undefined, band: Band): boolean =>
  !!box && box.bottom >= band.top && box.top <= band.bottom;

/** In the order of the nodes, null wherever one was measured and does not lie there: a pause. */
export function* indicesWithin(
  count: number,
  measure: Measure,
  band: Band,
): Generator<number | null, Span> {
  const isIn = (index: number): boolean => touches(measure(index), band);
  if (count > MEASURE_ALL && (yield* runsDown(count, measure))) {
    const start = yield* firstBelow(count, measure, band.top);
    const isPassed = (index: number): boolean => measure(index) !== undefined && !isIn(index);
    return yield* around(start, count, { isIn, isPassed });
  }
  return yield* throughAll(count, measure, band);
}

/** Where all are measured it turns out whether they run down. */
function* throughAll(count: number, measure: Measure, band: Band): Generator<number | null, Span> {
  const end = Math.min(count, MEASURE_CEILING);
  let isOrdered = end === count;
  let top = -Infinity;
  let [above, within] = [0, 0];
  for (let index = 0; index < end; index += 1) {
    const box = measure(index);
    isOrdered &&= !!box && box.top >= top;
    top = box?.top ?? top;
    if (box && box.bottom < band.top) above = index + 1;
    const isFound = touches(box, band);
    if (isFound) within = index + 1;
    yield isFound ? index : null;
  }
  return isOrdered
    ? { from: Math.max(0, above - 1), to: Math.min(count - 1, Math.max(above, within)), isOrdered }
    : { from: 0, to: count - 1, isOrdered };
}

function* around(
  start: number,
  count: number,
  { isIn, isPassed }: Record<'isIn' | 'isPassed', (index: number) => boolean>,
): Generator<number | null, Span> {
  const end = Math.min(count, start + MEASURE_CEILING);
  let from = start - 1;
  let to = start;
  let misses = 0;
  for (let index = Math.max(0, start - SLACK); index < end; index += 1) {
    const isFound = isIn(index);
    yield isFound ? index : null;
    if (isFound) {
      from = Math.min(from, index - 1);
      to = index + 1;
      misses = 0;
    } else if (index > start && isPassed(index) && (misses += 1) > SLACK) break;
  }
  return { from: Math.max(0, from), to: Math.min(count - 1, to), isOrdered: true };
}

/** What is hidden tells nothing, but where most of it is, so little is left that nothing is told. */
function* runsDown(count: number, measure: Measure): Generator<null, boolean> {
  let last = -Infinity;
  let hidden = 0;
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    const box = measure(Math.floor((sample * (count - 1)) / (SAMPLES - 1)));
    yield null;
    if (box && box.top < last) return false;
    if (!box) hidden += 1;
    last = box?.top ?? last;
  }
  return hidden <= SAMPLES / 2;
}

/** The first node that reaches down to `top`. */
function* firstBelow(count: number, measure: Measure, top: number): Generator<null, number> {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    let shown = middle;
    // What is hidden stands where the next stands that is not.
    while (shown < high && !measure(shown)) {
      shown += 1;
      yield null;
    }
    const box = shown < high ? measure(shown) : undefined;
    yield null;
    if (box && box.bottom < top) low = shown + 1;
    else high = middle;
  }
  return low;
}
