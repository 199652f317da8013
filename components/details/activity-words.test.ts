import { expect, test } from 'vitest';
import { momentOf } from './activity-words';

test('a moment is shown as its server means it, with as much as is known', () => {
  expect(momentOf('2026-08-30 14:02:11')).toBe('30 Aug 2026, 14:02');
  expect(momentOf('2026-08-30')).toBe('30 Aug 2026');
  expect(momentOf('yesterday')).toBe('yesterday');
});
