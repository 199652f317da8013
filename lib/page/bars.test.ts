// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createBars } from './bars';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test('a search comes to its end though others are expected meanwhile, and then there is another', () => {
  const asked = vi.fn(() => null);
  document.elementFromPoint = asked;
  const bars = createBars(() => vi.fn<() => never>());
  expect(bars.areDue()).toBe(true);
  let looks = 0;
  do {
    looks += 1;
    bars.expect();
  } while (bars.look() && looks < 20);
  expect(asked).toHaveBeenCalledTimes(6);
  expect(looks).toBeLessThan(20);
  expect(bars.areDue()).toBe(true);
  while (bars.look());
  expect(asked).toHaveBeenCalledTimes(12);
  expect(bars.areDue()).toBe(false);
});

describe('bars that lie beneath one another', () => {
  const [WIDTH, HEIGHT] = [800, 600];
  type Box = readonly [left: number, top: number, right: number, bottom: number];
  const across = (top: number, bottom: number): Box => [0, top, WIDTH, bottom];

  /** What comes first lies above the others; all of it stays, and what is shouted is raised. */
  function layOut(page: Record<string, Box>) {
    const boxes = Object.entries(page).map(([name, [left, top, right, bottom]]) => {
      const element = document.createElement('div');
      element.title = name;
      element.style.backgroundColor = 'white';
      const box = new DOMRect(left, top, right - left, bottom - top);
      element.getBoundingClientRect = () => box;
      return { element, box };
    });
    vi.stubGlobal('innerWidth', WIDTH);
    vi.stubGlobal('innerHeight', HEIGHT);
    document.elementFromPoint = (x, y) => {
      if (y < 0 || y >= HEIGHT) return null;
      const at = boxes.find(
        ({ box }) => x >= box.left && x < box.right && y >= box.top && y < box.bottom,
      );
      return at?.element ?? document.body;
    };
    const bars = createBars(() => (element) => {
      const { title } = element as HTMLElement; // each is one
      const clip = { left: 0, top: 0, right: 0, bottom: 0 };
      const isRaised = title !== title.toLowerCase();
      return { clip, level: 0, stays: title ? element : null, mayBeCovered: false, isRaised };
    });
    while (bars.look());
    return bars.boxes().map(({ left, top, right, bottom }): Box => [left, top, right, bottom]);
  }

  test.each<[string, Record<string, Box>, Box[]]>([
    [
      'from the top',
      { head: across(0, 60), table: across(60, 100) },
      [across(0, 60), across(60, 100)],
    ],
    [
      'from the bottom',
      { foot: across(560, 600), total: across(520, 560) },
      [across(560, 600), across(520, 560)],
    ],
    [
      'under what is raised, which needs none',
      { HEAD: across(0, 60), TOOLS: across(60, 90), table: across(90, 120) },
      [across(90, 120)],
    ],
    [
      'one that is mostly above the view',
      { head: across(-64, 36), table: across(36, 60) },
      [across(-64, 36), across(36, 60)],
    ],
    [
      'over the side of a page and its content, which stay as well',
      { head: across(0, 60), side: [0, 60, 200, HEIGHT], main: [200, 60, WIDTH, HEIGHT] },
      [across(0, 60), [200, 60, WIDTH, HEIGHT]],
    ],
    [
      'over the side of a page alone',
      { head: across(0, 60), side: [0, 60, 200, HEIGHT] },
      [across(0, 60), [0, 60, 200, HEIGHT]],
    ],
    [
      'over one another by a little',
      { head: across(0, 60.4), table: [300, 60, 500, 100] },
      [across(0, 60.4), [300, 60.4, 500, 100]],
    ],
    ['the whole page', { main: across(0, HEIGHT) }, []],
    [
      'more than anybody would want',
      Object.fromEntries(
        ['a', 'b', 'c', 'd', 'e'].map((name, at) => [name, across(at * 30, at * 30 + 30)]),
      ),
      [across(0, 30), across(30, 60), across(60, 90), across(90, 120)],
    ],
  ])('%s', (_, page, boxes) => {
    expect(layOut(page)).toEqual(boxes);
  });
});
