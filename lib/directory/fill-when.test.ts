import { expect, test } from 'vitest';
import { without } from './testing/changes';
import { startWorker, workThrough } from './testing/filling';
import { saidOf } from './testing/truth';
import { useRig } from './testing/use-rig';

const DAY_MS = 24 * 60 * 60_000;
const newsletter = { accountId: 'octeth-1', placeId: '12' };

const there = useRig();

test('all is read anew by her schedule, and until it is whole the old one answers', async () => {
  const { worker } = await workThrough(there.sandbox, there.rig);
  const gone = there.sandbox.world.onList(12)[3]?.email ?? '';
  without(there.sandbox, gone);
  there.rig.now += 6 * DAY_MS;
  await worker.work();
  expect(await saidOf(newsletter, [gone])).not.toEqual([0]);
  await worker.plans.change('octeth-1', { every: 'day' });
  let isBegun = false;
  there.rig.meanwhile = () => {
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
  const { worker } = await workThrough(there.sandbox, there.rig);
  await worker.plans.change('octeth-1', { every: 'by-hand' });
  await worker.plans.change('systeme-1', { every: 'by-hand' });
  there.sandbox.log.length = 0;
  there.rig.now += 400 * DAY_MS;
  await worker.work();
  expect(there.sandbox.log).toHaveLength(0);
  expect(there.rig.wake).toBe(Infinity);
  await worker.refresh('systeme-1');
  expect(new Set(there.sandbox.log.map(({ service }) => service))).toEqual(new Set(['gateway']));
});

test('what she wants read anew while it is read goes on, and is not read twice', async () => {
  let refreshing: Promise<void> = Promise.resolve();
  const worker = await startWorker(there.sandbox, there.rig);
  there.rig.meanwhile = (page, accountId) => {
    if (page === 3 && accountId === 'systeme-1') refreshing = worker.refresh('systeme-1');
  };
  await worker.work();
  await refreshing;
  const pages = there.sandbox.log.filter(({ command }) => command === 'GET /contacts');
  expect(pages).toHaveLength(Math.ceil(there.sandbox.world.right.contacts.length / 100));
});

test('with its part switched off, or flags off, or locked, an account is asked nothing', async () => {
  const worker = await startWorker(there.sandbox, there.rig);
  await worker.plans.change('octeth-1', { on: false });
  there.rig.askable = there.rig.askable.filter(({ id }) => id === 'octeth-1');
  await worker.work();
  expect(there.sandbox.log).toHaveLength(0);
  expect(await worker.registers.fillings()).toEqual([]);
});

test('flags switched off in the middle end it at the next page', async () => {
  there.rig.meanwhile = (pages) => {
    if (pages === 3) there.rig.askable = [];
  };
  const { worker } = await workThrough(there.sandbox, there.rig);
  // The third of one is under way, and not more than that of the other.
  expect(there.sandbox.log.length).toBeLessThanOrEqual(6);
  expect(await worker.registers.fillings()).toHaveLength(2);
});

test('in the middle of it, who is awake is woken again should it stop', async () => {
  let waking = Infinity;
  there.rig.meanwhile = () => {
    waking = Math.min(waking, there.rig.wake);
  };
  await workThrough(there.sandbox, there.rig);
  expect(waking).toBeGreaterThan(there.rig.now);
  expect(waking).toBeLessThanOrEqual(there.rig.now + 30_000);
});
