import { useCallback, useState } from 'preact/hooks';

/**
 * State that survives the popup, which the browser closes without a word. localStorage is the
 * one store that can be read before the first paint and written before the next keystroke.
 * Only what she typed and where she was: never a key. `read` makes a value of whatever lies
 * there, null where there is nothing.
 */
export function useKept<Value>(
  name: string,
  read: (kept: unknown) => Value,
): [Value, (change: (value: Value) => Value) => void] {
  const [value, setValue] = useState(() => read(readKept(name)));
  const change = useCallback(
    (next: (value: Value) => Value) =>
      setValue((old) => {
        const changed = next(old);
        if (changed !== old) writeKept(name, changed);
        return changed;
      }),
    [name],
  );
  return [value, change];
}

const PREFIX = 'addressee.';

/** When what was kept cannot even be drawn. */
export function forgetKept(...names: string[]): void {
  for (const name of names) localStorage.removeItem(PREFIX + name);
}

function readKept(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + name) ?? 'null');
  } catch {
    return null; // cut off: better empty than broken
  }
}

function writeKept(name: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // Full: what she typed is still on the screen, it is only not kept.
  }
}
