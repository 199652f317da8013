import { expect, test } from 'vitest';
import type { PlaceState } from './directory';
import { momentOf, sayKnown, sayProgress } from './directory-words';

const at = (hours: number, minutes: number, day = 25) =>
  new Date(2026, 10, day, hours, minutes).getTime();
const state = (known: PlaceState['known']): PlaceState => ({
  ...{ place: null, known, filling: null, trouble: null },
});

test('a moment of today is its time, another one has its day', () => {
  expect(momentOf(at(10, 42), at(23, 59))).toBe('10:42');
  expect(momentOf(at(10, 42, 18), at(0, 1))).toBe('18 Nov 2026, 10:42');
});

test.each([
  [null, 'Not read yet: here nobody is known but those you look up.'],
  [
    { people: 1, at: at(10, 42), caughtUpAt: at(10, 42), isDoubted: false },
    '1 person, as of 10:42.',
  ],
  [
    { people: 31_204, at: at(10, 42), caughtUpAt: at(11, 57), isDoubted: false },
    '31,204 people, as of 10:42. Newcomers as of 11:57.',
  ],
  [
    { people: 2, at: at(10, 42), caughtUpAt: at(10, 42), isDoubted: true },
    '2 people, as of 10:42. An import came since: whom it brought or changed is still to be read.',
  ],
])('how old it is, is said', (known, words) => {
  expect(sayKnown(state(known), at(12, 0))).toBe(words);
});

test.each([
  [{ done: 1500, total: null, minutesLeft: null, isAllRead: false }, '1,500 read so far.'],
  [{ done: 0, total: 40, minutesLeft: null, isAllRead: false }, '0 of 40 people read.'],
  [
    { done: 500, total: 1234, minutesLeft: 1, isAllRead: false },
    '500 of 1,234 people read, about a minute left.',
  ],
  [
    { done: 1234, total: 1234, minutesLeft: null, isAllRead: true },
    '1,234 people read; now who of them bounced or is suppressed.',
  ],
  [
    { done: 500, total: 90_000, minutesLeft: 7, isAllRead: false },
    '500 of 90,000 people read, about 7 minutes left.',
  ],
])('how far it is, is said as far as it is known', (filling, words) => {
  expect(sayProgress(filling)).toBe(words);
});
