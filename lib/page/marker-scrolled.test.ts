// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { foldAddress } from '../people/address';
import { createHits } from './hits';
import { createMarker } from './marker';
import type * as Surroundings from './surroundings';

const ROW = 10;
const HEIGHT = 600;

const tops = vi.hoisted(() => new Map<Node, number>());
vi.mock('./measure', () => ({
  boxesOf: ({ node }: { node: Text }) => {
    const top = tops.get(node) ?? 0;
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
function mark(count: number, apart = 1) {
  const rows = Array.from({ length: count }, (_, row) => `<p>ada${row}@a.example`);
  document.body.innerHTML = rows.join('');
  tops.clear();
  const hits = createHits();
  const put = (text: Text): unknown =>
    hits.put(text, [{ address: foldAddress(text.data), start: 0, end: text.data.length }]);
  const texts = [...document.querySelectorAll('p')].map(({ firstChild }) => firstChild as Text); // as above
  for (const [row, text] of texts.entries()) {
    tops.set(text, row * ROW);
    if (row % apart === 0) put(text);
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
      (top) => (top / ROW) % apart === 0 && !marked.has(top),
    );
  const finish = (): void => {
    while (marker.goOn());
  };
  /** As fast as it can be scrolled and all that scrolling calls for be done. */
  const scroll = (to: number): void => {
    const step = 40 * Math.sign(to - scrollY);
    for (let at = scrollY; at !== to;) {
      at = Math.abs(to - at) < 40 ? to : at + step;
      scrollTo(at);
      if (marker.afterScroll().for === 'drawing') marker.drawView();
      finish();
    }
  };
  return { marker, missing, finish, scroll, texts, put };
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

test.each([1_200, 3_360, 5_040])(
  'scrolled down by %i and back, all is marked all the way',
  (far) => {
    scrollTo(6_000);
    const { marker, missing, finish, scroll } = mark(2_400);
    marker.draw();
    finish();
    scroll(6_000 + far);
    expect(missing()).toEqual([]);
    for (let at = 6_000 + far; at >= 5_400; at -= 80) {
      scroll(at);
      expect({ at, missing: missing() }).toEqual({ at, missing: [] });
    }
  },
);

test('an address that comes where scrolling has led without a drawing is not overlooked', () => {
  const { marker, missing, finish, scroll, texts, put } = mark(1_200, 6);
  marker.draw();
  finish();
  scroll(HEIGHT);
  // As time does.
  for (let round = 0; round < 2; round += 1) {
    marker.drawView();
    finish();
  }
  scroll(4 * HEIGHT);
  expect(missing()).toEqual([]);
  expect(marker.isRight(false)).toBe(true);
  put(texts[250] as Text); // there are more, and this one had not been put
  expect(marker.isRight(false)).toBe(false);
});
