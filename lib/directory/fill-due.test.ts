import { expect, test } from 'vitest';
import type { Failure } from '../failure';
import type { Refresh } from '../people/directory';
import { CATCH_UP_MS, dueOf, retryAfter } from './fill-due';
import { NOTHING_NOTED } from './fill-log';
import type { RegisterState } from './registers';

const DAY_MS = 24 * 60 * 60_000;
const key = { accountId: 'mail', placeId: '1' };
const state: RegisterState = { key, at: 1_000, caughtUpAt: 5_000, doubted: false, people: 3 };

test.each<[Refresh, number]>([
  ['day', DAY_MS],
  ['week', 7 * DAY_MS],
  ['month', 30 * DAY_MS],
  ['by-hand', Infinity],
])('%s: all is read anew so long after it was begun last', (every, ms) => {
  expect(dueOf(state, NOTHING_NOTED, { every, usedAt: 0 }).refreshAt).toBe(1_000 + ms);
});

test('what was never read is due at once, and what she wants too', () => {
  const rarely = { every: 'by-hand', usedAt: 0 } as const;
  expect(dueOf(undefined, NOTHING_NOTED, rarely).refreshAt).toBe(0);
  expect(dueOf(state, { ...NOTHING_NOTED, wanted: true }, rarely).refreshAt).toBe(0);
});

test('newcomers are due a while after the last look, if a page has asked since', () => {
  const dueIf = (usedAt: number) =>
    dueOf(state, NOTHING_NOTED, { every: 'week', usedAt }).catchUpAt;
  expect(dueIf(4_999)).toBe(Infinity);
  expect(dueIf(5_001)).toBe(5_000 + CATCH_UP_MS);
});

test('nothing is due before a failure may have passed', () => {
  const note = { ...NOTHING_NOTED, wanted: true, retryAt: 9 * DAY_MS };
  const due = dueOf(state, note, { every: 'day', usedAt: 6_000 });
  expect(due).toEqual({ refreshAt: 9 * DAY_MS, catchUpAt: 9 * DAY_MS });
});

test('what may pass by itself is tried soon and ever less often; the rest hardly ever', () => {
  const offline: Failure = { kind: 'offline', host: 'mail.acme.com' };
  const minutes = [0, 1, 2, 3, 9].map((tries) => retryAfter(offline, tries) / 60_000);
  expect(minutes).toEqual([1, 5, 15, 60, 60]);
  expect(retryAfter({ kind: 'wrong-key', service: 'octeth' }, 0)).toBe(DAY_MS / 4);
});
