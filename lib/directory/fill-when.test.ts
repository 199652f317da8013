import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { without } from './testing/changes';
import { type Rig, rigFor, startWorker, workThrough } from './testing/filling';
import { saidOf } from './testing/truth';

const free = { calls: 1_000_000, seconds: 1 };
const DAY_MS = 24 * 60 * 60_000;
const newsletter = { accountId: 'octeth-1', placeId: '12' };

let sandbox: Sandbox;
let rig: Rig;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  sandbox = await startSandbox({ people: 2000, octethLimit: free, matonLimit: free });
  rig = rigFor(sandbox);
});
afterEach(() => sandbox.close());

test('all is read anew by her schedule, and until it is whole the old one answers', async () => {
  const { worker } = await workThrough(sandbox, rig);
  const gone = sandbox.world.onList(12)[3]?.email ?? '';
  without(sandbox, gone);
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
    if (pages === 3) rig.askable = [];
  };
  const { worker } = await workThrough(sandbox, rig);
  // The third of one is under way, and not more than that of the other.
  expect(sandbox.log.length).toBeLessThanOrEqual(6);
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
