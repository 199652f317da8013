import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { createFillLog } from './fill-log';
import { placeStates } from './fill-states';
import { joinContacts, joinList, without } from './testing/changes';
import { type Rig, rigFor, startWorker, workThrough } from './testing/filling';
import { expectTruth, saidOf, truths } from './testing/truth';

const free = { calls: 1_000_000, seconds: 1 };

let sandbox: Sandbox;
let rig: Rig;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  sandbox = await startSandbox({ people: 2000, octethLimit: free, matonLimit: free });
  rig = rigFor(sandbox);
});
afterEach(() => sandbox.close());

test('whoever was there all the time is known; who left or came is so after the next reading', async () => {
  let serial = 0;
  rig.meanwhile = () => {
    serial += 1;
    const { world } = sandbox;
    // From both ends, in front of the reader and behind it.
    for (const at of [0, -1]) {
      const [one, other] = [world.onList(12).at(at), world.right.contacts.at(at)];
      if (serial % 3 === 0 && one) without(sandbox, one.email);
      if (serial % 3 === 1 && other) without(sandbox, other.email);
    }
    joinList(sandbox, `new${serial}@late.example`);
    joinContacts(sandbox, `new${serial}@late.example`);
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
    if (page === 2 && accountId === 'octeth-1') rig.askable = [];
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

test('while it is read who of them bounced, no minutes are promised', async () => {
  const people = truths(sandbox, rig)[0]?.[1].size ?? 0;
  rig.meanwhile = (page, accountId) => {
    if (page === Math.ceil(people / 500) + 1 && accountId === 'octeth-1') rig.askable = [];
  };
  const askable = rig.askable;
  const { worker } = await workThrough(sandbox, rig);
  const known = { registers: worker.registers, log: createFillLog(rig.local), pageMs: null };
  const [octeth] = await Promise.all(askable.map((account) => placeStates(account, known)));
  expect(octeth?.[0]?.filling).toMatchObject({
    ...{ done: people, total: people, minutesLeft: null, isAllRead: true },
  });
});
