/**
 * Fills the registers of the places she searches, a page at a time and behind every click, and
 * keeps them: who came since is caught up with, and all is read anew by her schedule. Each step is
 * kept before the next is asked for, so the worker may stop anywhere. What has to wait is told to
 * `wakeAt`, never slept.
 */
import type { Crm } from '../crm/crm';
import type { CallLimit, Place } from '../people/account';
import type { Area } from '../storage/kept';
import { CATCH_UP_MS } from './fill-due';
import type { FillLog } from './fill-log';
import type { FillPlans } from './fill-plans';
import { createFillUse } from './fill-use';
import { beginAnew, visit, type Visiting } from './fill-visit';
import { findLeftOvers, type LeftOversFrom } from './left-overs';
import type { Directory } from './directory';
import type { RegisterKey, Registers } from './registers';

/** Should the worker stop in the middle, the next one is woken for the rest. */
const SAFETY_MS = 30_000;
const SAFETY_SET_MS = 15_000;
const SOONEST_MS = 1_000;

export interface FillPlace {
  key: RegisterKey;
  place: Place | null;
}

export interface FillAccount {
  id: string;
  limit: CallLimit;
  /** What she searches of it; of all else nothing is kept. */
  places: FillPlace[];
}

export interface FillingDependencies extends LeftOversFrom {
  directory(): Promise<Pick<Directory, 'accounts' | 'forgetAccount' | 'registers'>>;
  crmOf(accountId: string): Promise<Pick<Crm, 'roll'>>;
  /** Those that may be asked now: flags are on, it is not paused, its key is not locked. */
  askable(): Promise<FillAccount[]>;
  plans: FillPlans;
  log: FillLog;
  session: Area;
  /** Asks to be woken then, never for `Infinity`; the latest word counts. */
  wakeAt(time: number): Promise<void>;
  /** Marks may be others now. */
  changed(): void;
  now(): number;
}

export interface FillingWork {
  /** Forgets what an earlier life had no time to: of accounts gone, and of those switched off. */
  forgetLeftOvers(): Promise<void>;
  /** Does what is due, and says when to be woken for the rest. */
  work(): Promise<void>;
  /** Reads all of an account anew, and tries again what had failed. */
  refresh(accountId: string): Promise<void>;
  /** Forgets what is kept of an account, once nothing of it is under way any more. */
  stop(accountId: string): Promise<void>;
  /** A page has asked for marks. */
  noteUse(): Promise<void>;
  /** How long a page took lately; null where none was taken in this worker's life. */
  pageMs(accountId: string): number | null;
}

/** An account at work. */
interface Shift {
  abort: AbortController;
  ending: Promise<void>;
  /** Something may be due that was not when it began. */
  isAskedAgain: boolean;
}

export function createFilling(dependencies: FillingDependencies): FillingWork {
  const { askable, plans, log, wakeAt, now } = dependencies;
  const registers = async () => (await dependencies.directory()).registers;
  const use = createFillUse(dependencies.session, now);
  const shifts = new Map<string, Shift>();
  const stopping = new Set<string>();
  const nextAt = new Map<string, number>();
  const pace = new Map<string, number>();
  let safeUntil = 0;

  const accountNow = async (accountId: string): Promise<FillAccount | undefined> => {
    const { on, paused } = await plans.of(accountId);
    if (!on || paused || stopping.has(accountId)) return undefined;
    return (await askable()).find(({ id }) => id === accountId);
  };
  const visiting: Visiting = {
    ...{ plans, log, usedAt: use.at, changed: dependencies.changed },
    isAllowed: async ({ accountId, placeId }) =>
      (await accountNow(accountId))?.places.some(({ key }) => key.placeId === placeId) ?? false,
    onPage: async () => {
      const left = safeUntil - now();
      if (left > SAFETY_SET_MS && left <= SAFETY_MS) return;
      safeUntil = now() + SAFETY_MS;
      await wakeAt(safeUntil);
    },
    onTaken: (accountId, ms) => {
      const before = pace.get(accountId);
      pace.set(accountId, before === undefined ? ms : before * 0.8 + ms * 0.2);
    },
  };

  const visitAll = async (accountId: string, signal: AbortSignal): Promise<number> => {
    const account = await accountNow(accountId);
    if (!account) return Infinity;
    const all = await registers();
    await forgetOthers(all, account);
    let next = Infinity;
    for (const { key, place } of account.places) {
      if (!(await visiting.isAllowed(key))) continue;
      const crm = await dependencies.crmOf(accountId);
      const step = { registers: all, crm, key, place, signal, now };
      next = Math.min(next, await visit(visiting, step));
    }
    return next;
  };

  const begin = (accountId: string): Promise<void> => {
    const known = shifts.get(accountId);
    if (known) {
      known.isAskedAgain = true;
      return known.ending;
    }
    const shift = { abort: new AbortController(), ending: Promise.resolve(), isAskedAgain: false };
    const tend = async (): Promise<void> => {
      do {
        shift.isAskedAgain = false;
        // What even its notes cannot be made of is tried again with the next look.
        const next = await visitAll(accountId, shift.abort.signal).catch(() => now() + CATCH_UP_MS);
        nextAt.set(accountId, next);
      } while (shift.isAskedAgain && !shift.abort.signal.aborted);
    };
    shift.ending = tend().finally(() => shifts.delete(accountId));
    shifts.set(accountId, shift);
    return shift.ending;
  };

  const stop = async (accountId: string): Promise<void> => {
    stopping.add(accountId);
    try {
      const shift = shifts.get(accountId);
      shift?.abort.abort();
      await shift?.ending;
      await (await registers()).forgetAccount(accountId);
      await log.forget(accountId);
    } finally {
      stopping.delete(accountId);
    }
  };

  const forgetLeftOvers = async (): Promise<void> => {
    const { gone, off } = await findLeftOvers(dependencies);
    for (const id of [...gone, ...off]) await stop(id);
    for (const id of gone) {
      await plans.forget(id);
      await (await dependencies.directory()).forgetAccount(id);
    }
  };

  const work = async (): Promise<void> => {
    // What could not be forgotten answers nobody, and is tried again with the next look.
    await forgetLeftOvers().catch(() => undefined);
    nextAt.clear();
    await Promise.all((await askable()).map(({ id }) => begin(id)));
    if (shifts.size > 0) return;
    safeUntil = 0;
    // Never at once: what is due now and still was not done must not keep the worker turning.
    await wakeAt(Math.max(Math.min(...nextAt.values()), now() + SOONEST_MS));
  };

  return {
    forgetLeftOvers,
    work,
    async refresh(accountId) {
      const account = (await askable()).find(({ id }) => id === accountId);
      const all = await registers();
      for (const { key } of account?.places ?? []) {
        // Where no page follows on the last one, only a new beginning helps.
        const isStuck = (await log.read(key)).failure?.kind === 'changed-shape';
        if (isStuck) await beginAnew(log, all, key);
        // What is being read anew already only goes on.
        const wanted = (await all.filling(key)) === null;
        await log.change(key, { wanted, failure: null, retryAt: 0, tries: 0 });
      }
      await work();
    },
    stop,
    async noteUse() {
      if (await use.note()) await work();
    },
    pageMs: (accountId) => pace.get(accountId) ?? null,
  };
}

/** Lists that she searches no more. */
async function forgetOthers(registers: Registers, { id, places }: FillAccount): Promise<void> {
  const known = [...(await registers.states()), ...(await registers.fillings())];
  for (const { key } of known) {
    const isSearched = places.some((place) => place.key.placeId === key.placeId);
    if (key.accountId === id && !isSearched) await registers.forgetRegister(key);
  }
}
