import { beforeEach, expect, test } from 'vitest';
import type { RollOrder } from '../crm/roll';
import { FailureError } from '../failure';
import { CATCH_UP_MS } from './fill-due';
import { joinContacts } from './testing/changes';
import { startWorker, workThrough } from './testing/filling';
import { expectTruth } from './testing/truth';
import { useRig } from './testing/use-rig';

const WINDOW_MS = 60_000;
const contacts = { accountId: 'systeme-1', placeId: '' };
/** Ten pages of them, and the one on which everybody is known. */
const NEWCOMERS = 1_050;
const NEWEST_PAGES = 11;

const there = useRig();
beforeEach(() => {
  there.rig.askable = there.rig.askable.filter(({ id }) => id === 'systeme-1');
});

const pages = () => there.sandbox.log.filter(({ command }) => command === 'GET /contacts').length;

/** A register, people who came since, and word that all is to be read anew too. */
async function bothDue(): Promise<void> {
  const { worker } = await workThrough(there.sandbox, there.rig);
  for (let serial = 0; serial < NEWCOMERS; serial += 1) {
    joinContacts(there.sandbox, `nova${serial}@late.example`);
  }
  there.rig.now += CATCH_UP_MS;
  await worker.registers.doubt(contacts, { id: '31', until: there.rig.now - 1, altering: true });
  there.sandbox.log.length = 0;
}

/** A new worker in each window, which has so many calls; `costOf`: how many a page takes. */
async function workWindows(count: number, calls: number, costOf: (order: RollOrder) => number) {
  for (let window = 0; window < count; window += 1) {
    let left = calls;
    there.rig.meanwhile = (_page, _account, order) => {
      left -= costOf(order);
      if (left < 0) throw new FailureError({ kind: 'busy', retryAt: there.rig.now + WINDOW_MS });
    };
    await (await startWorker(there.sandbox, there.rig)).work();
    there.rig.now += WINDOW_MS;
  }
  return (await startWorker(there.sandbox, there.rig)).registers;
}

test.each([2, 5, 10, 12])(
  'newcomers and everybody are due at once, at %i pages a window: both are read, neither for ever',
  async (calls) => {
    await bothDue();
    const whole = Math.ceil(there.sandbox.world.right.contacts.length / 100);
    // What was listed before the filling began is listed once more, by one window at most.
    const most = whole + NEWEST_PAGES + calls + 1;
    const registers = await workWindows(Math.ceil(most / calls) + 1, calls, () => 1);
    expect(await registers.fillings()).toEqual([]);
    expect(await registers.states()).toMatchObject([{ doubtedAt: null, alteredAt: null }]);
    await expectTruth(there.sandbox, there.rig, registers);
    expect(pages()).toBeLessThanOrEqual(most);
  },
);

test('where a page of the newest takes more calls than a window has, everybody is read nevertheless', async () => {
  await bothDue();
  const whole = Math.ceil(there.sandbox.world.right.contacts.length / 100);
  const registers = await workWindows(whole + 2, 2, (order) => (order === 'whole' ? 1 : 3));
  expect(await registers.fillings()).toEqual([]);
  await expectTruth(there.sandbox, there.rig, registers);
});
