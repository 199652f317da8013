// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLaidOut } from './laid-out';

const FRAME_MS = 16;
let isTold: boolean;
let lifetime: AbortController;
const work = vi.fn();
const root = document.documentElement;

/** A frame lays the page out and then tells sizes, unless there is nothing that has one. */
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (step: () => void) => Number(setTimeout(step, FRAME_MS)));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe: (target: Element) => void;
      disconnect = (): null => null;
      constructor(tell: () => void) {
        this.observe = (target) => {
          if (!(target instanceof Element)) throw new TypeError('no element');
          if (isTold) tell();
        };
      }
    },
  );
  isTold = true;
  lifetime = new AbortController();
  work.mockClear();
});
afterEach(() => {
  if (!document.documentElement) document.append(root);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('it is done once a frame, however often it is asked for', () => {
  const begin = vi.fn();
  const inFrame = createLaidOut(work, lifetime.signal, begin);
  inFrame();
  inFrame();
  expect(begin).not.toHaveBeenCalled();
  vi.advanceTimersByTime(FRAME_MS);
  expect([begin.mock.calls.length, work.mock.calls.length]).toEqual([1, 1]);
  vi.advanceTimersByTime(1_000);
  expect(work).toHaveBeenCalledOnce();
  inFrame();
  vi.advanceTimersByTime(FRAME_MS);
  expect(work).toHaveBeenCalledTimes(2);
});

test.each([
  ['has no root', () => root.remove()],
  ['has no size', () => (isTold = false)],
])('where a page %s for a while it is late, and neither lost nor done twice', (_, begin) => {
  const inFrame = createLaidOut(work, lifetime.signal);
  begin();
  inFrame();
  vi.advanceTimersByTime(FRAME_MS);
  expect(work).not.toHaveBeenCalled();
  inFrame();
  vi.advanceTimersByTime(100);
  expect(work).toHaveBeenCalledOnce();
  if (!document.documentElement) document.append(root);
  isTold = true;
  inFrame();
  vi.advanceTimersByTime(FRAME_MS);
  expect(work).toHaveBeenCalledTimes(2);
});

test('what has ended does nothing any more', () => {
  const inFrame = createLaidOut(work, lifetime.signal);
  inFrame();
  lifetime.abort();
  inFrame();
  vi.advanceTimersByTime(1_000);
  expect(work).not.toHaveBeenCalled();
});
