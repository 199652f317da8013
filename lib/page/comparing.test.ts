// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { foldAddress } from '../people/address';
import { createComparing } from './comparing';
import type { Placed } from './placing';
import { LOW } from './surroundings';

vi.mock('./measure', () => ({
  boxesOf: () => [{ left: 0, top: 10, right: 90, bottom: 30 }],
  scrolledNow: () => ({ x: 0, y: 0 }),
}));

let placed: Placed;
const place = vi.fn<() => Placed | null>(() => null);

beforeEach(() => {
  // The simulated page draws nothing, and has no style but what is written into it.
  Element.prototype.checkVisibility = () => true;
  vi.stubGlobal('getComputedStyle', ({ style }: HTMLElement) => ({
    ...{ position: 'static', display: 'block', zIndex: 'auto', isolation: 'auto' },
    transform: 'none',
    overflowX: style.overflow || 'visible',
    overflowY: style.overflow || 'visible',
  }));
  document.body.innerHTML = '<div><p>ada@x.dev</p></div>';
  const node = document.querySelector('p')?.firstChild as Text; // it is there
  placed = {
    hit: { address: foldAddress('ada@x.dev'), start: 0, end: 9, node },
    boxes: [{ left: 0, top: 10, right: 90, bottom: 30 }],
    clip: { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity },
    level: LOW,
    stays: null,
    mayBeCovered: false,
    isRaised: false,
  };
});
afterEach(() => {
  vi.clearAllMocks();
  vi.unstubAllGlobals();
});

const areRight = (isTimed: boolean) => createComparing(place, () => null)([placed], isTimed);

test('plain text is compared by its boxes, without placing it anew', () => {
  for (const isTimed of [false, true]) expect(areRight(isTimed)).toBe(true);
  expect(place).not.toHaveBeenCalled();
});

test('law 1: what has been cut off without moving is seen at the next second', () => {
  document.querySelector('div')?.setAttribute('style', 'height: 0; overflow: hidden');
  expect(areRight(true)).toBe(false);
  expect(place).toHaveBeenCalledWith(placed.hit);
});

test('what may be covered is placed anew each time', () => {
  placed.mayBeCovered = true;
  expect(areRight(false)).toBe(false);
  expect(place).toHaveBeenCalledOnce();
});
