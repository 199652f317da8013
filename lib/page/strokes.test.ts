import { expect, test } from 'vitest';
import { foldAddress } from '../people/address';
import type { MarkKind } from '../people/mark';
import type { Placed } from './placing';
import { strokesOf } from './strokes';
import { LOW } from './surroundings';
import type { Box } from './surroundings';

const CORNER = { left: 0, top: 0, across: 1, down: 1, pageEnd: 1_000 };
const KINDS: MarkKind[] = ['unknown', 'absent', 'one', 'both', 'pending', 'attention', 'stop'];
/** As the sheet has it. */
const HALVES: Record<MarkKind, number> = {
  ...{ unknown: 0.5, absent: 0.5, one: 1, both: 0.5 },
  ...{ pending: 1, attention: 1, stop: 1.5 },
};
const EVERYWHERE: Box = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };

const placed = (clip: Partial<Box> = {}): Placed => ({
  hit: { address: foldAddress('a@a.example'), start: 0, end: 1, node: {} as Text }, // not looked at
  boxes: [
    { left: 20, top: 100, right: 110, bottom: 120 },
    { left: 20, top: 130, right: 60, bottom: 150 },
  ],
  clip: { ...EVERYWHERE, ...clip },
  level: LOW,
  stays: null,
  mayBeCovered: false,
  isRaised: false,
});

/** What the browser counts as the line: from its outermost points, by half of its width more. */
const roomsOf = (kind: MarkKind, clip: Partial<Box> = {}) =>
  strokesOf(placed(clip), kind, CORNER).map(({ line }) => {
    const half = HALVES[kind];
    const points = [...line.matchAll(/M(\S+) ([\d.]+)(?:H([\d.]+))?/g)];
    const xs = points.flatMap(([, start, , end]) => [Number(start), Number(end ?? start)]);
    const ys = points.map(([, , y]) => Number(y));
    return [
      Math.min(...xs) - half,
      Math.min(...ys) - half,
      Math.max(...xs) + half,
      Math.max(...ys) + half,
    ];
  });

test.each([{}, { top: 119 }, { right: 23 }, { bottom: 120 }])(
  'a mark takes up the same room whatever it says, cut to %j',
  (clip) => {
    const [first, ...others] = KINDS.map((kind) => roomsOf(kind, clip));
    expect(first).not.toEqual([]);
    for (const other of others) expect(other).toEqual(first);
  },
);

test('each box of a broken address has a room of its own', () => {
  expect(roomsOf('one')).toEqual([
    [18, 92, 112, 123.5],
    [18, 122, 62, 153.5],
  ]);
});

test.each([
  ['over the text', {}, 'M103 94'],
  ['over its end where there is no room above', { top: 100 }, 'M103 100'],
  ['where the text is cut off', { right: 70 }, 'M63 94'],
])('the shape lies %s', (_, clip, start) => {
  expect(strokesOf(placed(clip), 'stop', CORNER)[0]?.shape).toContain(`${start}m`);
});

test('a cut that is smaller than the shape has none', () => {
  expect(strokesOf(placed({ right: 26 }), 'stop', CORNER)[0]?.shape).toBe('');
  expect(strokesOf(placed({ top: 117 }), 'stop', CORNER)[0]?.shape).toBe('');
});
