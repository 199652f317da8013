// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { foldAddress } from '../people/address';
import { createOverlay } from './overlay';
import type { Placed } from './placing';
import { LOW } from './surroundings';

let lifetime: AbortController;
let root: ShadowRoot;
let now: number;

beforeEach(() => {
  lifetime = new AbortController();
  now = 0;
  // The simulated page is nowhere, and has no zoom.
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 1, 1));
  Object.defineProperty(Element.prototype, 'currentCSSZoom', { value: 1, configurable: true });
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    return (root = attach.call(this, init));
  });
  // The simulated page has no top layer.
  vi.spyOn(HTMLElement.prototype, 'matches').mockReturnValue(false);
});
afterEach(() => {
  lifetime.abort();
  vi.restoreAllMocks();
});

const placedAt = (top: number): Placed => ({
  hit: { address: foldAddress('a@a.example'), start: 0, end: 1, node: new Text('a') },
  boxes: [{ left: 0, top, right: 90, bottom: top + 20 }],
  clip: { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity },
  level: LOW,
  stays: null,
  mayBeCovered: false,
  isRaised: false,
});
const marks = () => [...root.querySelectorAll('g')];

test('what has not changed keeps its element, and what is gone loses it', () => {
  const overlay = createOverlay(lifetime.signal);
  overlay.attach();
  const [one, two, three] = [placedAt(0), placedAt(40), placedAt(80)];
  overlay.draw([
    { placed: one, kind: 'unknown' },
    { placed: two, kind: 'unknown' },
  ]);
  const [first, second] = marks();
  overlay.draw([
    { placed: two, kind: 'stop' },
    { placed: one, kind: 'unknown' },
    { placed: three, kind: 'one' },
  ]);
  expect(marks()[0]).toBe(first);
  expect(marks()[1]).not.toBe(second);
  expect(marks().map((mark) => mark.getAttribute('class'))).toEqual(['unknown', 'stop', 'one']);
  overlay.draw([{ placed: one, kind: 'unknown' }]);
  expect(marks()).toEqual([first]);
});

test('marks are cut out under a bar, and shown again when it has gone', () => {
  const overlay = createOverlay(lifetime.signal);
  overlay.attach();
  const low = root.querySelector<SVGElement>('.low');
  overlay.draw([]);
  overlay.cutOut([{ left: 0, top: 0, right: 800, bottom: 60 }]);
  expect(low?.getAttribute('style')).toContain(
    '0px 0px,800px 0px,800px 60px,0px 60px,0px 0px,-100000px -100000px',
  );
  overlay.cutOut([]);
  expect(low?.getAttribute('style') ?? '').not.toContain('px');
});

test('a page that takes our element away has it back, after pauses that double', () => {
  const overlay = createOverlay(lifetime.signal);
  const returnsUntil = (end: number): number => {
    let returns = 0;
    for (; now < end; now += 100) {
      if (!overlay.attach()) continue;
      returns += 1;
      document.documentElement.lastElementChild?.remove();
    }
    return returns;
  };
  expect(returnsUntil(2_000)).toBe(11);
  expect(returnsUntil(62_000)).toBe(4);
  expect(returnsUntil(300_000)).toBeGreaterThan(0);
});

test('a page without a root is left alone', () => {
  const html = document.documentElement;
  const overlay = createOverlay(lifetime.signal);
  html.remove();
  try {
    expect([overlay.attach(), overlay.isAttached()]).toEqual([false, false]);
  } finally {
    document.append(html);
  }
  expect(overlay.attach()).toBe(true);
});
