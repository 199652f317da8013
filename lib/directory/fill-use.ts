/** Whether flags are in use: only then is looked for people who came since. */
import type { Area } from '../storage/kept';

const KEY = 'directoryUsedAt';
/** Pages ask all the time; so often it is worth a look whether something is due. */
const NOTED_MS = 5 * 60_000;

export function createFillUse(session: Area, now: () => number) {
  const at = async (): Promise<number> => Number((await session.get(KEY))[KEY] ?? 0);
  return {
    at,
    /** True where that was not noted lately. */
    async note(): Promise<boolean> {
      const isNew = Math.abs(now() - (await at())) >= NOTED_MS;
      if (isNew) await session.set({ [KEY]: now() });
      return isNew;
    },
  };
}
