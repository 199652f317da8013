import { expect, test } from 'vitest';
import { createFillLog } from './fill-log';
import { placeStates } from './fill-states';
import { startWorker, workThrough } from './testing/filling';
import { expectTruth, truths } from './testing/truth';
import { useRig } from './testing/use-rig';

const contacts = { accountId: 'systeme-1', placeId: '' };

const there = useRig();

const troubles = async () => {
  const { registers } = await startWorker(there.sandbox, there.rig);
  const log = createFillLog(there.rig.local);
  const known = { registers, log, pageMs: null };
  const states = await Promise.all(there.rig.askable.map((account) => placeStates(account, known)));
  return states.flat().map(({ trouble }) => trouble?.failure.kind ?? null);
};

test('cut in the middle, it goes on where it was, and asks for no page again', async () => {
  let isCut = false;
  there.rig.meanwhile = (pages) => {
    if (isCut || pages < 9) return;
    isCut = true;
    there.sandbox.break({ do: 'reset' });
  };
  const { worker } = await workThrough(there.sandbox, there.rig);
  expect(await troubles()).toContain('offline');
  expect(there.rig.wake).toBe(there.rig.now + 60_000);
  there.sandbox.mend();
  await worker.work();
  expect(await worker.registers.fillings()).not.toEqual([]);
  there.rig.now = there.rig.wake;
  await worker.work();
  await expectTruth(there.sandbox, there.rig, worker.registers);
  expect(await troubles()).toEqual([null, null, null, null]);
  const answered = there.sandbox.log.filter(({ status }) => status === 200);
  const pages = truths(there.sandbox, there.rig).map(([{ placeId }, { size }]) =>
    placeId === '' ? Math.ceil(size / 100) : Math.ceil(size / 500) + 2,
  );
  expect(answered).toHaveLength(pages.reduce((sum, count) => sum + count, 0));
});

test('a limit that is used up is waited for, and is nobody’s fault', async () => {
  const retry = { status: 429, headers: { 'Retry-After': '40' } };
  there.sandbox.break({ service: 'gateway', do: retry, times: 1 });
  const { worker } = await workThrough(there.sandbox, there.rig);
  expect(there.rig.wake).toBeGreaterThan(Date.now() + 30_000);
  expect(await troubles()).toEqual([null, null, null, null]);
  expect((await worker.registers.filling(contacts))?.pages).toBe(0);
});

test('one list that fails hides none of the others, and is tried less and less often', async () => {
  there.sandbox.world.lists = there.sandbox.world.lists.filter(({ id }) => id !== 27);
  const { worker } = await workThrough(there.sandbox, there.rig);
  expect(await troubles()).toEqual([null, 'not-found', null, null]);
  expect((await worker.registers.states()).map(({ key }) => key.placeId).toSorted()).toEqual([
    '',
    '12',
    '31',
  ]);
  expect(there.rig.wake).toBe(there.rig.now + 6 * 60 * 60_000);
  there.sandbox.log.length = 0;
  await worker.work();
  expect(there.sandbox.log).toHaveLength(0);
});
