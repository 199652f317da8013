// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { createBars } from './bars';

afterEach(() => void vi.restoreAllMocks());

test('a search comes to its end though others are expected meanwhile, and then there is another', () => {
  const asked = vi.fn(() => null);
  document.elementFromPoint = asked;
  const bars = createBars(() => vi.fn<() => never>());
  expect(bars.areDue()).toBe(true);
  let looks = 0;
  do {
    looks += 1;
    bars.expect();
  } while (bars.look() && looks < 20);
  expect(asked).toHaveBeenCalledTimes(6);
  expect(looks).toBeLessThan(20);
  expect(bars.areDue()).toBe(true);
  while (bars.look());
  expect(asked).toHaveBeenCalledTimes(12);
  expect(bars.areDue()).toBe(false);
});
