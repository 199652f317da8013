/** What went wrong in filling a place, when it is tried again, and what was asked for by hand. */
import * as v from 'valibot';
import type { RollPosition } from '../crm/roll';
import type { Failure } from '../failure';
import { type Area, createKept } from '../storage/kept';
import type { RegisterKey } from './registers';

export interface FillNote {
  failure: Failure | null;
  /** Nothing is asked before. */
  retryAt: number;
  /** Failures in a row. */
  tries: number;
  /** All is to be read anew, whatever the schedule. */
  wanted: boolean;
  /** How far down those who came since were listed, and when that began; null where none is on. */
  listing: { at: number; from: RollPosition } | null;
  /** Those who came since had the last calls: now it is the turn of reading all anew. */
  isFillingNext: boolean;
}

export const NOTHING_NOTED: FillNote = {
  ...{ failure: null, retryAt: 0, tries: 0, wanted: false },
  ...{ listing: null, isFillingNext: false },
};

const failure = v.custom<Failure>(
  (value) => typeof value === 'object' && value !== null && 'kind' in value,
);
const isPosition = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'system' in value;
const note = v.object({
  failure: v.nullable(failure),
  retryAt: v.number(),
  tries: v.number(),
  wanted: v.boolean(),
  listing: v.optional(
    v.nullable(v.object({ at: v.number(), from: v.custom<RollPosition>(isPosition) })),
    null,
  ),
  isFillingNext: v.optional(v.boolean(), false),
});
type Notes = Record<string, Record<string, FillNote>>;
const shape = {
  key: 'directoryLog',
  schema: v.record(v.string(), v.record(v.string(), note)),
  fallback: {} as Notes, // an empty literal has no keys
};

export function createFillLog(local: Area) {
  const kept = createKept<Notes>(local, shape);
  const read = async ({ accountId, placeId }: RegisterKey): Promise<FillNote> =>
    (await kept.read())[accountId]?.[placeId] ?? NOTHING_NOTED;
  const change = async (
    { accountId, placeId }: RegisterKey,
    changes: Partial<FillNote>,
  ): Promise<void> => {
    await kept.update((all) => {
      const before = all[accountId] ?? {};
      const changed = { ...NOTHING_NOTED, ...before[placeId], ...changes };
      return { ...all, [accountId]: { ...before, [placeId]: changed } };
    });
  };
  return {
    read,
    change,
    /** All went well: what had failed is over. */
    async settle(key: RegisterKey): Promise<void> {
      if ((await read(key)).failure !== null) {
        await change(key, { failure: null, retryAt: 0, tries: 0 });
      }
    },
    async forget(accountId: string): Promise<void> {
      await kept.update(({ [accountId]: _gone, ...others }) => others);
    },
  };
}

export type FillLog = ReturnType<typeof createFillLog>;
