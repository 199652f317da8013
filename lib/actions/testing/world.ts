/**
 * A back end in memory and workers that can die at any await, for tests of the outbox. The
 * journal's database outlives its workers, as on disk.
 */
import { FailureError } from '../../failure';
import type { AccountRef } from '../../people/account';
import type { EmailAddress } from '../../people/address';
import type { Findings } from '../../people/findings';
import type { Standing } from '../../people/standing';
import type { Agreed } from '../../people/concern';
import type { Intent } from '../../people/intent';
import type { Receipt, WriteState } from '../../people/receipt';
import { type Journal, openJournal } from '../journal';
import type { Crm } from '../../crm/crm';
import type { Locks } from '../needs';
import { mortal, mortalCall } from './deaths';
import { createCrm } from './crm';
import { createOutbox } from '../outbox';
import {
  ACCOUNT,
  createServer,
  findings,
  JOURNEY,
  PLACE,
  type Server,
  TARGET,
  VIP,
} from './server';

/** What she has said yes to. */
export const NEW_VIP: Agreed = [{ kind: 'new-tag', name: 'vip' }];
export const yesTo = (standing: Standing): Agreed => [{ kind: 'standing', standing, place: PLACE }];

export interface World {
  clock: number;
  server: Server;
  wakes: number[];
  told: Receipt[];
  /** How often there was news of a receipt. */
  news: number;
  forgotten: number;
  /** Of each time, whether what was written may be so. */
  maybes: boolean[];
  used: number;
  /** What was told to be so. */
  done: Intent['kind'][];
  accountGone: boolean;
  locked: boolean;
  paused: boolean;
  /** What look-ups that may be remembered still say; null: how it is. */
  kept: Findings | null;
  /** The disk takes no entry into this state. */
  diskFailsAt: WriteState | null;
}

export const createWorld = (account: AccountRef = ACCOUNT): World => ({
  clock: 1_000_000_000,
  server: createServer(account),
  wakes: [],
  told: [],
  news: 0,
  forgotten: 0,
  maybes: [],
  used: 0,
  done: [],
  accountGone: false,
  locked: false,
  paused: false,
  kept: null,
  diskFailsAt: null,
});

/** Dies at the given crossing of an await; null lives on. */
export function startWorker(world: World, diesAt: number | null = null) {
  const death = Promise.withResolvers<'died'>();
  let crossings = 0;
  const cross = async (): Promise<void> => {
    crossings += 1;
    if (diesAt === null || crossings < diesAt) return;
    death.resolve('died');
    await new Promise(() => {});
  };
  const options = optionsOf(world);
  const outbox = createOutbox({
    ...options,
    journal: mortal(journalOf(world), cross),
    crmOf: async (accountId) => mortal(await options.crmOf(accountId), cross),
    lookUp: mortalCall(options.lookUp, cross),
    forget: mortalCall(options.forget, cross),
    wakeAt: mortalCall(options.wakeAt, cross),
    tell: mortalCall(options.tell, cross),
    locks: createLocks(),
  });
  return { outbox, died: death.promise, crossings: () => crossings };
}

function journalOf(world: World): Journal {
  const journal = openJournal({ now: () => world.clock });
  const advance: Journal['advance'] = async (id, move, patch) => {
    if (move.to === world.diskFailsAt) throw new Error('The disk is full');
    return journal.advance(id, move, patch);
  };
  return { ...journal, advance };
}

function optionsOf(world: World) {
  const crm = createCrm(world.server);
  return {
    now: () => world.clock,
    crmOf: async (_accountId: string): Promise<Crm> => {
      if (world.accountGone) throw new FailureError({ kind: 'not-found', what: 'account' });
      if (world.locked) throw new FailureError({ kind: 'locked' });
      return crm;
    },
    lookUp: async (_accountId: string, address: EmailAddress, fresh: boolean) =>
      (fresh ? null : world.kept) ?? findings(world.server, address),
    isPaused: async () => {
      if (world.accountGone) throw new FailureError({ kind: 'not-found', what: 'account' });
      return world.paused;
    },
    forget: async (_intent: Intent, mayBeSo: boolean) => {
      world.forgotten += 1;
      world.maybes.push(mayBeSo);
    },
    done: ({ kind }: Intent) => {
      world.done.push(kind);
    },
    tagUsed: () => {
      world.used += 1;
    },
    wakeAt: async (time: number) => {
      world.wakes.push(time);
    },
    news: () => {
      world.news += 1;
    },
    tell: async (receipt: Receipt) => {
      world.told.push(receipt);
    },
  };
}

/** As the browser's: one at a time under a name, released by death, for each worker anew. */
function createLocks(): Locks {
  const turns = new Map<string, Promise<unknown>>();
  return (name, work) => {
    const turn = (turns.get(name) ?? Promise.resolve()).then(work);
    turns.set(
      name,
      turn.catch(() => undefined),
    ); // the next in line does not hear of it
    return turn;
  };
}

export const INTENTS = {
  TAG: { kind: 'tag', target: TARGET, tag: VIP },
  NEW_TAG: { kind: 'tag', target: TARGET, tag: { id: null, name: 'vip' } },
  UNTAG: { kind: 'untag', target: TARGET, tag: VIP },
  TRIGGER: { kind: 'trigger-journey', target: TARGET, journey: JOURNEY },
  LEAVE: { kind: 'leave-journey', target: TARGET, journey: JOURNEY },
} as const satisfies Record<string, Intent>;

/** Acts in a worker of its own, and expects a receipt. */
export async function actIn(world: World, intent: Intent, agreed: Agreed = []): Promise<Receipt> {
  const reply = await startWorker(world).outbox.act({ intent, agreed });
  if (reply.outcome !== 'receipt') throw new Error('needs a yes');
  return reply.receipt;
}

/** A new worker takes up what is unfinished. */
export async function resumeIn(world: World): Promise<Receipt[]> {
  const { outbox } = startWorker(world);
  await outbox.resume();
  return outbox.receipts();
}
