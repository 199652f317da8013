/**
 * A back end in memory and workers that can die at any await, for tests of the outbox. The
 * journal's database outlives its workers, as on disk.
 */
import type { Crm } from '../crm/crm';
import { done, type Failure, failed, FailureError, type Result } from '../failure';
import { foldAddress } from '../people/address';
import type { Findings, PlaceSearch } from '../people/findings';
import type { Standing } from '../people/standing';
import type { Agreed, Intent, Receipt, Target, WriteState } from '../people/intent';
import type { Profile } from '../people/profile';
import { type Journal, openJournal } from './journal';
import type { Locks } from './needs';
import { mortal, mortalCall } from './testing-deaths';
import { createOutbox } from './outbox';

export const ACCOUNT = { id: 'a', name: 'Acme', system: 'octeth' as const };
export const PLACE = { id: '3', name: 'News' };
export const ADA = foldAddress('ada@example.com');
export const TARGET: Target = { account: ACCOUNT, place: PLACE, profileId: '7', address: ADA };
export const JOURNEY = { id: '5', name: 'Welcome' };
export const VIP = { id: '1', name: 'vip' };
/** What she has said yes to. */
export const NEW_VIP: Agreed = [{ kind: 'new-tag', name: 'vip' }];
export const yesTo = (standing: Standing): Agreed => [{ kind: 'standing', standing, place: PLACE }];
export const DROPPED: Failure = { kind: 'offline', host: 'mail.acme.com' };

/** What goes wrong with the next write. */
export type Fault =
  | { kind: 'answer'; failure: Failure }
  | { kind: 'act-then-drop' }
  | { kind: 'throw' };

export interface World {
  clock: number;
  server: {
    profile: Profile | null;
    effects: string[];
    asked: string[];
    faults: Fault[];
    down: boolean;
    /** Searched besides the one list, or, where that one is among them, instead. */
    searches: PlaceSearch[];
  };
  wakes: number[];
  told: Receipt[];
  forgotten: number;
  used: number;
  accountGone: boolean;
  locked: boolean;
  paused: boolean;
  /** What look-ups that may be remembered still say; null: how it is. */
  kept: Findings | null;
  /** The disk takes no entry into this state. */
  diskFailsAt: WriteState | null;
}

const newcomer = (): Profile => ({
  account: ACCOUNT,
  place: PLACE,
  id: '7',
  address: 'Ada@Example.com',
  name: 'Ada',
  standings: ['subscribed'],
  since: null,
  tags: [],
  journeys: [],
});

export const createWorld = (): World => ({
  clock: 1_000_000_000,
  server: {
    profile: newcomer(),
    effects: [],
    asked: [],
    faults: [],
    down: false,
    searches: [],
  },
  wakes: [],
  told: [],
  forgotten: 0,
  used: 0,
  accountGone: false,
  locked: false,
  paused: false,
  kept: null,
  diskFailsAt: null,
});

export function createCrm({ server }: World): Crm {
  const write = async (
    effect: string,
    act: (profile: Profile) => Profile,
  ): Promise<Result<null>> => {
    server.asked.push(effect);
    if (server.down) return failed(DROPPED);
    const fault = server.faults.shift();
    if (fault?.kind === 'throw') throw new Error('unforeseen');
    if (fault?.kind === 'answer') return failed(fault.failure);
    if (server.profile || effect === 'add') {
      server.effects.push(effect);
      server.profile = act(server.profile ?? newcomer());
    }
    return fault?.kind === 'act-then-drop' ? failed(DROPPED) : done(null);
  };
  const journeys = (active: boolean) => (profile: Profile) => ({
    ...profile,
    journeys: active
      ? [{ ...JOURNEY, state: 'active' as const, step: null, steps: null, since: null }]
      : [],
  });
  return {
    account: ACCOUNT,
    find: async () => findings(server),
    reread: async () => (server.down ? failed(DROPPED) : done(structuredClone(server.profile))),
    tags: async () => done([]),
    journeys: async () => done([]),
    ensureTag: async (_place, name) => {
      server.asked.push('ensureTag');
      if (server.down) return failed(DROPPED);
      if (!server.effects.includes('create tag')) server.effects.push('create tag');
      return done({ id: '1', name });
    },
    tag: (_target, id) =>
      write('tag', (profile) => ({ ...profile, tags: [{ id, name: VIP.name }] })),
    untag: (_target, id) =>
      write('untag', (profile) => ({
        ...profile,
        tags: profile.tags.filter((tag) => tag.id !== id),
      })),
    triggerJourney: () => write('trigger', journeys(true)),
    leaveJourney: () => write('leave', journeys(false)),
    add: ({ standing }) => write('add', () => ({ ...newcomer(), standings: [standing] })),
  };
}

export function findings({ profile, down, searches }: World['server']): Findings {
  const base = { account: ACCOUNT, at: 1, walk: null, failure: null };
  if (down) return { ...base, profiles: [], places: [], failure: DROPPED };
  const outcome = profile ? ('found' as const) : ('absent' as const);
  const profiles = profile ? [structuredClone(profile)] : [];
  const hasOwn = searches.some(({ place }) => place.id === PLACE.id);
  const places = hasOwn ? searches : [{ place: PLACE, outcome }, ...searches];
  return { ...base, profiles, places };
}

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
  const crm = createCrm(world);
  return {
    now: () => world.clock,
    crmOf: async (_accountId: string): Promise<Crm> => {
      if (world.accountGone) throw new FailureError({ kind: 'not-found', what: 'account' });
      if (world.locked) throw new FailureError({ kind: 'locked' });
      return crm;
    },
    lookUp: async (_accountId: string, _address: string, fresh: boolean) =>
      (fresh ? null : world.kept) ?? findings(world.server),
    isPaused: async () => {
      if (world.accountGone) throw new FailureError({ kind: 'not-found', what: 'account' });
      return world.paused;
    },
    forget: async () => {
      world.forgotten += 1;
    },
    tagUsed: () => {
      world.used += 1;
    },
    wakeAt: async (time: number) => {
      world.wakes.push(time);
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
