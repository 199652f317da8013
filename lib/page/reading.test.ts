// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createHits } from './hits';
import { readPage } from './reading';
import type { Changes } from './watcher';

let changes: Changes;
vi.mock('./walker', () => ({ createLook: () => () => null, stillSays: () => true }));
vi.mock('./watcher', () => ({
  createWatcher: (given: Changes) => {
    changes = given;
    return () => null;
  },
}));

const lifetime = new AbortController();
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestIdleCallback', (step: () => void) => Number(setTimeout(step, 1)));
});
afterEach(() => {
  lifetime.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('what is drawn hears whether anything but texts may have changed', () => {
  const redraw = vi.fn<(isMoreThanText: boolean) => void>();
  readPage(createHits(), redraw, lifetime.signal);
  const text = document.body.appendChild(new Text('1'));
  const heardAfter = (change: () => void): (boolean | undefined)[] => {
    redraw.mockClear();
    change();
    vi.advanceTimersByTime(50);
    return redraw.mock.calls.map(([isMore]) => isMore);
  };
  // The page as a whole, to begin with.
  expect(heardAfter(() => null)).toEqual([true]);
  expect(heardAfter(() => changes.onChange([text], true, false))).toEqual([false]);
  expect(heardAfter(() => changes.onChange([text], true, true))).toEqual([true]);
  expect(heardAfter(() => changes.onChange([text], false, false))).toEqual([false]);
  // What has gone alone leaves nothing to be read.
  expect(heardAfter(() => changes.onChange([], true, true))).toEqual([true]);
  expect(heardAfter(() => changes.onAll())).toEqual([true]);
});
