import { describe, expect, test } from 'vitest';
import { createFillLog } from './fill-log';
import { placeStates } from './fill-states';
import { joinContacts, joinList, without } from './testing/changes';
import { startWorker, workThrough } from './testing/filling';
import { expectTruth, saidOf, truths } from './testing/truth';
import { useRig } from './testing/use-rig';

const there = useRig();

test('whoever was there all the time is known; who left or came is so after the next reading', async () => {
  let serial = 0;
  there.rig.meanwhile = () => {
    serial += 1;
    const { world } = there.sandbox;
    // From both ends, in front of the reader and behind it.
    for (const at of [0, -1]) {
      const [one, other] = [world.onList(12).at(at), world.right.contacts.at(at)];
      if (serial % 3 === 0 && one) without(there.sandbox, one.email);
      if (serial % 3 === 1 && other) without(there.sandbox, other.email);
    }
    joinList(there.sandbox, `new${serial}@late.example`);
    joinContacts(there.sandbox, `new${serial}@late.example`);
  };
  const { worker } = await workThrough(there.sandbox, there.rig, [90, 200]);
  there.rig.meanwhile = () => undefined;
  for (const [key, truth] of truths(there.sandbox, there.rig)) {
    const old = [...truth.keys()].filter((address) => !address.endsWith('@late.example'));
    expect((await saidOf(key, old)).filter((bits) => bits === 0 || bits === null)).toEqual([]);
  }
  await worker.refresh('octeth-1');
  await worker.refresh('systeme-1');
  await expectTruth(there.sandbox, there.rig, worker.registers);
});

describe('what is not to be known any more', () => {
  test('an account that is removed leaves nothing, even in the middle; the other’s is whole', async () => {
    const worker = await startWorker(there.sandbox, there.rig);
    let stopping: Promise<void> = Promise.resolve();
    there.rig.meanwhile = (pages) => {
      if (pages !== 7) return;
      there.rig.askable = there.rig.askable.filter(({ id }) => id !== 'systeme-1');
      stopping = worker.stop('systeme-1');
    };
    await worker.work();
    await stopping;
    expect(await worker.registers.fillings()).toEqual([]);
    const states = await worker.registers.states();
    expect(states.map(({ key }) => key.accountId)).toEqual(['octeth-1', 'octeth-1', 'octeth-1']);
    await expectTruth(there.sandbox, there.rig, worker.registers);
  });

  test('a list that is searched no more is forgotten', async () => {
    const { worker } = await workThrough(there.sandbox, there.rig);
    there.rig.askable = there.rig.askable.map((account) => ({
      ...account,
      places: account.places.filter(({ key }) => key.placeId !== '27'),
    }));
    await worker.work();
    const left = (await worker.registers.states()).map(({ key }) => key.placeId);
    expect(left.toSorted()).toEqual(['', '12', '31']);
  });
});

test('how far it has come is told: so many of so many, and the minutes that are left', async () => {
  there.rig.meanwhile = (page, accountId) => {
    if (page === 2 && accountId === 'octeth-1') there.rig.askable = [];
  };
  const askable = there.rig.askable;
  const { worker } = await workThrough(there.sandbox, there.rig);
  const slow = { calls: 10, seconds: 60 };
  const known = { registers: worker.registers, log: createFillLog(there.rig.local), pageMs: null };
  const [octeth, systeme] = await Promise.all(
    askable.map((account) => placeStates({ ...account, limit: slow }, known)),
  );
  expect(octeth?.[0]).toMatchObject({
    place: { name: 'Newsletter' },
    known: null,
    filling: {
      done: 1000,
      total: truths(there.sandbox, { ...there.rig, askable })[0]?.[1].size,
      minutesLeft: 1,
    },
  });
  expect(systeme?.[0]?.filling).toMatchObject({ total: null, minutesLeft: null });
});

test('while it is read who of them bounced, no minutes are promised', async () => {
  const people = truths(there.sandbox, there.rig)[0]?.[1].size ?? 0;
  there.rig.meanwhile = (page, accountId) => {
    if (page === Math.ceil(people / 500) + 1 && accountId === 'octeth-1') there.rig.askable = [];
  };
  const askable = there.rig.askable;
  const { worker } = await workThrough(there.sandbox, there.rig);
  const known = { registers: worker.registers, log: createFillLog(there.rig.local), pageMs: null };
  const [octeth] = await Promise.all(askable.map((account) => placeStates(account, known)));
  expect(octeth?.[0]?.filling).toMatchObject({
    ...{ done: people, total: people, minutesLeft: null, isAllRead: true },
  });
});
