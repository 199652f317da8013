// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CardDoor } from './card-door';
import { createGate } from './disguised-gate';

let idle: (() => void)[] = [];
let clock = 0;
let bring = vi.fn<() => void>();

beforeEach(() => {
  vi.useFakeTimers();
  [idle, clock, bring] = [[], 0, vi.fn()];
  vi.stubGlobal('requestIdleCallback', (work: () => void) => idle.push(work));
  // Each look at the clock is a millisecond later.
  vi.spyOn(performance, 'now').mockImplementation(() => (clock += 1));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const gate = (...roots: ShadowRoot[]) => {
  // Of all that is known of the page the gate asks for its trees alone.
  const flagged = { trees: () => [document.body, ...roots] } as unknown as CardDoor['flagged'];
  const door: CardDoor = { flagged, disguised: null, wish: null, card: null };
  return createGate(door, bring, new AbortController().signal);
};

/** Knocks, waits, and gives how many slices it took. */
function knock(hear: () => void): number {
  hear();
  vi.advanceTimersByTime(600_000);
  let slices = 0;
  for (let work = idle.shift(); work; work = idle.shift()) {
    work();
    slices += 1;
  }
  return slices;
}

test.each([
  'Write to ada [at] example.com',
  '<a data-cfemail="5a3b">hidden</a>',
  '<a href="/cdn-cgi/l/email-protection#5a3b"><b>hidden</b></a>',
])('brings the reader once, for %s', (html) => {
  document.body.innerHTML = `<p>${html}</p>`;
  const hear = gate();
  knock(hear);
  hear();
  vi.advanceTimersByTime(50_000);
  expect(bring).toHaveBeenCalledOnce();
});

test('looks into open shadow roots', () => {
  document.body.innerHTML = '<div></div>';
  const root = document.body.firstElementChild?.attachShadow({ mode: 'open' });
  if (!root) throw new Error('there is an element');
  root.innerHTML = '<p>ada [at] example.com</p>';
  knock(gate(root));
  expect(bring).toHaveBeenCalledOnce();
});

test('a reader that does not come is sent for again', () => {
  document.body.innerHTML = '<p>ada [at] example.com</p>';
  const hear = gate();
  knock(hear);
  knock(hear);
  expect(bring).toHaveBeenCalledTimes(2);
});

test('law 7: a large page is looked at in slices', () => {
  const parts = `<div>${'<i></i>'.repeat(60)}</div>`.repeat(90);
  document.body.innerHTML = `${parts}Mail: ada [at] example.com`;
  expect(knock(gate())).toBeGreaterThan(10);
  expect(bring).toHaveBeenCalledOnce();
});

test('a page that is filled late is looked at however often it has changed before', () => {
  document.body.innerHTML = '<p>nothing</p>';
  const hear = gate();
  for (let change = 0; change < 20; change += 1) knock(hear);
  expect(bring).not.toHaveBeenCalled();
  document.body.innerHTML = '<p>ada [at] example.com</p>';
  knock(hear);
  expect(bring).toHaveBeenCalledOnce();
});
