/**
 * A value in the browser's storage that survives updates and bad values (law 4): reading
 * migrates, then parses; what cannot be read is set aside under `broken:…` and reported, never
 * silently lost, and the fallback is served in its place.
 */
import * as v from 'valibot';
import { createTurns } from './in-turn';

/** What `browser.storage.local` and `.session` are to us. */
export interface Area {
  get(keys?: string | string[] | null): Promise<Record<string, unknown>>;
  set(entries: Record<string, unknown>): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
}

export interface KeptShape<Value> {
  key: string;
  /** Always an object or array schema of the current version. */
  schema: v.GenericSchema<unknown, Value>;
  fallback: Value;
  /** `migrations[n]` turns version n + 1 into version n + 2; none yet means version 1. */
  migrations?: readonly ((value: unknown) => unknown)[];
  /** Saves the good parts of a value that fails its schema; what it leaves out is set aside. Null: none. */
  salvage?: (value: unknown) => { value: Value; broken: unknown[] } | null;
}

export interface Kept<Value> {
  read(): Promise<Value>;
  /** Read, change, write, one after another: two windows never overwrite each other. */
  update(change: (value: Value) => Value): Promise<Value>;
  clear(): Promise<void>;
}

export const BROKEN_PREFIX = 'broken:';

const envelope = v.object({ version: v.number(), value: v.unknown() });

export function createKept<Value>(area: Area, shape: KeptShape<Value>): Kept<Value> {
  const inTurn = createTurns();
  const version = (shape.migrations?.length ?? 0) + 1;

  const write = (value: Value) => area.set({ [shape.key]: { version, value } });

  const readNow = async (): Promise<Value> => {
    const stored = (await area.get(shape.key))[shape.key];
    if (stored === undefined) return shape.fallback;
    const read = open(stored, shape);
    if (read.broken.length > 0) {
      await setAside(area, shape.key, read.broken);
      await write(read.value);
    }
    return read.value;
  };

  return {
    read: () => inTurn(readNow),
    update: (change) =>
      inTurn(async () => {
        const value = change(await readNow());
        await write(value);
        return value;
      }),
    clear: () => inTurn(() => area.remove(shape.key)),
  };
}

function open<Value>(
  stored: unknown,
  shape: KeptShape<Value>,
): { value: Value; broken: unknown[] } {
  try {
    const { version, value } = v.parse(envelope, stored);
    const steps = shape.migrations ?? [];
    if (!Number.isInteger(version) || version < 1 || version > steps.length + 1) {
      return { value: shape.fallback, broken: [stored] };
    }
    const migrated = steps.slice(version - 1).reduce<unknown>((old, step) => step(old), value);
    const parsed = v.safeParse(shape.schema, migrated);
    if (parsed.success) return { value: parsed.output, broken: [] };
    return shape.salvage?.(migrated) ?? { value: shape.fallback, broken: [stored] };
  } catch {
    // Not even an envelope, or a migration stumbled over it: kept aside as it is.
    return { value: shape.fallback, broken: [stored] };
  }
}

/** The order of the two writes matters: first the copy, then the value without it. */
async function setAside(area: Area, key: string, broken: unknown[]): Promise<void> {
  const all = await area.get(null);
  const prefix = `${BROKEN_PREFIX}${key}:`;
  const taken = Object.keys(all)
    .filter((name) => name.startsWith(prefix))
    .map((name) => Number(name.slice(prefix.length)) || 0);
  const first = Math.max(0, ...taken) + 1;
  await area.set(
    Object.fromEntries(broken.map((value, index) => [`${prefix}${first + index}`, value])),
  );
}

/** Everything set aside under any key, with the key it came from. */
export async function readBroken(area: Area): Promise<{ key: string; value: unknown }[]> {
  return Object.entries(await area.get(null))
    .filter(([name]) => name.startsWith(BROKEN_PREFIX))
    .map(([name, value]) => ({
      key: name.slice(BROKEN_PREFIX.length).replace(/:\d+$/, ''),
      value,
    }));
}
