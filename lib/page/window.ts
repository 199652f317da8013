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
const MEASURE_ALL = 200;
export const MEASURE_CEILING = 2_000;
const SAMPLES = 16;
/** Nodes out of place by a little: table cells, floats, hidden ones. */
const SLACK = 24;

/** Nothing for a node that has no box. */
type Measure = (index: number) => Band | undefined;

/** The result is in the order of the nodes. */
export function indicesWithin(count: number, measure: Measure, band: Band): number[] {
  const touches = (index: number): boolean => {
    const box = measure(index);
    return !!box && box.bottom >= band.top && box.top <= band.bottom;
  };
  return count > MEASURE_ALL && runsDown(count, measure)
    ? around(firstBelow(count, measure, band.top), count, touches)
    : range(Math.min(count, MEASURE_CEILING)).filter(touches);
}

function around(start: number, count: number, touches: (index: number) => boolean): number[] {
  const within: number[] = [];
  const end = Math.min(count, start + MEASURE_CEILING);
  let misses = 0;
  for (let index = Math.max(0, start - SLACK); index < end; index += 1) {
    if (touches(index)) {
      within.push(index);
      misses = 0;
    } else if (index > start && (misses += 1) > SLACK) break;
  }
  return within;
}

function runsDown(count: number, measure: Measure): boolean {
  let last = -Infinity;
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    const box = measure(Math.floor((sample * (count - 1)) / (SAMPLES - 1)));
    if (!box || box.top < last) return false;
    last = box.top;
  }
  return true;
}

/** The first node that reaches down to `top`; one without a box counts as further down. */
function firstBelow(count: number, measure: Measure, top: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((measure(middle)?.bottom ?? Infinity) < top) low = middle + 1;
    else high = middle;
  }
  return low;
}

const range = (end: number): number[] => [...Array(end).keys()];
