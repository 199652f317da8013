import { describe, expect, test } from 'vitest';
import { FailureError } from '../failure';
import { CATCH_UP_MS } from './fill-due';
import { createFillLog } from './fill-log';
import { joinContacts } from './testing/changes';
import { startWorker, workThrough } from './testing/filling';
import { expectTruth, saidOf } from './testing/truth';
import { useRig } from './testing/use-rig';

const DAY_MS = 24 * 60 * 60_000;
const contacts = { accountId: 'systeme-1', placeId: '' };

const there = useRig();

test('a limit that ends a listing of newcomers again and again: it goes on where it was', async () => {
  const { worker } = await workThrough(there.sandbox, there.rig);
  for (let serial = 0; serial < 1050; serial += 1)
    joinContacts(there.sandbox, `nova${serial}@late.example`);
  await worker.noteUse();
  there.rig.now += CATCH_UP_MS;
  there.sandbox.log.length = 0;
  const pages = () => there.sandbox.log.filter(({ command }) => command === 'GET /contacts').length;
  for (let window = 1; pages() < 11 && window < 10; window += 1) {
    there.rig.meanwhile = (_, accountId) => {
      // Two pages a window, and then it is used up.
      if (accountId === 'systeme-1' && pages() >= window * 2) {
        throw new FailureError({ kind: 'busy', retryAt: there.rig.now + 60_000 });
      }
    };
    await (await startWorker(there.sandbox, there.rig)).work();
    there.rig.now += 60_000;
  }
  const all = Array.from({ length: 1050 }, (_, serial) => `nova${serial}@late.example`);
  expect((await saidOf(contacts, all)).filter((bits) => !bits)).toEqual([]);
  expect(pages()).toBe(12);
  const state = (await worker.registers.states()).find(({ key }) => key.placeId === '');
  expect(state?.caughtUpAt).toBeGreaterThan(state?.at ?? 0);
});

describe('a page that does not follow on the one before', () => {
  const stuck = async () => {
    there.rig.meanwhile = (page, accountId) => {
      const failure = { kind: 'changed-shape', where: 'the next page', expected: 'x' } as const;
      if (page > 3 && accountId === 'systeme-1') throw new FailureError(failure);
    };
    const { worker } = await workThrough(there.sandbox, there.rig);
    expect((await worker.registers.filling(contacts))?.pages).toBe(3);
    there.rig.meanwhile = () => undefined;
    there.sandbox.log.length = 0;
    return worker;
  };
  const whole = () => Math.ceil(there.sandbox.world.right.contacts.length / 100);
  const pages = () => there.sandbox.log.filter(({ command }) => command === 'GET /contacts').length;

  test('is read from its beginning once she asks for it', async () => {
    const worker = await stuck();
    await worker.refresh('systeme-1');
    expect(pages()).toBe(whole());
    await expectTruth(there.sandbox, there.rig, worker.registers);
  });

  test('is asked once more by itself, and then read from its beginning', async () => {
    const worker = await stuck();
    there.rig.meanwhile = (_, accountId) => {
      const failure = { kind: 'changed-shape', where: 'the next page', expected: 'x' } as const;
      if (accountId === 'systeme-1') throw new FailureError(failure);
    };
    there.rig.now += 7 * 60 * 60_000;
    await worker.work();
    expect(await worker.registers.filling(contacts)).toBeNull();
    there.rig.meanwhile = () => undefined;
    there.rig.now += 7 * 60 * 60_000;
    await worker.work();
    expect(pages()).toBe(whole());
  });
});

test('a clock set back keeps nobody waiting for what was to be tried again long after', async () => {
  const log = createFillLog(there.rig.local);
  there.sandbox.break({ service: 'gateway', do: { status: 503 } });
  const { worker } = await workThrough(there.sandbox, there.rig);
  expect((await log.read(contacts)).failure?.kind).toBe('server-error');
  there.sandbox.mend();
  there.rig.now -= 30 * DAY_MS;
  await worker.work();
  expect((await log.read(contacts)).failure).toBeNull();
});
