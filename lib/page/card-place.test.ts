import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOnTheWay, placeCard } from './card-place';

const CARD = { width: 320, height: 248 };
const VIEWPORT = { width: 1_000, height: 800 };
const anchorAt = (left: number, top: number) => ({
  left,
  top,
  right: left + 100,
  bottom: top + 20,
});

describe('the card lies', () => {
  test('below its address', () => {
    expect(placeCard(anchorAt(50, 100), CARD, VIEWPORT)).toEqual({ left: 50, top: 126 });
  });
  test('above it where there is no room below', () => {
    expect(placeCard(anchorAt(50, 700), CARD, VIEWPORT)).toEqual({ left: 50, top: 446 });
  });
  test('inside the viewport wherever the address is', () => {
    const where = fc.integer({ min: -2_000, max: 2_000 });
    fc.assert(
      fc.property(where, where, (x, y) => {
        const { left, top } = placeCard(anchorAt(x, y), CARD, VIEWPORT);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(top).toBeGreaterThanOrEqual(0);
        expect(left + CARD.width).toBeLessThanOrEqual(VIEWPORT.width);
        expect(top + CARD.height).toBeLessThanOrEqual(VIEWPORT.height);
      }),
    );
  });
});

describe('the pointer keeps the card', () => {
  const anchor = anchorAt(50, 100);
  const card = { left: 50, top: 126, right: 370, bottom: 374 };
  test.each([
    ['on the address', 60, 110, true],
    ['in the gap', 60, 123, true],
    ['on the card', 360, 300, true],
    ['beside the card', 500, 300, false],
    ['above the address', 60, 60, false],
  ])('%s: %s', (_, x, y, expected) => {
    expect(isOnTheWay(x, y, { anchor, card })).toBe(expected);
  });
});
