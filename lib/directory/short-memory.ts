/** Answers remembered for a short while in `storage.session`: they outlive the worker only. */
import { isFresh } from '../crm/needs';
import type { Area } from '../storage/kept';

export interface ShortMemoryOptions<Value> {
  /** The name in the storage, which nobody else may use. */
  name: string;
  lastsMs: number;
  /** So many are kept, the newest. */
  most: number;
  /** A failure is not worth remembering. */
  isWhole: (value: Value) => boolean;
  session: Area;
  now: () => number;
}

type Kept<Value> = Record<string, { keptAt: number; value: Value }>;

export function createShortMemory<Value>(options: ShortMemoryOptions<Value>) {
  const { name, lastsMs, most, isWhole, session, now } = options;
  let writing: Promise<unknown> = Promise.resolve();
  let forgettings = 0;
  // Written below alone.
  const kept = async () => ((await session.get(name))[name] ?? {}) as Kept<Value>;
  /** One change after another: two answers that come together both stay. */
  const change = (changed: (all: Kept<Value>) => Kept<Value>): Promise<unknown> => {
    const turn = writing.then(async () => session.set({ [name]: changed(await kept()) }));
    writing = turn.catch(() => undefined); // Its own caller hears of it; the next goes on.
    return turn;
  };
  const keep = (key: string, value: Value) =>
    change((all) => newest({ ...all, [key]: { keptAt: now(), value } }, most));

  return {
    /** What is remembered, or what `ask` answers; `fresh` asks whatever is remembered. */
    async read(key: string, fresh: boolean, ask: () => Promise<Value>): Promise<Value> {
      const known = fresh ? undefined : (await kept())[key];
      if (known && isFresh(known.keptAt, now(), lastsMs)) return known.value;
      const begun = forgettings;
      const value = await ask();
      // Overtaken by a write: good for whoever waits, but not to be remembered.
      const isCurrent = begun === forgettings && isWhole(value);
      // Allowed to fail: the answer must reach the screen although it cannot be kept.
      if (isCurrent) await Promise.allSettled([keep(key, value)]);
      return value;
    },
    async forget(isForgotten: (key: string) => boolean): Promise<void> {
      forgettings += 1;
      await change((all) =>
        Object.fromEntries(Object.entries(all).filter(([key]) => !isForgotten(key))),
      );
    },
  };
}

function newest<Value>(kept: Kept<Value>, most: number): Kept<Value> {
  const entries = Object.entries(kept).toSorted(([, one], [, other]) => other.keptAt - one.keptAt);
  return Object.fromEntries(entries.slice(0, most));
}
