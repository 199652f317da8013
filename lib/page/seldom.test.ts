// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSeldom, LONGEST_PAUSE_MS, PAUSE_MS } from './seldom';

let clock = 0;
let begun: number[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  [clock, begun] = [0, []];
  vi.spyOn(performance, 'now').mockImplementation(() => clock);
  vi.stubGlobal('requestIdleCallback', (work: () => void) => setTimeout(work));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Work of so many steps of a millisecond. */
function working(steps: number, rest = 0) {
  const lifetime = new AbortController();
  const slices: number[] = [];
  const call = createSeldom(function* () {
    begun.push(clock);
    for (let step = 0; step < steps; step += 1) {
      clock += 1;
      slices.push(Date.now());
      yield;
    }
    return rest;
  }, lifetime.signal);
  return { call, lifetime, slices };
}

/** Time goes on, for the timers and for the clock. */
function pass(ms: number): void {
  clock += ms;
  vi.advanceTimersByTime(ms);
}

test('is done some seconds after a change, and not again without another', () => {
  const { call } = working(1);
  call();
  call();
  pass(PAUSE_MS - 1);
  expect(begun).toHaveLength(0);
  pass(100);
  expect(begun).toHaveLength(1);
  pass(LONGEST_PAUSE_MS);
  expect(begun).toHaveLength(1);
});

test('law 7: on a page that changes without end it takes next to nothing of it', () => {
  const { call } = working(20);
  const seconds = 1_000;
  for (let second = 0; second < seconds; second += 1) {
    call();
    pass(1_000);
  }
  expect(begun.length).toBeGreaterThan(5);
  expect((begun.length * 20) / (seconds * 1_000)).toBeLessThan(1 / 2_000);
});

test('a page that never ends is looked at again all the same', () => {
  const { call } = working(1_000);
  call();
  pass(PAUSE_MS);
  vi.runAllTimers();
  call();
  pass(LONGEST_PAUSE_MS + 10);
  expect(begun).toHaveLength(2);
});

test('a change while it works calls for one more run', () => {
  const { call, slices } = working(20);
  call();
  pass(PAUSE_MS);
  vi.advanceTimersByTime(1);
  expect(slices.length).toBeGreaterThan(0);
  expect(slices.length).toBeLessThan(20);
  call();
  vi.advanceTimersByTime(100);
  pass(LONGEST_PAUSE_MS);
  expect(begun).toHaveLength(2);
});

test('law 7: it is done in slices', () => {
  const { call, slices } = working(100);
  call();
  pass(PAUSE_MS);
  vi.advanceTimersByTime(1_000);
  expect(slices).toHaveLength(100);
  expect(new Set(slices).size).toBeGreaterThan(20);
});

test('law 7: in a tab that is hidden meanwhile it rests, and goes on once it is shown', () => {
  const { call, slices } = working(100);
  call();
  pass(PAUSE_MS);
  vi.advanceTimersByTime(1);
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  const done = slices.length;
  vi.advanceTimersByTime(1_000);
  expect(slices).toHaveLength(done);
  hidden.mockReturnValue(false);
  document.dispatchEvent(new Event('visibilitychange'));
  vi.advanceTimersByTime(1_000);
  expect(slices).toHaveLength(100);
  expect(begun).toHaveLength(1);
});

test('it rests for as long as its work says', () => {
  const { call } = working(1, 60_000);
  call();
  pass(PAUSE_MS + 10);
  call();
  pass(50_000);
  expect(begun).toHaveLength(1);
  pass(20_000);
  expect(begun).toHaveLength(2);
});

test('ends with its signal, in the midst of a run too', () => {
  const { call, lifetime, slices } = working(100);
  call();
  pass(PAUSE_MS);
  vi.advanceTimersByTime(1);
  lifetime.abort();
  const done = slices.length;
  call();
  pass(LONGEST_PAUSE_MS);
  expect(slices).toHaveLength(done);
  expect(begun).toHaveLength(1);
});
