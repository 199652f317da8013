import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

/**
 * State that survives the popup, which the browser closes without a word. localStorage is the
 * one store that can be read before the first paint and written before the next keystroke.
 * Only what she typed and where she was: never a key. `read` makes a value of whatever lies
 * there, null where there is nothing. While it may not be written, what changes waits in memory.
 */
export function useKept<Value>(
  name: string,
  read: (kept: unknown) => Value,
  mayWrite = true,
): [Value, (change: (value: Value) => Value) => void] {
  const [value, setValue] = useState(() => read(onDisk(name)));
  const may = useRef(mayWrite);
  may.current = mayWrite;
  const isBehind = useRef(false);
  useEffect(() => {
    if (mayWrite && isBehind.current) writeKept(name, value);
    if (mayWrite) isBehind.current = false;
  }, [mayWrite]);
  const change = useCallback(
    (next: (value: Value) => Value) =>
      setValue((old) => {
        const changed = next(old);
        if (changed !== old && may.current) writeKept(name, changed);
        isBehind.current ||= !may.current;
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

export function onDisk(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + name) ?? 'null');
  } catch {
    return null; // cut off: better empty than broken
  }
}

export function writeKept(name: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // Full: what she typed is still on the screen, it is only not kept.
  }
}
