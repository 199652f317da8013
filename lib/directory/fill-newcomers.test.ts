import { beforeEach, expect, test } from 'vitest';
import { FailureError } from '../failure';
import type { FillAccount } from './fill';
import { CATCH_UP_MS } from './fill-due';
import { createFillLog, type FillLog } from './fill-log';
import { placeStates } from './fill-states';
import { joinContacts, joinList } from './testing/changes';
import { workThrough } from './testing/filling';
import { expectTruth, saidOf } from './testing/truth';
import { useRig } from './testing/use-rig';

const DAY_MS = 24 * 60 * 60_000;
const newsletter = { accountId: 'octeth-1', placeId: '12' };
const contacts = { accountId: 'systeme-1', placeId: '' };

let log: FillLog;
const there = useRig();
beforeEach(() => {
  log = createFillLog(there.rig.local);
});

const octeth = (): FillAccount => {
  const [account] = there.rig.askable;
  if (!account) throw new Error('no account');
  return account;
};

test('who came since is caught up with a quarter of an hour later, newest first', async () => {
  const { worker } = await workThrough(there.sandbox, there.rig);
  joinList(there.sandbox, 'nova@late.example');
  joinContacts(there.sandbox, 'nova@late.example');
  there.sandbox.log.length = 0;
  await worker.noteUse();
  expect(there.sandbox.log).toHaveLength(0);
  expect(there.rig.wake).toBe(there.rig.now + CATCH_UP_MS);
  there.rig.now += CATCH_UP_MS;
  await worker.work();
  expect(await saidOf(newsletter, ['nova@late.example'])).not.toEqual([0]);
  expect(await saidOf(contacts, ['nova@late.example'])).not.toEqual([0]);
  // Down to a page of people known, which on two lists is the first already. In the seed each
  // page of a list takes three requests, since its rows do not tell who bounced.
  expect(there.sandbox.log).toHaveLength(2 + 2 * 3 + 2 * 3);
});

test('while no page asks for marks nobody is asked for', async () => {
  const { worker } = await workThrough(there.sandbox, there.rig);
  there.sandbox.log.length = 0;
  there.rig.now += 10 * CATCH_UP_MS;
  await worker.work();
  expect(there.sandbox.log).toHaveLength(0);
  expect(there.rig.wake).toBeGreaterThan(there.rig.now + DAY_MS);
  await worker.noteUse();
  expect(there.sandbox.log.length).toBeGreaterThan(0);
});

test('so many came that it takes pages, and a worker dies between them: none is left out', async () => {
  const { worker } = await workThrough(there.sandbox, there.rig);
  for (let serial = 0; serial < 320; serial += 1)
    joinContacts(there.sandbox, `nova${serial}@late.example`);
  await worker.noteUse();
  there.rig.now += CATCH_UP_MS;
  await workThrough(there.sandbox, there.rig, [22, 25, 28, 31, 34]);
  const all = Array.from({ length: 320 }, (_, serial) => `nova${serial}@late.example`);
  expect((await saidOf(contacts, all)).filter((bits) => !bits)).toEqual([]);
});

test('after an import both who came and who changed are read as soon as it is over, and no page need ask', async () => {
  const { worker } = await workThrough(there.sandbox, there.rig);
  joinList(there.sandbox, 'nova@late.example');
  const changed = there.sandbox.world.onList(12)[3];
  if (changed) changed.status = 'Unsubscribed';
  const over = there.rig.now + 60 * 60_000;
  await worker.registers.doubt(newsletter, { id: '31', until: over, altering: true });
  await worker.work();
  expect(there.rig.wake).toBe(over + 1);
  const [known] = await placeStates(octeth(), { ...worker, log, pageMs: null });
  expect(known?.known?.isDoubted).toBe(true);
  there.sandbox.log.length = 0;
  await worker.registers.endDoubt(newsletter, '31', there.rig.now);
  there.rig.now += 1;
  await worker.work();
  expect(new Set(there.sandbox.log.map(({ service }) => service))).toEqual(new Set(['octeth']));
  await expectTruth(there.sandbox, there.rig, worker.registers);
  const [read] = await placeStates(octeth(), { ...worker, log, pageMs: null });
  expect(read?.known?.isDoubted).toBe(false);
});

test('one that brought people alone has the newest read, and nobody else', async () => {
  const { worker } = await workThrough(there.sandbox, there.rig);
  joinList(there.sandbox, 'nova@late.example');
  await worker.registers.doubt(newsletter, { id: '31', until: there.rig.now, altering: false });
  there.rig.now += 1;
  there.sandbox.log.length = 0;
  await worker.work();
  // Two pages, since she is on the first, each with what tells of bounces.
  expect(there.sandbox.log).toHaveLength(2 * 3);
  expect(await saidOf(newsletter, ['nova@late.example'])).not.toEqual([0]);
});

test('where the newest cannot be listed that is told, and all is read anew by the schedule nevertheless', async () => {
  const failure = { kind: 'changed-shape', where: 'the next page', expected: 'x' } as const;
  there.rig.meanwhile = (_page, _account, order) => {
    if (order === 'newest-first') throw new FailureError(failure);
  };
  const { worker } = await workThrough(there.sandbox, there.rig);
  joinList(there.sandbox, 'nova@late.example');
  await worker.noteUse();
  there.rig.now += CATCH_UP_MS;
  await worker.work();
  expect((await log.read(newsletter)).failure).toEqual(failure);
  for (const days of [1, 6, 1]) {
    there.rig.now += days * DAY_MS;
    await worker.work();
  }
  await expectTruth(there.sandbox, there.rig, worker.registers);
});
