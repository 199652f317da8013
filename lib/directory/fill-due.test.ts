import { describe, expect, test } from 'vitest';
import type { Failure } from '../failure';
import type { Refresh } from '../people/directory';
import { CATCH_UP_MS, dueOf, retryAfter, trustedAt } from './fill-due';
import { NOTHING_NOTED } from './fill-log';
import type { RegisterState } from './registers';

const DAY_MS = 24 * 60 * 60_000;
const key = { accountId: 'mail', placeId: '1' };
const state: RegisterState = {
  key,
  at: 1_000,
  caughtUpAt: 5_000,
  people: 3,
  doubtedAt: null,
  alteredAt: null,
};
const now = 6_000;

test.each<[Refresh, number]>([
  ['day', DAY_MS],
  ['week', 7 * DAY_MS],
  ['month', 30 * DAY_MS],
  ['by-hand', Infinity],
])('%s: all is read anew so long after it was begun last', (every, ms) => {
  expect(dueOf(state, NOTHING_NOTED, { every, usedAt: 0, now }).refreshAt).toBe(1_000 + ms);
});

test('what was never read is due at once, and what she wants too', () => {
  const rarely = { every: 'by-hand', usedAt: 0, now } as const;
  expect(dueOf(undefined, NOTHING_NOTED, rarely).refreshAt).toBe(0);
  expect(dueOf(state, { ...NOTHING_NOTED, wanted: true }, rarely).refreshAt).toBe(0);
});

test('newcomers are due a while after the last look, if a page has asked since', () => {
  const dueIf = (usedAt: number) =>
    dueOf(state, NOTHING_NOTED, { every: 'week', usedAt, now }).catchUpAt;
  expect(dueIf(4_999)).toBe(Infinity);
  expect(dueIf(5_001)).toBe(5_000 + CATCH_UP_MS);
});

test('nothing is due before a failure may have passed', () => {
  const note = { ...NOTHING_NOTED, wanted: true, retryAt: 9 * DAY_MS };
  const due = dueOf(state, note, { every: 'day', usedAt: 6_000, now });
  expect(due).toEqual({ refreshAt: 9 * DAY_MS, catchUpAt: 9 * DAY_MS });
});

test('what may pass by itself is tried soon and ever less often; the rest hardly ever', () => {
  const offline: Failure = { kind: 'offline', host: 'mail.acme.com' };
  const minutes = [0, 1, 2, 3, 9].map((tries) => retryAfter(offline, tries) / 60_000);
  expect(minutes).toEqual([1, 5, 15, 60, 60]);
  expect(retryAfter({ kind: 'wrong-key', service: 'octeth' }, 0)).toBe(DAY_MS / 4);
});

test('after an import newcomers are due as soon as it is over, though no page asks for marks', () => {
  const imported = { ...state, doubtedAt: 5_500 };
  const rarely = { every: 'by-hand', usedAt: 0, now } as const;
  expect(dueOf(imported, NOTHING_NOTED, rarely)).toEqual({ refreshAt: Infinity, catchUpAt: 5_501 });
});

test('all is due then, where it changed whom the register holds; by hand alone, she decides', () => {
  const imported = { ...state, doubtedAt: null, alteredAt: 5_500 };
  const dueIf = (every: Refresh) =>
    dueOf(imported, NOTHING_NOTED, { every, usedAt: 0, now }).refreshAt;
  expect([dueIf('week'), dueIf('by-hand')]).toEqual([5_501, Infinity]);
});

describe('a clock that was set back', () => {
  const weekly = { every: 'week', usedAt: 0, now } as const;

  test('what was read after now is read anew at once', () => {
    const ahead = { ...state, at: DAY_MS, caughtUpAt: DAY_MS };
    expect(dueOf(ahead, NOTHING_NOTED, weekly)).toEqual({ refreshAt: 0, catchUpAt: 0 });
    expect(dueOf({ ...state, caughtUpAt: DAY_MS }, NOTHING_NOTED, weekly)).toEqual({
      refreshAt: 1_000 + 7 * DAY_MS,
      catchUpAt: 0,
    });
  });

  test('by less than a quarter of an hour, it is none', () => {
    const ahead = { ...state, at: now + CATCH_UP_MS, caughtUpAt: now + CATCH_UP_MS };
    expect(dueOf(ahead, NOTHING_NOTED, weekly).refreshAt).toBe(now + CATCH_UP_MS + 7 * DAY_MS);
  });

  test('such a register calls nobody absent, nor one that is too old', () => {
    expect(trustedAt('day', 9 * DAY_MS)).toEqual({
      since: 7 * DAY_MS,
      until: 9 * DAY_MS + CATCH_UP_MS,
    });
    expect(trustedAt('by-hand', 9 * DAY_MS).since).toBe(2 * DAY_MS);
  });
});
