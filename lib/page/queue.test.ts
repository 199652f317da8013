// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createQueue } from './queue';
import type { Pause } from './walker';

let idle: (() => void)[] = [];
let clock = 0;

beforeEach(() => {
  idle = [];
  clock = 0;
  vi.stubGlobal('requestIdleCallback', (work: () => void) => idle.push(work));
  vi.spyOn(performance, 'now').mockImplementation(() => clock);
});
afterEach(() => vi.unstubAllGlobals());

const runIdle = (): void => idle.shift()?.();
const texts = (count: number): Text[] =>
  Array.from({ length: count }, (_, index) => document.createTextNode(`${index}`));
const { signal } = new AbortController();
const nothing = { onEmpty: () => null, onOverflow: () => null };

test('a slice ends when its time is up, in the middle of a long piece too', () => {
  let looked = 0;
  const queue = createQueue(
    function* () {
      for (let step = 0; step < 10; step += 1) {
        looked += 1;
        clock += 1;
        yield;
      }
    },
    nothing,
    signal,
  );
  queue.add(texts(1));
  runIdle();
  expect(looked).toBeLessThan(6);
  while (idle.length > 0) runIdle();
  expect(looked).toBe(10);
});

test('a long call is not begun late in a slice', () => {
  const begun: number[] = [];
  const queue = createQueue(
    function* (): Generator<Pause> {
      for (let call = 0; call < 2; call += 1) {
        yield 'before a long call';
        begun.push(clock);
        clock += 3;
      }
    },
    nothing,
    signal,
  );
  queue.add(texts(1));
  const starts: number[] = [];
  for (; idle.length > 0; clock += 50) {
    starts.push(clock);
    runIdle();
  }
  expect(begun).toHaveLength(2);
  expect(starts).toEqual(expect.arrayContaining(begun));
});

test('what is more than can be kept is followed by another reading, not dropped', () => {
  let looked = 0;
  const onOverflow = vi.fn<() => void>();
  const queue = createQueue(() => void (looked += 1), { ...nothing, onOverflow }, signal);
  queue.add(texts(30_000));
  while (idle.length > 0) runIdle();
  expect(looked).toBe(20_000);
  expect(onOverflow).toHaveBeenCalledOnce();
});

test('what is cleared is not looked at', () => {
  let looked = 0;
  const queue = createQueue(() => void (looked += 1), nothing, signal);
  queue.add(texts(3));
  queue.clear();
  while (idle.length > 0) runIdle();
  expect(looked).toBe(0);
});
