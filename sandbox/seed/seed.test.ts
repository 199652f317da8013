// @vitest-environment node
import { expect, test } from 'vitest';
import { everyone, whereabouts } from './crowd.ts';
import { absent, notable } from './notable.ts';
import { seedWorld } from './seed.ts';

test.each([300, 3000])(
  'of %i people a third is in each system only and a third in both',
  (count) => {
    const people = everyone(count);
    const inPlace = (place: string) =>
      people.filter((person) => whereabouts(person) === place).length;
    expect(['octeth', 'systeme', 'both'].map(inPlace)).toEqual([count / 3, count / 3, count / 3]);
  },
);

test('no two people share an address', () => {
  const addresses = everyone(10_000).map(({ email }) => email.toLowerCase());
  expect(new Set(addresses).size).toBe(10_000);
});

test('the world is the same each time', () => {
  expect(seedWorld(300)).toEqual(seedWorld(300));
});

test('the ids of notable people do not depend on the size of the crowd', () => {
  const [small, large] = [seedWorld(300), seedWorld(3000)];
  const ada = (world: typeof small) => [
    world.subscribers.find(({ email }) => email === notable.ada.email)?.id,
    world.right.contacts.find(({ email }) => email === notable.ada.email)?.id,
  ];
  expect(ada(small)).toEqual(ada(large));
});

test('the same SubscriberID is somebody else on another list', () => {
  const holders = seedWorld(300).subscribers.filter(({ id }) => id === 1003);
  expect(new Set(holders.map(({ email }) => email)).size).toBe(3);
});

test('the crowd has every standing', () => {
  const { subscribers, suppressed } = seedWorld(300);
  expect(new Set(subscribers.map(({ status }) => status)).size).toBe(4);
  expect(new Set(subscribers.map(({ bounce }) => bounce)).size).toBe(3);
  expect(suppressed.size).toBeGreaterThan(1);
});

test('the hard cases are what they say', () => {
  expect(notable.longName.first).toHaveLength(300);
  expect(notable.joann.email).toContain(notable.ann.email);
  expect(notable.upperCase.email).not.toBe(notable.upperCase.email.toLowerCase());
  const { subscribers, right, wrong } = seedWorld(300);
  const everybody = [...subscribers, ...right.contacts, ...wrong.contacts].map(
    ({ email }) => email,
  );
  expect(everybody).not.toContain(absent.nobody);
  expect(everybody.filter((email) => email === absent.stranger)).toHaveLength(1);
});

test('the oldest contact has the lowest id and the newest the highest', () => {
  const contacts = seedWorld(300).right.contacts.toSorted((one, other) => one.id - other.id);
  expect(contacts[0]!.email).toBe(notable.oldest.email);
  expect(contacts.at(-1)!.email).toBe(notable.newest.email);
});
