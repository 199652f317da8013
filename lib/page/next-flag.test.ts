import { beforeEach, describe, expect, test, vi } from 'vitest';
import { foldAddress } from '../people/address';
import type { Hit } from './hits';
import { nextInView } from './next-flag';

const nodes = new Map<string, Text>();
const nodeOf = (name: string): Text => {
  const node = nodes.get(name) ?? (name as unknown as Text); // only told apart, never read
  nodes.set(name, node);
  return node;
};
const hitOf = (name: string): Hit => ({
  ...{ address: foldAddress(`${name}@a.example`), start: 0, end: 9 },
  node: nodeOf(name),
});
const drawnAt = (name: string, left: number, top: number) => ({
  hit: hitOf(name),
  boxes: [{ left, top, right: left + 90, bottom: top + 20 }],
});
const drawn = [
  drawnAt('c', 10, 200),
  drawnAt('b', 300, 40),
  drawnAt('above', 10, -90),
  drawnAt('a', 10, 40),
  drawnAt('below', 10, 2_000),
];

describe('a step', () => {
  beforeEach(() => {
    vi.stubGlobal('innerHeight', 600);
    vi.stubGlobal('innerWidth', 800);
  });

  test('goes forward in reading order through those in view, and round', () => {
    const seen = ['', 'a', 'b', 'c'].map((last) =>
      nextInView(drawn, last ? hitOf(last) : null, 1)?.hit.address.charAt(0),
    );
    expect(seen).toEqual(['a', 'b', 'c', 'a']);
  });

  test('goes back likewise, beginning with the last', () => {
    const seen = ['', 'c', 'b', 'a'].map((last) =>
      nextInView(drawn, last ? hitOf(last) : null, -1)?.hit.address.charAt(0),
    );
    expect(seen).toEqual(['c', 'b', 'a', 'c']);
  });

  test('says which of how many, and begins anew where the last is out of view', () => {
    expect(nextInView(drawn, hitOf('a'), 1)).toMatchObject({ at: 2, of: 3 });
    expect(nextInView(drawn, hitOf('below'), 1)).toMatchObject({ at: 1, of: 3 });
  });

  test('leads nowhere where there is nothing in view', () => {
    expect(nextInView([drawnAt('far', 0, 900)], null, 1)).toBeNull();
    expect(nextInView([], null, -1)).toBeNull();
  });
});
