import type { Area } from '../kept';

/** An area for tests: values are copied in and out, as the browser does. */
export function createMemoryArea(
  start: Record<string, unknown> = {},
): Area & { all(): Record<string, unknown> } {
  const stored = new Map<string, unknown>(Object.entries(structuredClone(start)));
  const keysOf = (keys?: string | string[] | null): string[] =>
    keys === null || keys === undefined ? [...stored.keys()] : [keys].flat();
  const pick = (keys?: string | string[] | null): Record<string, unknown> =>
    structuredClone(
      Object.fromEntries(
        keysOf(keys)
          .filter((key) => stored.has(key))
          .map((key) => [key, stored.get(key)]),
      ),
    );
  return {
    get: async (keys) => pick(keys),
    set: async (entries) => {
      for (const [key, value] of Object.entries(structuredClone(entries))) stored.set(key, value);
    },
    remove: async (keys) => {
      for (const key of keysOf(keys)) stored.delete(key);
    },
    all: () => pick(null),
  };
}
