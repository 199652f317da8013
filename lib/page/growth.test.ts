// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createGrowth } from './growth';

let height: number;
const told = new Set<() => void>();
const onGrowth = vi.fn<(hasShrunk: boolean) => void>();

/** Tells whoever begins to observe, and then of each change, as the platform does. */
beforeEach(() => {
  vi.useFakeTimers();
  told.clear();
  height = 100;
  vi.stubGlobal(
    'ResizeObserver',
    class {
      disconnect = (): void => told.clear();
      observe: (target: Element) => unknown;
      constructor(hear: (entries: unknown[]) => void) {
        this.observe = (target) =>
          told.add(() => hear([{ target, contentRect: { width: 10, height } }]));
      }
    },
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function grow(by = 10): void {
  height += by;
  for (const tell of told) tell();
}
const growthOfPage = (signal = new AbortController().signal) => {
  const growth = createGrowth(onGrowth, signal);
  grow(0);
  onGrowth.mockClear();
  return growth;
};

test('growth is heard, and what is told again unchanged is none', () => {
  growthOfPage();
  grow(0);
  expect(onGrowth).not.toHaveBeenCalled();
  grow();
  expect(onGrowth).toHaveBeenCalled();
});

test('law 7: what changes while it rests is heard of afterwards alone', () => {
  const growth = growthOfPage();
  for (const by of [10, 0]) {
    growth.rest(200);
    for (let time = 0; time < 3; time += 1) grow(by);
    expect(onGrowth).not.toHaveBeenCalled();
    vi.advanceTimersByTime(200);
    grow(0);
    expect(onGrowth.mock.calls.length > 0).toBe(by > 0);
    onGrowth.mockClear();
  }
});

test('whether it has become shorter is told with it', () => {
  growthOfPage();
  grow(10);
  expect(onGrowth).toHaveBeenLastCalledWith(false);
  grow(-10);
  expect(onGrowth).toHaveBeenLastCalledWith(true);
});

test('what has ended while it was asked observes nothing any more', () => {
  const lifetime = new AbortController();
  const growth = growthOfPage(lifetime.signal);
  lifetime.abort();
  growth.rest(200);
  vi.advanceTimersByTime(200);
  expect(told.size).toBe(0);
});
