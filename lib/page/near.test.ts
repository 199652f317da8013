// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { foldAddress } from '../people/address';
import { createHits } from './hits';
import type { Hit, Hits } from './hits';
import { createNear } from './near';
import type { Near } from './near';
import type { Box } from './surroundings';

const ROW = 20;
const BAND = { top: 1_000, bottom: 1_200 };
/** By how much the page has moved what it shows. */
let shifted: number;
/** -1 where it shows the last first. */
let direction: number;
let hits: Hits;
let near: Near;
let measured: number;
const measure = vi.fn<(hit: Hit) => Box[]>();

const rows = () => [...document.querySelectorAll('p')];
const append = (count: number, before: Element | null = null) => {
  for (let row = 0; row < count; row += 1) {
    const line = document.createElement('p');
    line.append(new Text('a@a.example'));
    document.body.insertBefore(line, before);
    put(line);
  }
};
const put = (line: Element) =>
  hits.put(line.firstChild as Text, [
    { address: foldAddress('a@a.example'), start: 0, end: 11 }, // it has just been given one
  ]);
const look = (): Hit[] =>
  [...near.within(BAND, () => undefined)].flatMap((found) => found?.hits ?? []);

beforeEach(() => {
  document.body.innerHTML = '';
  [shifted, measured, direction] = [0, 0, 1];
  hits = createHits();
  near = createNear(hits, measure);
  measure.mockImplementation(({ node }) => {
    measured += 1;
    const row = rows().findIndex((each) => each.contains(node));
    const top = row * ROW * direction + shifted;
    return [{ left: 0, top, right: 90, bottom: top + ROW }];
  });
});

test('a list that grows beyond what was found is the same, for two measurements', () => {
  append(300);
  expect(look()).toHaveLength(12);
  expect(near.isSame()).toBe(true);
  measured = 0;
  append(500);
  expect(near.isSame()).toBe(true);
  expect(measured).toBeLessThanOrEqual(4);
});

test.each([
  ['a row has come among them', () => append(1, rows()[55])],
  ['a row above them has come', () => append(1, rows()[3])],
  ['one of them says something else', () => put(rows()[55] as Element)], // there are 300
  ['one of them is gone', () => hits.put(rows()[55]?.firstChild as Text, [])], // as above
  ['all has moved up', () => (shifted = -900)],
  ['all has moved down', () => (shifted = 900)],
])('it is not the same where %s', (_, change) => {
  append(300);
  look();
  change();
  expect(near.isSame()).toBe(false);
});

test('all that has moved is the same once it has been looked at anew', () => {
  append(300);
  look();
  shifted = -900;
  look();
  expect(near.isSame()).toBe(true);
});

test('whoever looks at a part of it still knows the whole', () => {
  append(300);
  look();
  const part = { top: BAND.top + 50, bottom: BAND.top + 90 };
  for (const found of near.within(part, () => undefined)) expect(found?.hits.length ?? 1).toBe(1);
  expect(near.isSame()).toBe(true);
  append(1, rows()[58]);
  expect(near.isSame()).toBe(false);
});

test('an address in pieces is where all of them are, not where its first seemed to be', () => {
  append(300);
  const whole = measure.getMockImplementation();
  const pieced = (node: Hit['node']): Hit[] =>
    hits.of(node).map((hit) => Object.assign({}, hit, { pieces: [] }));
  measure.mockImplementation((hit) =>
    (whole?.(hit) ?? []).map((box) => ('pieces' in hit ? { ...box, right: 120 } : box)),
  );
  near = createNear({ ...hits, of: pieced }, measure);
  const found = [...near.within(BAND, () => undefined)].filter((each) => each !== null);
  expect(found.map(({ boxes: [{ right }] }) => right)).toEqual(found.map(() => 120));
  expect(found).toHaveLength(12);
});

test('of some that lie anyhow any change counts, but not time alone', () => {
  const now = vi.spyOn(performance, 'now').mockReturnValue(0);
  direction = -1;
  append(9);
  look();
  now.mockReturnValue(1_500);
  expect(near.isSame()).toBe(true);
  append(1);
  expect(near.isSame()).toBe(false);
  now.mockRestore();
});

test('of many that lie anyhow those far away are not even asked for', () => {
  direction = -1;
  append(300);
  const asked = vi.spyOn(hits, 'of');
  near = createNear(hits, measure);
  look();
  expect(near.isSame()).toBe(true);
  expect(asked).not.toHaveBeenCalled();
});

test('a few that run down are the same for as long as they stay', () => {
  const now = vi.spyOn(performance, 'now').mockReturnValue(0);
  append(60);
  expect(look()).toHaveLength(11);
  now.mockReturnValue(60_000);
  measured = 0;
  expect(near.isSame()).toBe(true);
  expect(measured).toBeLessThanOrEqual(2);
  shifted = 300;
  expect(near.isSame()).toBe(false);
  now.mockRestore();
});
