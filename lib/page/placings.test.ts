// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { foldAddress } from '../people/address';
import type { Hit } from './hits';
import type { Near } from './near';
import { createPlacings, SCREENS_BESIDE } from './placings';
import { LOW } from './surroundings';

const ROW = 10;
const HEIGHT = 600;
let scrolledBy: number;
let offset: number;
let hits: Hit[];
let version: number;
let searches: number;

const hitOf = (row: number): Hit => ({
  ...{ address: foldAddress(`row${row}@a.example`), start: 0, end: 9 },
  node: row as unknown as Text, // only told apart, never read
});
const boxOf = (hit: Hit) => {
  const top = Math.floor(hits.indexOf(hit) / columns) * ROW + offset;
  return { left: 0, right: 90, top, bottom: top + ROW };
};
let columns: number;

const near: Near = {
  *within({ top, bottom }) {
    searches += 1;
    for (const hit of hits) {
      const box = boxOf(hit);
      yield box.bottom >= top && box.top <= bottom ? { hits: [hit], boxes: [box] } : null;
    }
  },
  isSame: () => true,
};
const everywhere = { left: 0, right: 900, top: -1e6, bottom: 1e6 };
const create = () =>
  createPlacings({
    near,
    version: () => version,
    place: (hit) => ({
      ...{ hit, boxes: [boxOf(hit)], clip: everywhere },
      ...{ level: LOW, stays: null, mayBeCovered: false, isRaised: false },
    }),
    screens: () => ({ beside: SCREENS_BESIDE, above: 5, below: 5 }),
  });
type Placings = ReturnType<typeof create>;

const inView = (placings: Placings) =>
  placings.all().filter(({ boxes: [box] }) => box && box.bottom > 0 && box.top < HEIGHT);
const areInPlace = (placings: Placings) =>
  inView(placings).every(({ hit, boxes: [box] }) => box?.top === boxOf(hit).top);
const finish = (placings: Placings) => {
  while (placings.next());
};

beforeEach(() => {
  [scrolledBy, offset, columns] = [0, 0, 1];
  [version, searches] = [0, 0];
  hits = Array.from({ length: 200 }, (_, row) => hitOf(row));
  vi.stubGlobal('innerHeight', HEIGHT);
  vi.stubGlobal('scrollY', scrolledBy);
});

test('begun in each frame, and never given the time for all, it places all that is in view', () => {
  const placings = create();
  placings.begin(true);
  finish(placings);
  offset = -40;
  for (let frame = 0; frame < 40; frame += 1) {
    placings.begin(true);
    for (let step = 0; step < 30; step += 1) placings.next();
    expect(inView(placings).length).toBeGreaterThanOrEqual(HEIGHT / ROW - 4);
  }
  expect(areInPlace(placings)).toBe(true);
});

test('what is ahead comes to an end though the view is begun all the time', () => {
  const now = vi.spyOn(performance, 'now').mockReturnValue(0);
  const placings = create();
  for (let frame = 0; frame < 60; frame += 1) {
    now.mockReturnValue(frame * 50);
    placings.begin(true);
    while (!placings.isViewDone()) placings.next();
    for (let step = 0; step < 30; step += 1) placings.next();
  }
  expect(placings.all()).toHaveLength(200);
  now.mockRestore();
});

test('what is ahead is within reach as soon as it is placed, not only with the last of it', () => {
  const placings = create();
  placings.begin(true);
  while (!placings.isViewDone()) placings.next();
  const { bottom } = placings.reach();
  for (let step = 0; step < hits.length + 60; step += 1) placings.next();
  expect(placings.isBusy()).toBe(true);
  expect(placings.reach().bottom).toBeGreaterThan(bottom + HEIGHT / 4);
});

test('what is ahead once the view has been left behind is within reach, and what is behind is gone', () => {
  hits = Array.from({ length: 2_000 }, (_, row) => hitOf(row));
  const placings = create();
  placings.begin(true);
  finish(placings);
  // Never farther than is placed: scrolling calls for no drawing of the view.
  const scrolledTo = 9 * HEIGHT;
  for (let at = 2 * HEIGHT; at <= scrolledTo; at += HEIGHT) {
    vi.stubGlobal('scrollY', at);
    placings.beginAhead();
    finish(placings);
    const { top, bottom } = placings.reach();
    expect(top).toBeLessThan(at - HEIGHT);
    expect(bottom).toBeGreaterThan(at + 2 * HEIGHT);
  }
  const tops = placings.all().map(({ boxes: [box] }) => box?.top ?? 0);
  expect(Math.min(...tops)).toBeGreaterThan(scrolledTo - 5 * HEIGHT - ROW);
});

