import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { CATCH_UP_MS } from './fill-due';
import { createFillLog } from './fill-log';
import { placeStates } from './fill-states';
import {
  expectTruth,
  type Rig,
  rigFor,
  saidOf,
  startWorker,
  truths,
  workThrough,
} from './testing/filling';

const free = { calls: 1_000_000, seconds: 1 };
const DAY_MS = 24 * 60 * 60_000;
const newsletter = { accountId: 'octeth-1', placeId: '12' };
const contacts = { accountId: 'systeme-1', placeId: '' };

let sandbox: Sandbox;
let rig: Rig;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  sandbox = await startSandbox({ people: 2000, octethLimit: free, matonLimit: free });
  rig = rigFor(sandbox);
});
afterEach(() => sandbox.close());

const without = (address: string) => {
  const { world } = sandbox;
  world.subscribers = world.subscribers.filter(({ email }) => email !== address);
  world.right.contacts = world.right.contacts.filter(({ email }) => email !== address);
};
const joinList = (email: string) => {
  const { world } = sandbox;
  const [someone] = world.onList(12);
  if (someone) world.subscribers.push({ ...someone, id: world.nextId(), email });
};
const joinContacts = (email: string) => {
  const { right } = sandbox.world;
  const [someone] = right.contacts;
  if (someone) right.contacts.push({ ...someone, id: sandbox.world.nextId(), email });
};
const troubles = async () => {
  const { registers } = await startWorker(sandbox, rig);
  const log = createFillLog(rig.local);
  const known = { registers, log, pageMs: null };
  const states = await Promise.all(rig.askable.map((account) => placeStates(account, known)));
  return states.flat().map(({ trouble }) => trouble?.failure.kind ?? null);
};

describe('a list that changes while it is read', () => {
  test('whoever was there all the time is known; who left or came is so after the next reading', async () => {
    let serial = 0;
    rig.meanwhile = () => {
      serial += 1;
      const { world } = sandbox;
      // From both ends, in front of the reader and behind it.
      for (const at of [0, -1]) {
        const [one, other] = [world.onList(12).at(at), world.right.contacts.at(at)];
        if (serial % 3 === 0 && one) without(one.email);
        if (serial % 3 === 1 && other) without(other.email);
      }
      joinList(`new${serial}@late.example`);
      joinContacts(`new${serial}@late.example`);
    };
    const { worker } = await workThrough(sandbox, rig, [90, 200]);
    rig.meanwhile = () => undefined;
    for (const [key, truth] of truths(sandbox, rig)) {
      const old = [...truth.keys()].filter((address) => !address.endsWith('@late.example'));
      expect((await saidOf(key, old)).filter((bits) => bits === 0 || bits === null)).toEqual([]);
    }
    await worker.refresh('octeth-1');
    await worker.refresh('systeme-1');
    await expectTruth(sandbox, rig, worker.registers);
  });

  test('who came since is caught up with a quarter of an hour later, newest first', async () => {
    const { worker } = await workThrough(sandbox, rig);
    joinList('nova@late.example');
    joinContacts('nova@late.example');
    sandbox.log.length = 0;
    await worker.noteUse();
    expect(sandbox.log).toHaveLength(0);
    expect(rig.wake).toBe(rig.now + CATCH_UP_MS);
    rig.now += CATCH_UP_MS;
    await worker.work();
    expect(await saidOf(newsletter, ['nova@late.example'])).not.toEqual([0]);
    expect(await saidOf(contacts, ['nova@late.example'])).not.toEqual([0]);
    // Down to a page of people known, which on two lists is the first already. In the seed each
    // page of a list takes three requests, since its rows do not tell who bounced.
    expect(sandbox.log).toHaveLength(2 + 2 * 3 + 2 * 3);
  });

  test('while no page asks for marks nobody is asked for', async () => {
    const { worker } = await workThrough(sandbox, rig);
    sandbox.log.length = 0;
    rig.now += 10 * CATCH_UP_MS;
    await worker.work();
    expect(sandbox.log).toHaveLength(0);
    expect(rig.wake).toBeGreaterThan(rig.now + DAY_MS);
    await worker.noteUse();
    expect(sandbox.log.length).toBeGreaterThan(0);
  });

  test('so many came that it takes pages, and a worker dies between them: none is left out', async () => {
    const { worker } = await workThrough(sandbox, rig);
    for (let serial = 0; serial < 320; serial += 1) joinContacts(`nova${serial}@late.example`);
    await worker.noteUse();
    rig.now += CATCH_UP_MS;
    await workThrough(sandbox, rig, [22, 25, 28, 31, 34]);
    const all = Array.from({ length: 320 }, (_, serial) => `nova${serial}@late.example`);
    expect((await saidOf(contacts, all)).filter((bits) => !bits)).toEqual([]);
  });
});

