// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { foldAddress } from '../people/address';
import { createHits } from './hits';
import { createMarker } from './marker';
import type * as Surroundings from './surroundings';

const ROW = 10;
const HEIGHT = 600;

vi.mock('./measure', () => ({
  boxesOf: ({ node }: { node: Text }) => {
    const top = 10 * [...document.querySelectorAll('p')].findIndex((row) => row.contains(node));
    return [{ left: 0, top, right: 90, bottom: top + 10 }];
  },
  forgetRange: () => null,
  scrolledNow: () => ({ x: 0, y: 0 }),
}));
vi.mock('./surroundings', async (original) => ({
  ...(await original<typeof Surroundings>()),
  createSurveyor: () => () => ({
    clip: { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity },
    ...{ level: 0, stays: null, mayBeCovered: false, isRaised: false },
  }),
}));

/** What the simulated page does not have. */
beforeEach(() => {
  vi.stubGlobal('innerHeight', HEIGHT);
  vi.stubGlobal('scrollX', 0);
  scrollTo(0);
  vi.stubGlobal('requestAnimationFrame', (begin: () => void) => (begin(), 1));
  vi.stubGlobal('cancelAnimationFrame', () => null);
  vi.stubGlobal('ResizeObserver', LaidOut);
  Element.prototype.checkVisibility = () => true;
  document.elementFromPoint = () => null;
});
class LaidOut {
  observe: () => void;
  disconnect = (): null => null;

  constructor(tell: () => void) {
    this.observe = tell;
  }
}
const scrollTo = (top: number) => vi.stubGlobal('scrollY', top);

/** A page of so many addresses, one under the other, and the tops of those that are marked. */
function mark(count: number) {
  const rows = Array.from({ length: count }, (_, row) => `<p>ada${row}@a.example`);
  document.body.innerHTML = rows.join('');
  const hits = createHits();
  for (const { firstChild } of document.querySelectorAll('p')) {
    const text = firstChild as Text; // as written above
    hits.put(text, [{ address: foldAddress(text.data), start: 0, end: text.data.length }]);
  }
  const marked = new Set<number>();
  const marker = createMarker(
    {
      hits,
      asker: { kindOf: () => 'one', want: () => null, refresh: () => null },
      overlay: {
        ...{ attach: () => true, isAttached: () => true, cutOut: () => null },
        draw(marks) {
          marked.clear();
          for (const { placed } of marks) marked.add(placed.boxes[0]?.top ?? -1);
        },
      },
      ...{ onScroller: () => null, onPainted: () => null },
    },
    new AbortController().signal,
  );
  const missing = (): number[] =>
    Array.from({ length: HEIGHT / ROW }, (_, row) => Math.ceil(scrollY / ROW + row) * ROW).filter(
      (top) => !marked.has(top),
    );
  return { marker, missing };
}

test('what is ahead is painted as soon as it has come into view, not only with the last of it', () => {
  const { marker, missing } = mark(700);
  marker.draw();
  while (marker.goOn());
  scrollTo(HEIGHT + 100);
  expect(marker.afterScroll().for).toBe('drawing');
  // Each look at the clock is a step: forty are a slice.
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 0.1));
  marker.drawView();
  const late: number[] = [];
  for (let isMore = true; isMore;) {
    isMore = marker.goOn();
    scrollTo(scrollY + 2 * ROW);
    if (marker.afterScroll().for === 'drawing') marker.drawView();
    else late.push(missing().length);
  }
  expect(late.length).toBeGreaterThan(10);
  // What has come with the last slice is painted in the next.
  expect(Math.max(...late)).toBeLessThan(10);
});
