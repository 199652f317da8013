// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRedraw } from './redraw';
import type { Call } from './scrolling';

const FRAME_MS = 16;
let lifetime: AbortController;
let isRight: boolean;
let hasMoved: boolean;
let more: number;
let call: Call['for'];
let isShort: boolean;
const asked = vi.fn(() => ({ for: call, isShort }));
let isEmpty: boolean;
let isStarted: boolean;
let tellers: ((entries: unknown[]) => void)[];
const drawn = vi.fn(() => hasMoved);
const viewDrawn = vi.fn();
const wentOn = vi.fn(() => (more -= 1) > 0);
const followed = vi.fn();
const followedWithin = vi.fn();
const painted = vi.fn();
const expected = vi.fn();

/** The simulated page has neither frames nor idle time of its own under a clock that stands still. */
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (step: (now: number) => void) =>
    Number(setTimeout(() => step(performance.now()), FRAME_MS)),
  );
  vi.stubGlobal('requestIdleCallback', (step: () => void) => Number(setTimeout(step, 1)));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
  // Each frame lays the page out; sizes, which are observed from the start, stay as they are.
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe: () => void;
      disconnect = (): null => null;
      constructor(tell: (entries: unknown[]) => void) {
        tellers.push(tell);
        this.observe = () => (isStarted ? tell([]) : null);
      }
    },
  );
  vi.stubGlobal('cancelIdleCallback', clearTimeout);
  Object.defineProperty(document, 'fonts', { value: new EventTarget(), configurable: true });
  lifetime = new AbortController();
  [isRight, hasMoved, more, call] = [true, false, 1, 'nothing'];
  isEmpty = isShort = isStarted = false;
  tellers = [];
  vi.clearAllMocks();
});
afterEach(() => {
  lifetime.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function start() {
  const redraw = createRedraw(
    {
      draw: drawn,
      drawView: viewDrawn,
      isEmpty: () => isEmpty,
      isRight: () => isRight,
      paint: painted,
      follow: followed,
      followWithin: followedWithin,
      goOn: wentOn,
      afterScroll: asked,
      expectBars: expected,
    },
    lifetime.signal,
  );
  isStarted = true;
  return redraw;
}
/** As if the browser had sent it; what a page sends itself is `new Event` alone. */
const happens = (type: string, target: Node = document) =>
  target.dispatchEvent(
    Object.defineProperty(new Event(type, { bubbles: true }), 'isTrusted', { value: true }),
  );
const framesIn = (ms: number) => vi.advanceTimersByTime(ms);

test('what is still right is not drawn again, and what has moved unheard is within a second', () => {
  const { redraw, reread } = start();
  redraw();
  framesIn(100);
  expect(drawn).toHaveBeenCalledOnce();
  for (let growth = 0; growth < 20; growth += 1) {
    reread();
    framesIn(50);
  }
  expect(drawn).toHaveBeenCalledOnce();
  isRight = false;
  framesIn(1_100);
  expect(drawn).toHaveBeenCalledTimes(2);
});

test('what was drawn first in idle time is kept in its place like any other', () => {
  isEmpty = true;
  wentOn.mockImplementationOnce(() => (isEmpty = false));
  vi.stubGlobal('requestIdleCallback', (step: () => void) => Number(setTimeout(step, 2_500)));
  start().redraw();
  framesIn(3_000);
  expect(isEmpty).toBe(false);
  isRight = false;
  drawn.mockClear();
  framesIn(1_100);
  expect(drawn).toHaveBeenCalled();
});

test('what glides is followed in each frame for as long as it moves, and no longer', () => {
  start().redraw();
  framesIn(100);
  [isRight, hasMoved] = [false, true];
  happens('animationstart');
  drawn.mockClear();
  framesIn(2_000);
  expect(drawn.mock.calls.length).toBeGreaterThan(110);
  [isRight, hasMoved] = [true, false];
  framesIn(400);
  drawn.mockClear();
  framesIn(900);
  expect(drawn).not.toHaveBeenCalled();
});

test('what begins to move unheard is followed too, once it has been noticed', () => {
  start().redraw();
  framesIn(100);
  [isRight, hasMoved] = [false, true];
  framesIn(1_000);
  drawn.mockClear();
  framesIn(500);
  expect(drawn.mock.calls.length).toBeGreaterThan(25);
});

test('what is ahead is drawn in idle time, slice by slice, and not while something moves', () => {
  const { redraw } = start();
  more = 5;
  redraw();
  framesIn(100);
  expect(wentOn).toHaveBeenCalledTimes(5);
  wentOn.mockClear();
  more = 2;
  happens('animationstart');
  framesIn(250);
  expect(wentOn).not.toHaveBeenCalled();
  framesIn(200);
  expect(wentOn).toHaveBeenCalledTimes(2);
});

test.each([
  ['a box that scrolls by itself', 'scroll'],
  ['what glides for ever', 'transitionrun'],
])('%s keeps what is ahead waiting for a while only', (_, type) => {
  start().redraw();
  framesIn(100);
  wentOn.mockClear();
  const log = document.body.appendChild(document.createElement('div'));
  isRight = false;
  for (let frame = 0; frame < 300; frame += 1) {
    happens(type, log);
    framesIn(FRAME_MS);
  }
  expect(wentOn.mock.calls.length).toBeGreaterThanOrEqual(4);
  expect(wentOn.mock.calls.length).toBeLessThan(8);
});

test('what lies in a box that is scrolled follows it, frame by frame', () => {
  start().redraw();
  framesIn(100);
  const log = document.body.appendChild(document.createElement('div'));
  for (let frame = 0; frame < 5; frame += 1) {
    happens('scroll', log);
    happens('scroll', log);
    framesIn(FRAME_MS);
  }
  expect(followedWithin.mock.calls.map(([box]) => box === log)).toEqual(Array(5).fill(true));
});

test('law 7: what a page forges has nothing drawn', () => {
  start().redraw();
  framesIn(100);
  drawn.mockClear();
  isRight = false;
  for (const type of ['scroll', 'transitionrun', 'animationstart']) {
    document.body.dispatchEvent(new Event(type, { bubbles: true }));
  }
  framesIn(500);
  expect(drawn).not.toHaveBeenCalled();
});

test('what is still right is painted only where something has become known', () => {
  const { redraw, reread, repaint } = start();
  redraw();
  framesIn(100);
  reread();
  framesIn(2_000);
  expect(painted).not.toHaveBeenCalled();
  reread();
  repaint();
  framesIn(20);
  expect(painted).toHaveBeenCalledOnce();
});

test('a page that changes may have a bar now: it is looked for within a second, not at each change', () => {
  const { redraw, reread } = start();
  redraw();
  framesIn(100);
  expected.mockClear();
  wentOn.mockClear();
  reread();
  framesIn(1_100);
  expect(expected).toHaveBeenCalledOnce();
  expect(wentOn).toHaveBeenCalledOnce();
  for (let change = 0; change < 200; change += 1) {
    reread();
    framesIn(50);
  }
  expect(expected.mock.calls.length).toBeLessThan(5);
  expect(expected.mock.calls.length).toBeGreaterThan(1);
});

test.each<[Call['for'], number, number]>([
  ['nothing', 0, 0],
  ['following', 0, 1],
  ['drawing', 1, 0],
])('scrolling that calls for %s', (wanted, drawings, followings) => {
  start();
  call = wanted;
  happens('scroll');
  framesIn(20);
  expect(drawn).toHaveBeenCalledTimes(drawings);
  expect(followed).toHaveBeenCalledTimes(followings);
});

test('where it was drawn as a whole not long ago, scrolling has the view drawn alone', () => {
  start().redraw();
  framesIn(100);
  drawn.mockClear();
  call = 'drawing';
  happens('scroll');
  framesIn(20);
  expect(viewDrawn).toHaveBeenCalledOnce();
  expect(drawn).not.toHaveBeenCalled();
  framesIn(6_000);
  expect(drawn).toHaveBeenCalled();
});

test('a change in the frame in which scrolling calls for the view is not lost', () => {
  const { redraw, reread } = start();
  redraw();
  framesIn(100);
  drawn.mockClear();
  call = 'drawing';
  reread();
  happens('scroll');
  framesIn(20);
  expect(drawn).toHaveBeenCalledOnce();
});

test.each<[Call['for'], number]>([
  ['nothing', 5],
  ['following', 20],
])('scrolling that calls for %s is asked about so often', (wanted, most) => {
  start();
  call = wanted;
  asked.mockClear();
  for (let frame = 0; frame < 20; frame += 1) {
    happens('scroll');
    framesIn(FRAME_MS);
  }
  expect(asked.mock.calls.length).toBeGreaterThan(most / 2);
  expect(asked.mock.calls.length).toBeLessThanOrEqual(most);
  const before = asked.mock.calls.length;
  happens('scroll');
  framesIn(200);
  // The last of it is never left out.
  expect(asked.mock.calls.length).toBeGreaterThan(before);
});

test('what nothing tells of waits until the page is scrolled no longer, but not for ever', () => {
  start().redraw();
  framesIn(100);
  drawn.mockClear();
  isRight = false;
  const scrollFor = (ms: number) => {
    for (let at = 0; at < ms; at += FRAME_MS) {
      happens('scroll');
      framesIn(FRAME_MS);
    }
  };
  scrollFor(3_000);
  expect(drawn).not.toHaveBeenCalled();
  scrollFor(4_000);
  expect(drawn).toHaveBeenCalled();
});

test('a hidden page is neither drawn nor looked at', () => {
  const { redraw, reread } = start();
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  isRight = false;
  redraw();
  reread();
  framesIn(10_000);
  expect(drawn).not.toHaveBeenCalled();
  hidden.mockRestore();
});

test('a page that has become shorter is drawn anew: what moved up may have cut something off', () => {
  start().redraw();
  framesIn(100);
  const draws = [100, 150, 50].map((height) => {
    drawn.mockClear();
    const entry = { target: document.body, contentRect: { width: 10, height } };
    for (const tell of tellers) tell([entry]);
    framesIn(50);
    return drawn.mock.calls.length > 0;
  });
  expect(draws).toEqual([false, false, true]);
});
