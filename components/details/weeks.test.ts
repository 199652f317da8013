import { expect, test } from 'vitest';
import type { Activity } from '@/lib/people/details';
import { sayWeeks, weeksOf } from './weeks';

const today = new Date(2026, 10, 25); // a Wednesday, by the clock on the wall
const did = (kind: Activity['kind'], at: string): Activity => ({ kind, at, what: '' });
const countsOf = (activity: Activity[]) =>
  weeksOf(activity, today).map(({ opens, clicks }) => [opens, clicks]);

test('weeks begin on Monday, and this week is the last of twelve', () => {
  const weeks = weeksOf([], today);
  expect(weeks).toHaveLength(12);
  expect(weeks.at(-1)?.from).toBe('2026-11-23');
  expect(weeks[0]?.from).toBe('2026-09-07');
});

test('what happened on a Sunday is of the week before its Monday', () => {
  const counts = countsOf([did('open', '2026-11-23 00:00:01'), did('open', '2026-11-22 23:59:59')]);
  expect(counts.at(-1)).toEqual([1, 0]);
  expect(counts.at(-2)).toEqual([1, 0]);
});

test('only opens and clicks count, and only in these weeks', () => {
  const counts = countsOf([
    did('click', '2026-09-07'),
    did('click', '2026-09-06 23:00:00'),
    did('delivery', '2026-11-24'),
    did('open', 'never'),
    did('open', '2031-01-01'),
  ]);
  expect(counts[0]).toEqual([0, 1]);
  expect(counts.flat().reduce((all, each) => all + each)).toBe(1);
});

test('a server that is a day ahead on Sunday has not left this week', () => {
  const sunday = new Date(2026, 10, 29);
  expect(weeksOf([did('open', '2026-11-30 00:10:00')], sunday).at(-1)?.opens).toBe(1);
});

test('the picture is told in a sentence', () => {
  expect(sayWeeks(weeksOf([], today))).toBe('0 opens and 0 clicks in 12 weeks.');
  const weeks = weeksOf([did('open', '2026-11-10'), did('click', '2026-11-10')], today);
  expect(sayWeeks(weeks)).toBe(
    '1 open and 1 click in 12 weeks, most in the week of 9 Nov 2026: 1 open and 1 click.',
  );
});
