// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { foldAddress } from '../people/address';
import { createCovers } from './covering';
import type { Hit } from './hits';

const BOX = { left: 0, top: 0, right: 90, bottom: 20 };
let asked: number;
let now: number;

beforeEach(() => {
  asked = 0;
  now = 1_000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  document.body.innerHTML = '<p>a</p><div style="background-color: rgb(1, 2, 3)">over</div>';
  // Each question takes a millisecond; it is always the box above that lies there.
  document.elementFromPoint = () => {
    asked += 1;
    now += 1;
    return document.querySelector('div');
  };
});

const hits = Array.from({ length: 9 }, (): Hit => {
  return { address: foldAddress('a@a.example'), start: 0, end: 1, node: new Text('a') };
});
const draw = (covers: ReturnType<typeof createCovers>) => {
  const isCovered = covers();
  return hits.filter((hit) => {
    document.querySelector('p')?.append(hit.node);
    return isCovered(hit, BOX);
  }).length;
};

test('a drawing asks for a few milliseconds, and the next goes on where it ended', () => {
  const covers = createCovers();
  expect(draw(covers)).toBeLessThan(9);
  expect(asked).toBe(5);
  now += 500;
  expect(draw(covers)).toBe(9);
  expect(asked).toBe(9);
});

test('nobody is asked again within a moment, and everybody after it', () => {
  const covers = createCovers();
  draw(covers);
  draw(covers);
  asked = 0;
  expect(draw(covers)).toBe(9);
  expect(asked).toBe(0);
  now += 500;
  draw(covers);
  expect(asked).toBe(5);
});