describe('the network', () => {
  test('cut in the middle, it goes on where it was, and asks for no page again', async () => {
    let isCut = false;
    rig.meanwhile = (pages) => {
      if (isCut || pages < 9) return;
      isCut = true;
      sandbox.break({ do: 'reset' });
    };
    const { worker } = await workThrough(sandbox, rig);
    expect(await troubles()).toContain('offline');
    expect(rig.wake).toBe(rig.now + 60_000);
    sandbox.mend();
    await worker.work();
    expect(await worker.registers.fillings()).not.toEqual([]);
    rig.now = rig.wake;
    await worker.work();
    await expectTruth(sandbox, rig, worker.registers);
    expect(await troubles()).toEqual([null, null, null, null]);
    const answered = sandbox.log.filter(({ status }) => status === 200);
    const pages = truths(sandbox, rig).map(([{ placeId }, { size }]) =>
      placeId === '' ? Math.ceil(size / 100) : Math.ceil(size / 500) + 3,
    );
    expect(answered).toHaveLength(pages.reduce((sum, count) => sum + count, 0));
  });

  test('a limit that is used up is waited for, and is nobody’s fault', async () => {
    const retry = { status: 429, headers: { 'Retry-After': '40' } };
    sandbox.break({ service: 'gateway', do: retry, times: 1 });
    const { worker } = await workThrough(sandbox, rig);
    expect(rig.wake).toBeGreaterThan(Date.now() + 30_000);
    expect(await troubles()).toEqual([null, null, null, null]);
    expect((await worker.registers.filling(contacts))?.pages).toBe(0);
  });

  test('one list that fails hides none of the others, and is tried less and less often', async () => {
    sandbox.world.lists = sandbox.world.lists.filter(({ id }) => id !== 27);
    const { worker } = await workThrough(sandbox, rig);
    expect(await troubles()).toEqual([null, 'not-found', null, null]);
    expect((await worker.registers.states()).map(({ key }) => key.placeId).toSorted()).toEqual([
      '',
      '12',
      '31',
    ]);
    expect(rig.wake).toBe(rig.now + 6 * 60 * 60_000);
    sandbox.log.length = 0;
    await worker.work();
    expect(sandbox.log).toHaveLength(0);
  });
});

