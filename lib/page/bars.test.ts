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
  const HEIGHT = 600;
  /** From the top of the view to its bottom; what has a name stays there, and a shouted one is raised. */
  function layOut(heights: readonly (readonly [name: string, height: number])[]) {
    let top = 0;
    const boxes = heights.map(([name, height]) => {
      const element = document.createElement('div');
      element.title = name;
      element.style.backgroundColor = 'white';
      const box = new DOMRect(0, top, 800, height);
      element.getBoundingClientRect = () => box;
      top += height;
      return { element, box };
    });
    vi.stubGlobal('innerWidth', 800);
    vi.stubGlobal('innerHeight', HEIGHT);
    document.elementFromPoint = (_, y) =>
      boxes.find(({ box }) => y >= box.top && y < box.bottom)?.element ?? null;
    const bars = createBars(() => (element) => {
      const { title } = element as HTMLElement; // each is one
      const clip = { left: 0, top: 0, right: 0, bottom: 0 };
      const isRaised = title !== title.toLowerCase();
      return { clip, level: 0, stays: title ? element : null, mayBeCovered: false, isRaised };
    });
    while (bars.look());
    return bars.boxes().map((box) => [box.top, box.bottom]);
  }

  test.each([
    [
      'from the top',
      [
        ['head', 60],
        ['of a table', 40],
        ['', 500],
      ],
      [
        [0, 60],
        [60, 100],
      ],
    ],
    [
      'under what is raised, which needs none',
      [
        ['HEAD', 60],
        ['of a table', 40],
        ['', 500],
      ],
      [[60, 100]],
    ],
    [
      'from the bottom',
      [
        ['', 500],
        ['total', 40],
        ['foot', 60],
      ],
      [
        [540, 600],
        [500, 540],
      ],
    ],
    [
      'a frame around the content, of which the page is made',
      [
        ['head', 60],
        ['main', 480],
        ['foot', 60],
      ],
      [
        [0, 60],
        [540, 600],
      ],
    ],
    ['the content alone', [['main', 600]], []],
    [
      'more than anybody would want',
      [
        ['a', 50],
        ['b', 50],
        ['c', 50],
        ['d', 50],
        ['', 400],
      ],
      [
        [0, 50],
        [50, 100],
        [100, 150],
      ],
    ],
  ] as const)('%s', (_, heights, boxes) => {
    expect(layOut(heights)).toEqual(boxes);
  });
});
