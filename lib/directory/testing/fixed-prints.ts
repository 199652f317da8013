import { afterEach, beforeEach, type MockInstance, vi } from 'vitest';

/**
 * One stranger in half a million is taken for somebody of a register, as is meant: by a key of
 * chance two people of a test would now and then be one. With this one none are.
 */
export function useFixedPrints(): void {
  let chance: MockInstance;
  beforeEach(() => {
    chance = vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
      if (array instanceof Uint8Array) array.set(array.map((_, index) => index));
      return array;
    });
  });
  afterEach(() => chance.mockRestore());
}
