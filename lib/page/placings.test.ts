// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import type { Hit } from './hits';
import type { Placings } from './placings';
import { finish, HEIGHT, hitsOf, ROW, usePage } from './testing/placed-page';

const { page, boxOf, create } = usePage();

const inView = (placings: Placings) =>
  placings.all().filter(({ boxes: [box] }) => box && box.bottom > 0 && box.top < HEIGHT);
const areInPlace = (placings: Placings) =>
  inView(placings).every(({ hit, boxes: [box] }) => box?.top === boxOf(hit).top);

test('begun in each frame, and never given the time for all, it places all that is in view', () => {
  const placings = create();
  placings.begin(true);
  finish(placings);
  page.offset = -40;
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
  for (let step = 0; step < page.hits.length + 60; step += 1) placings.next();
  expect(placings.isBusy()).toBe(true);
  expect(placings.reach().bottom).toBeGreaterThan(bottom + HEIGHT / 4);
});

test('what has moved while what is ahead takes long is placed anew after it', () => {
  const now = vi.spyOn(performance, 'now').mockReturnValue(0);
  const placings = create();
  placings.begin(true);
  finish(placings);
  placings.beginAhead();
  placings.next();
  now.mockReturnValue(1_500);
  page.offset = 3;
  placings.begin(true);
  finish(placings);
  expect(placings.all().every(({ hit, boxes: [box] }) => box?.top === boxOf(hit).top)).toBe(true);
  now.mockRestore();
});

test('what was left out for being too much is out of reach', () => {
  page.columns = 10;
  page.hits = hitsOf(2_000);
  vi.stubGlobal('scrollY', HEIGHT);
  const placings = create();
  placings.begin(true);
  finish(placings);
  const { top, bottom } = placings.reach();
  const all = new Set(placings.all().map(({ hit }) => hit));
  const isInReach = (hit: Hit) => boxOf(hit).bottom > top + 1 && boxOf(hit).top < bottom - 1;
  const left = page.hits.filter((hit) => isInReach(hit) && !all.has(hit));
  // Those at the very edge may lie on both sides of it.
  expect(left.length).toBeLessThanOrEqual(2 * page.columns);
});

test('of more than can be drawn those nearest to the middle are, and they stay', () => {
  page.columns = 10;
  page.hits = hitsOf(2_000);
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
