import { afterEach, expect, test, vi } from 'vitest';
import { persist } from './powers';

const at = vi.hoisted(() => ({ scheme: 'chrome-extension:' }));
vi.mock('@/lib/browser', () => ({
  browser: { runtime: { getURL: () => `${at.scheme}//x/` } },
}));

afterEach(() => {
  vi.unstubAllGlobals();
  at.scheme = 'chrome-extension:';
});

test('the browser is asked to clear nothing', () => {
  const asked = vi.fn(async () => true);
  vi.stubGlobal('navigator', { storage: { persist: asked } });
  persist();
  expect(asked).toHaveBeenCalledTimes(1);
});

test('Firefox is not, for it would ask her', () => {
  const asked = vi.fn(async () => true);
  vi.stubGlobal('navigator', { storage: { persist: asked } });
  at.scheme = 'moz-extension:';
  persist();
  expect(asked).not.toHaveBeenCalled();
});

test.each([
  ['has no such thing', {}],
  ['has a storage without it', { storage: {} }],
  ['declines', { storage: { persist: async () => false } }],
  ['fails', { storage: { persist: async () => Promise.reject(new Error('no')) } }],
])('a browser that %s spoils nothing', async (_, navigator) => {
  vi.stubGlobal('navigator', navigator);
  expect(persist).not.toThrow();
  await Promise.resolve();
});
