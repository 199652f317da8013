import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { createFillLog } from './fill-log';
import { placeStates } from './fill-states';
import { type Rig, rigFor, startWorker, workThrough } from './testing/filling';
import { expectTruth, truths } from './testing/truth';

const free = { calls: 1_000_000, seconds: 1 };
const contacts = { accountId: 'systeme-1', placeId: '' };

let sandbox: Sandbox;
let rig: Rig;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  sandbox = await startSandbox({ people: 2000, octethLimit: free, matonLimit: free });
  rig = rigFor(sandbox);
});
afterEach(() => sandbox.close());

const troubles = async () => {
  const { registers } = await startWorker(sandbox, rig);
  const log = createFillLog(rig.local);
  const known = { registers, log, pageMs: null };
  const states = await Promise.all(rig.askable.map((account) => placeStates(account, known)));
  return states.flat().map(({ trouble }) => trouble?.failure.kind ?? null);
};

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
    placeId === '' ? Math.ceil(size / 100) : Math.ceil(size / 500) + 2,
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
