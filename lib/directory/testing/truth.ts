/** What the sandbox truly holds, beside what the directory says of it. */
import { expect } from 'vitest';
import { truthOfContacts, truthOfList } from '../../crm/testing/rolling';
import type { Standing } from '../../people/standing';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { askPlaces } from '../asking';
import type { RegisterKey, Registers } from '../registers';
import { bitsOf } from '../standing-bits';
import { createStore } from '../store';
import type { Rig } from './filling';

/** Everybody of each place who truly is there, with her standings. */
export function truths(sandbox: Sandbox, rig: Rig): [RegisterKey, Map<string, string>][] {
  return rig.askable.flatMap(({ places }) =>
    places.map(({ key, place }): [RegisterKey, Map<string, string>] => [
      key,
      place ? truthOfList(sandbox.world, Number(place.id)) : truthOfContacts(sandbox.world),
    ]),
  );
}

/** What the directory says of these addresses in a place, as bits. */
export async function saidOf(key: RegisterKey, addresses: readonly string[]) {
  const [said] = await askPlaces(await createStore()(), addresses, [key]);
  return said ?? [];
}

/** Nobody else is in a register, nobody is missing, and everybody stands as she does. */
export async function expectTruth(sandbox: Sandbox, rig: Rig, registers: Registers) {
  const states = await registers.states();
  for (const [key, truth] of truths(sandbox, rig)) {
    const said = await saidOf(key, [...truth.keys()]);
    const expected = [...truth.values()].map((words) => bitsOf(words.split(' ') as Standing[]));
    expect(said, key.placeId).toEqual(expected);
    const state = states.find(
      (one) => one.key.accountId === key.accountId && one.key.placeId === key.placeId,
    );
    expect(state?.people, key.placeId).toBe(truth.size);
  }
}
