import { expect, test } from 'vitest';
import { foldAddress } from '../people/address';
import { openDirectory } from './directory';
import { startWorker, workThrough } from './testing/filling';
import { useRig } from './testing/use-rig';

const contacts = { accountId: 'systeme-1', placeId: '' };

const there = useRig(300);

const known = () => there.sandbox.world.right.contacts.slice(0, 2).map(({ email }) => email);
const without = (accountId: string) => {
  there.rig.askable = there.rig.askable.filter(({ id }) => id !== accountId);
};

test('a worker that died between “off” and the forgetting: nothing answers, and the next forgets', async () => {
  const { worker } = await workThrough(there.sandbox, there.rig);
  await worker.plans.change('systeme-1', { on: false });
  const searched = async (isOff: boolean) =>
    (await openDirectory({ searchedPlaces: async () => [{ ...contacts, isOff }] })).recognise(
      known(),
    );
  expect(await searched(false)).not.toContain('unknown');
  expect(await searched(true)).toEqual(['unknown', 'unknown']);

  const next = await startWorker(there.sandbox, there.rig);
  await next.forgetLeftOvers();
  const states = await next.registers.states();
  expect(states.map(({ key }) => key.placeId).toSorted()).toEqual(['12', '27', '31']);
});

test('a worker that died in removing an account: the next forgets all of it before it asks anybody', async () => {
  await workThrough(there.sandbox, there.rig);
  const directory = await openDirectory({ searchedPlaces: async () => [contacts] });
  const end = { newestId: '7', oldestId: '7', head: null, passed: 1, complete: true };
  await directory.walkMemory('systeme-1').pass([], end);
  await directory.registers.begin(contacts, there.rig.now);
  without('systeme-1');
  there.rig.connected = ['octeth-1'];
  const askable = there.rig.askable;
  there.rig.askable = [];
  const next = await startWorker(there.sandbox, there.rig);
  await next.work();
  there.rig.askable = askable;
  expect(await directory.accounts()).toEqual(['octeth-1']);
  expect(await next.registers.fillings()).toEqual([]);
});

test('a register that was switched off leaves what look-ups have found', async () => {
  const directory = await openDirectory({
    searchedPlaces: async () => [{ ...contacts, isOff: true }],
  });
  const someone = foldAddress(known()[0] ?? '');
  const worker = await startWorker(there.sandbox, there.rig);
  await worker.plans.change('systeme-1', { on: false });
  const account = { id: 'systeme-1', name: 'Shop', system: 'systeme' } as const;
  const blank = { name: null, since: null, tags: [], journeys: [], place: null };
  const profile = {
    account,
    id: '7',
    address: someone,
    standings: ['subscribed' as const],
    ...blank,
  };
  const found = { profiles: [profile], places: [], walk: null, failure: null };
  await directory.remember(someone, { account, at: 1, ...found });
  await worker.forgetLeftOvers();
  expect(await directory.recognise([someone])).toEqual(['one']);
});
