// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRedraw } from './redraw';
import type { Call } from './scrolling';

const FRAME_MS = 16;
let lifetime: AbortController;
let isRight: boolean;
let hasMoved: boolean;
let more: number;
let call: Call;
let isEmpty: boolean;
const drawn = vi.fn(() => hasMoved);
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
  vi.stubGlobal('cancelIdleCallback', clearTimeout);
  Object.defineProperty(document, 'fonts', { value: new EventTarget(), configurable: true });
  lifetime = new AbortController();
  [isRight, hasMoved, more, call] = [true, false, 1, 'nothing'];
  isEmpty = false;
  vi.clearAllMocks();
});
afterEach(() => {
  lifetime.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const start = () =>
  createRedraw(
    {
      draw: drawn,
      isEmpty: () => isEmpty,
      isRight: () => isRight,
      paint: painted,
      follow: followed,
      followWithin: followedWithin,
      goOn: wentOn,
      afterScroll: () => call,
      expectBars: expected,
    },
    lifetime.signal,
  );
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

test.each<[Call, number, number]>([
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
