// @vitest-environment node
import { expect, test } from 'vitest';
import { createLimit } from './limit.ts';

test('the window slides: a call is allowed again when the oldest has left it', () => {
  let now = 0;
  const limit = createLimit({ calls: 2, seconds: 60 }, () => now);
  expect(limit.take('key')).toEqual({ allowed: true, calls: 2, remaining: 1, wait: 60 });
  now = 20_000;
  expect(limit.take('key').allowed).toBe(true);
  now = 59_999;
  expect(limit.take('key')).toMatchObject({ allowed: false, remaining: 0, wait: 1 });
  now = 60_000;
  expect(limit.take('key').allowed).toBe(true);
  expect(limit.take('key').allowed).toBe(false);
});

test('each key has its own window', () => {
  const limit = createLimit({ calls: 1, seconds: 60 }, () => 0);
  expect(limit.take('one').allowed).toBe(true);
  expect(limit.take('other').allowed).toBe(true);
});