describe('when', () => {
  test('all is read anew by her schedule, and until it is whole the old one answers', async () => {
    const { worker } = await workThrough(sandbox, rig);
    const gone = sandbox.world.onList(12)[3]?.email ?? '';
    without(gone);
    rig.now += 6 * DAY_MS;
    await worker.work();
    expect(await saidOf(newsletter, [gone])).not.toEqual([0]);
    await worker.plans.change('octeth-1', { every: 'day' });
    let isBegun = false;
    rig.meanwhile = () => {
      // Paused in the middle: what was taken stays, and nothing of it answers.
      if (!isBegun) void worker.plans.change('octeth-1', { paused: true });
      isBegun = true;
    };
    await worker.work();
    expect(await saidOf(newsletter, [gone])).not.toEqual([0]);
    await worker.plans.change('octeth-1', { paused: false });
    await worker.work();
    expect(await saidOf(newsletter, [gone])).toEqual([0]);
  });

  test('by hand alone, nothing is read anew of itself', async () => {
    const { worker } = await workThrough(sandbox, rig);
    await worker.plans.change('octeth-1', { every: 'by-hand' });
    await worker.plans.change('systeme-1', { every: 'by-hand' });
    sandbox.log.length = 0;
    rig.now += 400 * DAY_MS;
    await worker.work();
    expect(sandbox.log).toHaveLength(0);
    expect(rig.wake).toBe(Infinity);
    await worker.refresh('systeme-1');
    expect(new Set(sandbox.log.map(({ service }) => service))).toEqual(new Set(['gateway']));
  });

  test('what she wants read anew while it is read goes on, and is not read twice', async () => {
    let refreshing: Promise<void> = Promise.resolve();
    const worker = await startWorker(sandbox, rig);
    rig.meanwhile = (page, accountId) => {
      if (page === 3 && accountId === 'systeme-1') refreshing = worker.refresh('systeme-1');
    };
    await worker.work();
    await refreshing;
    const pages = sandbox.log.filter(({ command }) => command === 'GET /contacts');
    expect(pages).toHaveLength(Math.ceil(sandbox.world.right.contacts.length / 100));
  });

  test('with its part switched off, or flags off, or locked, an account is asked nothing', async () => {
    const worker = await startWorker(sandbox, rig);
    await worker.plans.change('octeth-1', { on: false });
    rig.askable = rig.askable.filter(({ id }) => id === 'octeth-1');
    await worker.work();
    expect(sandbox.log).toHaveLength(0);
    expect(await worker.registers.fillings()).toEqual([]);
  });

  test('flags switched off in the middle end it at the next page', async () => {
    rig.meanwhile = (pages) => {
      if (pages === 5) rig.askable = [];
    };
    const { worker } = await workThrough(sandbox, rig);
    // The fifth of one is under way, and not more than that of the other.
    expect(sandbox.log.length).toBeLessThanOrEqual(10);
    expect(await worker.registers.fillings()).toHaveLength(2);
  });

  test('in the middle of it, who is awake is woken again should it stop', async () => {
    let waking = Infinity;
    rig.meanwhile = () => {
      waking = Math.min(waking, rig.wake);
    };
    await workThrough(sandbox, rig);
    expect(waking).toBeGreaterThan(rig.now);
    expect(waking).toBeLessThanOrEqual(rig.now + 30_000);
  });
});

describe('what is not to be known any more', () => {
  test('an account that is removed leaves nothing, even in the middle; the other’s is whole', async () => {
    const worker = await startWorker(sandbox, rig);
    let stopping: Promise<void> = Promise.resolve();
    rig.meanwhile = (pages) => {
      if (pages !== 7) return;
      rig.askable = rig.askable.filter(({ id }) => id !== 'systeme-1');
      stopping = worker.stop('systeme-1');
    };
    await worker.work();
    await stopping;
    expect(await worker.registers.fillings()).toEqual([]);
    const states = await worker.registers.states();
    expect(states.map(({ key }) => key.accountId)).toEqual(['octeth-1', 'octeth-1', 'octeth-1']);
    await expectTruth(sandbox, rig, worker.registers);
  });

  test('a list that is searched no more is forgotten', async () => {
    const { worker } = await workThrough(sandbox, rig);
    rig.askable = rig.askable.map((account) => ({
      ...account,
      places: account.places.filter(({ key }) => key.placeId !== '27'),
    }));
    await worker.work();
    const left = (await worker.registers.states()).map(({ key }) => key.placeId);
    expect(left.toSorted()).toEqual(['', '12', '31']);
  });
});

test('how far it has come is told: so many of so many, and the minutes that are left', async () => {
  rig.meanwhile = (page, accountId) => {
    // In the seed the first three pages tell of bounces alone.
    if (page === 5 && accountId === 'octeth-1') rig.askable = [];
  };
  const askable = rig.askable;
  const { worker } = await workThrough(sandbox, rig);
  const slow = { calls: 10, seconds: 60 };
  const known = { registers: worker.registers, log: createFillLog(rig.local), pageMs: null };
  const [octeth, systeme] = await Promise.all(
    askable.map((account) => placeStates({ ...account, limit: slow }, known)),
  );
  expect(octeth?.[0]).toMatchObject({
    place: { name: 'Newsletter' },
    known: null,
    filling: {
      done: 1000,
      total: truths(sandbox, { ...rig, askable })[0]?.[1].size,
      minutesLeft: 1,
    },
  });
  expect(systeme?.[0]?.filling).toMatchObject({ total: null, minutesLeft: null });
});
