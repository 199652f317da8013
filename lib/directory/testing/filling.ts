/** Workers that fill directories from the sandbox, on one disk, and may die at any step. */
import { createMemoryArea } from '../../storage/testing/memory-area';
import type { Crm } from '../../crm/crm';
import type { RollOrder } from '../../crm/roll';
import { octethAccount, octethOn, systemeAccount, systemeOn } from '../../crm/testing/fakes';
import type { Area } from '../../storage/kept';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { openDirectory } from '../directory';
import { createFilling, type FillAccount, type FillingWork } from '../fill';
import { createFillLog } from '../fill-log';
import { createPlans } from '../fill-plans';
import type { Registers } from '../registers';

const limit = { calls: 1_000_000, seconds: 1 };
/** 10:42 on some day; tests move it on. */
const START = Date.UTC(2026, 10, 25, 10, 42);

export interface Rig {
  now: number;
  local: Area;
  session: Area;
  /** The accounts there are. */
  connected: string[];
  /** What may be asked; a test takes accounts and lists away. */
  askable: FillAccount[];
  /** Called before each page is asked for, with the how manieth it is of this worker's. */
  meanwhile: (page: number, accountId: string, order: RollOrder) => void;
  /** When to be woken, as told last. */
  wake: number;
  /** How often marks were said to have changed. */
  changes: number;
}

export interface MortalWorker extends FillingWork {
  registers: Registers;
  plans: ReturnType<typeof createPlans>;
  /** Settles when it has died. */
  death: Promise<'dead'>;
}

export function rigFor(sandbox: Sandbox): Rig {
  const octeth = octethAccount(sandbox);
  const systeme = systemeAccount(sandbox);
  const lists = octeth.lists.map(({ id, name }) => ({
    key: { accountId: octeth.id, placeId: id },
    place: { id, name },
  }));
  return {
    now: START,
    local: createMemoryArea(),
    session: createMemoryArea(),
    connected: [octeth.id, systeme.id],
    askable: [
      { id: octeth.id, limit, places: lists },
      {
        id: systeme.id,
        limit,
        places: [{ key: { accountId: systeme.id, placeId: '' }, place: null }],
      },
    ],
    meanwhile: () => undefined,
    wake: Infinity,
    changes: 0,
  };
}

/** `lives`: how many steps to or from disk and network it lives to begin or to hear of. */
export async function startWorker(
  sandbox: Sandbox,
  rig: Rig,
  lives = Infinity,
): Promise<MortalWorker> {
  const life = createLife(lives);
  const directory = await openDirectory({ searchedPlaces: async () => [] });
  const { accounts, forgetAccount } = life.mortal(directory);
  const registers = life.mortal(directory.registers);
  const local = life.mortal(rig.local);
  const crms = new Map<string, Pick<Crm, 'roll'>>([
    ['octeth-1', life.mortal({ roll: octethOn(sandbox, { limit }).roll })],
    ['systeme-1', life.mortal({ roll: systemeOn(sandbox, { limit }).roll })],
  ]);
  const pages = new Map<string, number>();
  const plans = createPlans(local);
  const filling = createFilling({
    directory: async () => ({ registers, accounts, forgetAccount }),
    connected: async () => rig.connected,
    crmOf: async (accountId) => ({
      async roll(...asked) {
        const page = (pages.get(accountId) ?? 0) + 1;
        pages.set(accountId, page);
        rig.meanwhile(page, accountId, asked[1].order);
        const crm = crms.get(accountId);
        if (!crm) throw new Error(`no account ${accountId}`);
        return crm.roll(...asked);
      },
    }),
    askable: async () => rig.askable,
    plans,
    log: createFillLog(local),
    session: rig.session,
    wakeAt: async (time) => {
      rig.wake = time;
    },
    changed: () => {
      rig.changes += 1;
    },
    now: () => rig.now,
  });
  return { ...filling, registers, plans, death: life.death };
}

/** Once it is dead, nothing it has called comes back, as in a worker that was stopped. */
function createLife(lives: number) {
  let left = lives;
  let die: (word: 'dead') => void = () => undefined;
  const death = new Promise<'dead'>((resolve) => {
    die = resolve;
  });
  const cross = (): Promise<void> => {
    left -= 1;
    if (left > 0) return Promise.resolve();
    die('dead');
    return new Promise(() => undefined);
  };
  return {
    death,
    mortal<Made extends object>(made: Made): Made {
      const entries = Object.entries(made).map(([name, call]) => [
        name,
        async (...given: unknown[]) => {
          await cross();
          const reply: unknown = await (call as (...given: unknown[]) => unknown)(...given);
          await cross();
          return reply;
        },
      ]);
      return Object.fromEntries(entries) as Made; // the same names, each asynchronous as before
    },
  };
}

/** Lets one worker after another work, each with so many steps to live; the last one to the end. */
export async function workThrough(
  sandbox: Sandbox,
  rig: Rig,
  lives: readonly number[] = [],
): Promise<{ worker: MortalWorker; deaths: number }> {
  let deaths = 0;
  for (const steps of lives) {
    const worker = await startWorker(sandbox, rig, steps);
    const end = await Promise.race([worker.work(), worker.death]);
    if (end === 'dead') deaths += 1;
  }
  const worker = await startWorker(sandbox, rig);
  await worker.work();
  return { worker, deaths };
}
