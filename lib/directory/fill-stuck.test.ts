import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { FailureError } from '../failure';
import { CATCH_UP_MS } from './fill-due';
import { createFillLog } from './fill-log';
import { joinContacts } from './testing/changes';
import { type Rig, rigFor, startWorker, workThrough } from './testing/filling';
import { expectTruth, saidOf } from './testing/truth';

const free = { calls: 1_000_000, seconds: 1 };
const DAY_MS = 24 * 60 * 60_000;
const contacts = { accountId: 'systeme-1', placeId: '' };

let sandbox: Sandbox;
let rig: Rig;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  sandbox = await startSandbox({ people: 2000, octethLimit: free, matonLimit: free });
  rig = rigFor(sandbox);
});
afterEach(() => sandbox.close());

test('a limit that ends a listing of newcomers again and again: it goes on where it was', async () => {
  const { worker } = await workThrough(sandbox, rig);
  for (let serial = 0; serial < 1050; serial += 1)
    joinContacts(sandbox, `nova${serial}@late.example`);
  await worker.noteUse();
  rig.now += CATCH_UP_MS;
  sandbox.log.length = 0;
  const pages = () => sandbox.log.filter(({ command }) => command === 'GET /contacts').length;
  for (let window = 1; pages() < 11 && window < 10; window += 1) {
    rig.meanwhile = (_, accountId) => {
      // Two pages a window, and then it is used up.
      if (accountId === 'systeme-1' && pages() >= window * 2) {
        throw new FailureError({ kind: 'busy', retryAt: rig.now + 60_000 });
      }
    };
    await (await startWorker(sandbox, rig)).work();
    rig.now += 60_000;
  }
  const all = Array.from({ length: 1050 }, (_, serial) => `nova${serial}@late.example`);
  expect((await saidOf(contacts, all)).filter((bits) => !bits)).toEqual([]);
  expect(pages()).toBe(12);
  const state = (await worker.registers.states()).find(({ key }) => key.placeId === '');
  expect(state?.caughtUpAt).toBeGreaterThan(state?.at ?? 0);
});

describe('a page that does not follow on the one before', () => {
  const stuck = async () => {
    rig.meanwhile = (page, accountId) => {
      const failure = { kind: 'changed-shape', where: 'the next page', expected: 'x' } as const;
      if (page > 3 && accountId === 'systeme-1') throw new FailureError(failure);
    };
    const { worker } = await workThrough(sandbox, rig);
    expect((await worker.registers.filling(contacts))?.pages).toBe(3);
    rig.meanwhile = () => undefined;
    sandbox.log.length = 0;
    return worker;
  };
  const whole = () => Math.ceil(sandbox.world.right.contacts.length / 100);
  const pages = () => sandbox.log.filter(({ command }) => command === 'GET /contacts').length;

  test('is read from its beginning once she asks for it', async () => {
    const worker = await stuck();
    await worker.refresh('systeme-1');
    expect(pages()).toBe(whole());
    await expectTruth(sandbox, rig, worker.registers);
  });

  test('is asked once more by itself, and then read from its beginning', async () => {
    const worker = await stuck();
    rig.meanwhile = (_, accountId) => {
      const failure = { kind: 'changed-shape', where: 'the next page', expected: 'x' } as const;
      if (accountId === 'systeme-1') throw new FailureError(failure);
    };
    rig.now += 7 * 60 * 60_000;
    await worker.work();
    expect(await worker.registers.filling(contacts)).toBeNull();
    rig.meanwhile = () => undefined;
    rig.now += 7 * 60 * 60_000;
    await worker.work();
    expect(pages()).toBe(whole());
  });
});

test('a clock set back keeps nobody waiting for what was to be tried again long after', async () => {
  const log = createFillLog(rig.local);
  sandbox.break({ service: 'gateway', do: { status: 503 } });
  const { worker } = await workThrough(sandbox, rig);
  expect((await log.read(contacts)).failure?.kind).toBe('server-error');
  sandbox.mend();
  rig.now -= 30 * DAY_MS;
  await worker.work();
  expect((await log.read(contacts)).failure).toBeNull();
});
