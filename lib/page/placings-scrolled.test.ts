// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import type { Placings } from './placings';
import { finish, HEIGHT, hitOf, hitsOf, ROW, usePage } from './testing/placed-page';

const { page, boxOf, create } = usePage();

test('what is ahead once the view has been left behind is within reach, and what is behind is gone', () => {
  page.hits = hitsOf(2_000);
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
    page.searches = 0;
    placings.begin(false);
    finish(placings);
    return page.searches;
  };
  placings.begin(true);
  finish(placings);
  expect(redraw()).toBe(1);
  page.version += 1;
  expect(redraw()).toBe(2);
  page.offset = 3;
  expect(redraw()).toBe(2);
  expect(placings.all().every(({ hit, boxes: [box] }) => box?.top === boxOf(hit).top)).toBe(true);
});

describe('scrolled on while what is ahead is being placed', () => {
  function scrollOn() {
    page.hits = hitsOf(400);
    const placings = create();
    placings.begin(true);
    while (!placings.isViewDone()) placings.next();
    for (let step = 0; step < page.hits.length + 60; step += 1) placings.next();
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
    expect(page.searches).toBe(3);
    expect(placings.all().length).toBeGreaterThan((5 * HEIGHT) / ROW);
  });

  test('where anything in view has moved, nothing that is not in view is trusted', () => {
    const { placings } = scrollOn();
    page.offset = 3;
    drawView(placings);
    expect(placings.reach().top).toBeGreaterThan(0);
    finish(placings);
    expect(placings.all().every(({ hit, boxes: [box] }) => box?.top === boxOf(hit).top)).toBe(true);
  });

  test('an address that has come where all was placed is placed too', () => {
    const { placings } = scrollOn();
    const row = hitOf(1_000);
    page.hits.splice(150, 0, row);
    page.version += 1;
    drawView(placings);
    finish(placings);
    expect(placings.all().map(({ hit }) => hit)).toContain(row);
  });
});

test('what was to be ahead of a view that has been left since takes nothing from the new one', () => {
  const now = vi.spyOn(performance, 'now').mockReturnValue(0);
  page.hits = hitsOf(4_000);
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