test('placed once more with nothing moved or come, the view leaves what is ahead as it is', () => {
  const placings = create();
  const redraw = () => {
    searches = 0;
    placings.begin(false);
    finish(placings);
    return searches;
  };
  placings.begin(true);
  finish(placings);
  expect(redraw()).toBe(1);
  version += 1;
  expect(redraw()).toBe(2);
  offset = 3;
  expect(redraw()).toBe(2);
  expect(placings.all().every(({ hit, boxes: [box] }) => box?.top === boxOf(hit).top)).toBe(true);
});

describe('scrolled on while what is ahead is being placed', () => {
  function scrollOn() {
    hits = Array.from({ length: 400 }, (_, row) => hitOf(row));
    const placings = create();
    placings.begin(true);
    while (!placings.isViewDone()) placings.next();
    for (let step = 0; step < hits.length + 60; step += 1) placings.next();
    const before = placings.reach();
    // Between two rows: none is to be at the edge of the view.
    vi.stubGlobal('scrollY', HEIGHT + ROW / 2);
    return { placings, before };
  }
  const drawView = (placings: Placings): void => {
    placings.begin(false);
    while (!placings.isViewDone()) placings.next();
  };

  test('it is gone on with, and what is placed stays within reach', () => {
    const { placings, before } = scrollOn();
    drawView(placings);
    expect(placings.reach().top).toBe(before.top);
    expect(placings.reach().bottom).toBeGreaterThan(before.bottom);
    finish(placings);
    // The view, what is ahead, and the view once more.
    expect(searches).toBe(3);
    expect(placings.all().length).toBeGreaterThan((5 * HEIGHT) / ROW);
  });

  test('where anything in view has moved, nothing that is not in view is trusted', () => {
    const { placings } = scrollOn();
    offset = 3;
    drawView(placings);
    expect(placings.reach().top).toBeGreaterThan(0);
    finish(placings);
    expect(placings.all().every(({ hit, boxes: [box] }) => box?.top === boxOf(hit).top)).toBe(true);
  });

  test('an address that has come where all was placed is placed too', () => {
    const { placings } = scrollOn();
    const row = hitOf(1_000);
    hits.splice(150, 0, row);
    version += 1;
    drawView(placings);
    finish(placings);
    expect(placings.all().map(({ hit }) => hit)).toContain(row);
  });
});

test('what has moved while what is ahead takes long is placed anew after it', () => {
  const now = vi.spyOn(performance, 'now').mockReturnValue(0);
  const placings = create();
  placings.begin(true);
  finish(placings);
  placings.beginAhead();
  placings.next();
  now.mockReturnValue(1_500);
  offset = 3;
  placings.begin(true);
  finish(placings);
  expect(placings.all().every(({ hit, boxes: [box] }) => box?.top === boxOf(hit).top)).toBe(true);
  now.mockRestore();
});

test('what was to be ahead of a view that has been left since takes nothing from the new one', () => {
  const now = vi.spyOn(performance, 'now').mockReturnValue(0);
  hits = Array.from({ length: 4_000 }, (_, row) => hitOf(row));
  const placings = create();
  placings.begin(true);
  finish(placings);
  placings.beginAhead();
  // Nothing of it could be done for long, and then somebody leapt.
  now.mockReturnValue(1_500);
  vi.stubGlobal('scrollY', 30_000);
  placings.begin(false);
  finish(placings);
  const tops = placings.all().map(({ boxes: [box] }) => box?.top ?? 0);
  const seen = tops.filter((top) => top >= 30_000 && top < 30_000 + HEIGHT);
  expect(seen).toHaveLength(HEIGHT / ROW);
  now.mockRestore();
});

test('what was left out for being too much is out of reach', () => {
  columns = 10;
  hits = Array.from({ length: 2_000 }, (_, row) => hitOf(row));
  vi.stubGlobal('scrollY', HEIGHT);
  const placings = create();
  placings.begin(true);
  finish(placings);
  const { top, bottom } = placings.reach();
  const all = new Set(placings.all().map(({ hit }) => hit));
  const isInReach = (hit: Hit) => boxOf(hit).bottom > top + 1 && boxOf(hit).top < bottom - 1;
  const left = hits.filter((hit) => isInReach(hit) && !all.has(hit));
  // Those at the very edge may lie on both sides of it.
  expect(left.length).toBeLessThanOrEqual(2 * columns);
});

test('of more than can be drawn those nearest to the middle are, and they stay', () => {
  columns = 10;
  hits = Array.from({ length: 2_000 }, (_, row) => hitOf(row));
  const placings = create();
  const seen = new Set<string>();
  for (let round = 0; round < 3; round += 1) {
    placings.begin(true);
    while (!placings.isViewDone()) placings.next();
    seen.add(
      inView(placings)
        .map(({ hit }) => hit.address)
        .toSorted()
        .join(),
    );
    finish(placings);
    seen.add(
      inView(placings)
        .map(({ hit }) => hit.address)
        .toSorted()
        .join(),
    );
  }
  expect(seen.size).toBe(1);
  expect(placings.all()).toHaveLength(400);
});
