import { beforeEach, expect, test, vi } from 'vitest';
import type { Crm } from '../crm/crm';
import { done, failed, type Result } from '../failure';
import { foldAddress } from '../people/address';
import type { Field } from '../people/details';
import type { Target } from '../people/intent';
import { detailsWith } from '../people/testing/details';
import { createMemoryArea } from '../storage/testing/memory-area';
import { createReadings } from './readings';

const account = { id: 'a', name: 'Acme', system: 'systeme' as const };
const ada: Target = {
  account,
  place: null,
  profileId: '7',
  address: foldAddress('ada@lovelace.dev'),
};
const bob: Target = { ...ada, profileId: '8', address: foldAddress('bob@example.com') };

let clock = 0;
let fields: Result<Field[]> = done([]);
const asked = { details: vi.fn<() => void>(), catalogue: vi.fn<() => void>() };
let during: () => Promise<void> = async () => {};

function setUp() {
  const crm = {
    details: async () => {
      asked.details();
      await during();
      return detailsWith({ fields });
    },
    catalogue: async () => {
      asked.catalogue();
      return { at: clock, tags: done([]), fields: done([]), courses: null, communities: null };
    },
  };
  // Nothing else of the port is asked.
  const crmOf = async () => crm as unknown as Crm;
  return createReadings({ crmOf, session: createMemoryArea(), now: () => clock });
}

beforeEach(() => {
  clock = 1_000_000;
  fields = done([]);
  during = async () => {};
  asked.details.mockReset();
  asked.catalogue.mockReset();
});

test('a second glance within a minute asks nobody; a fresh one does', async () => {
  const readings = setUp();
  await readings.detailsOf(ada, false);
  await readings.detailsOf(ada, false);
  expect(asked.details).toHaveBeenCalledTimes(1);
  await readings.detailsOf(ada, true);
  clock += 60_000;
  await readings.detailsOf(ada, false);
  expect(asked.details).toHaveBeenCalledTimes(3);
});

test('law 3: what a clock that was set back calls yet to come is asked anew', async () => {
  const readings = setUp();
  await readings.detailsOf(ada, false);
  clock -= 300_000;
  await readings.detailsOf(ada, false);
  expect(asked.details).toHaveBeenCalledTimes(2);
});

test('details of which a part failed are told and not kept', async () => {
  const readings = setUp();
  fields = failed({ kind: 'offline', host: 'h' });
  await readings.detailsOf(ada, false);
  await readings.detailsOf(ada, false);
  expect(asked.details).toHaveBeenCalledTimes(2);
});

test('after a write what was read of her is asked anew, of others it is not', async () => {
  const readings = setUp();
  await readings.detailsOf(ada, false);
  await readings.detailsOf(bob, false);
  await readings.forget({ kind: 'update', target: ada, fields: [], newAddress: null });
  await readings.detailsOf(bob, false);
  expect(asked.details).toHaveBeenCalledTimes(2);
  await readings.detailsOf(ada, false);
  expect(asked.details).toHaveBeenCalledTimes(3);
});

test('law 3: what a write overtook is answered, and not remembered', async () => {
  const readings = setUp();
  during = () => readings.forget({ kind: 'delete', target: ada });
  await readings.detailsOf(ada, false);
  during = async () => {};
  await readings.detailsOf(ada, false);
  expect(asked.details).toHaveBeenCalledTimes(2);
});

test('law 1: another person under the same id is asked for anew', async () => {
  const readings = setUp();
  await readings.detailsOf(ada, false);
  await readings.detailsOf({ ...ada, address: bob.address }, false);
  expect(asked.details).toHaveBeenCalledTimes(2);
});

test('a catalogue lasts five minutes, a write to it or another account not so long', async () => {
  const readings = setUp();
  const ask = () => readings.catalogueOf('a', false);
  await ask();
  clock += 299_999;
  await ask();
  expect(asked.catalogue).toHaveBeenCalledTimes(1);
  const desk = { account, place: null };
  await readings.forget({ kind: 'create-tag', desk, name: 'VIP' });
  await ask();
  await readings.forgetAccount('a');
  await ask();
  expect(asked.catalogue).toHaveBeenCalledTimes(3);
});
