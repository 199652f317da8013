import { describe, expect, test } from 'vitest';
import type { Failure } from './failure';
import { leavesDoubt } from './failure';

/** Whether a write that ended so may have happened: a kind that is new does not type-check without. */
const DOUBTFUL: Record<Failure['kind'], boolean> = {
  offline: true,
  timeout: true,
  'web-page': true,
  'changed-shape': true,
  'server-error': true,
  broken: true,
  'wrong-key': false,
  'not-allowed': false,
  'no-permission': false,
  busy: false,
  'not-found': false,
  'cut-short': false,
  'no-connection': false,
  refused: false,
  locked: false,
  'bad-input': false,
};

describe('law 3', () => {
  test.each(Object.entries(DOUBTFUL))('a write that ended with %s leaves doubt: %s', (kind, is) => {
    // The verdict goes by the kind alone.
    expect(leavesDoubt({ kind } as Failure)).toBe(is);
  });
});
