/** Walks through everybody of an account whose server ignores the address filter. */
import { afterEach, beforeEach } from 'vitest';
import { foldAddress } from '../../people/address';
import { answerOf } from '../../people/findings';
import type { Findings } from '../../people/findings';
import { absent, notable, startSandbox } from '../../../sandbox/sandbox.ts';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import type { Crm } from '../crm';
import { CLICK, memoryOf, systemeOn, walkInMemory } from './fakes';

const LIMIT = { calls: 1000, seconds: 1 };
const PEOPLE = 1800;
export const nobody = foldAddress(absent.nobody);
export const oldest = foldAddress(notable.oldest.email);
export const newest = foldAddress(notable.newest.email);

export function useWalk() {
  let sandbox: Sandbox;
  let walk: ReturnType<typeof walkInMemory>;
  beforeEach(async () => {
    sandbox = await startSandbox({ people: PEOPLE, matonLimit: LIMIT });
    walk = walkInMemory();
  });
  afterEach(() => sandbox.close());

  const contacts = () => sandbox.world.right.contacts;
  return {
    get sandbox() {
      return sandbox;
    },
    get walk() {
      return walk;
    },
    crm: (kept = walk) =>
      systemeOn(sandbox, {
        limit: LIMIT,
        walk: kept,
        memory: memoryOf({ emailFilter: 'ignored' }),
      }),
    total: () => contacts().length,
    requests: () => sandbox.log.filter(({ command }) => command === 'GET /contacts'),

    /** Whose number was passed more than once: nobody, where everyone is read over once. */
    passedTwice(): string[] {
      const ids = walk.passes.flat().map(({ id }) => id);
      return ids.filter((id, index) => ids.indexOf(id) !== index);
    },

    add(count: number): void {
      const model = sandbox.world.contact(notable.newest.email) ?? contacts()[0];
      for (let index = 0; index < count; index += 1) {
        contacts().push({
          id: sandbox.world.nextId(),
          email: `late${index}@comer.example`,
          registeredAt: '2026-11-01T10:00:00+00:00',
          locale: 'en',
          sourceUrl: null,
          unsubscribed: false,
          bounced: false,
          needsConfirmation: false,
          fields: new Map(model?.fields ?? []),
          tagIds: new Set(),
        });
      }
    },
    remove(email: string): void {
      sandbox.world.right.contacts = contacts().filter((contact) => contact.email !== email);
    },
    removeId(id: string | null): void {
      sandbox.world.right.contacts = contacts().filter((contact) => String(contact.id) !== id);
    },

    /** The newest hundred, as the server would give them without a cursor. */
    firstPage(): { replace: string } {
      const items = contacts()
        .toSorted((one, other) => other.id - one.id)
        .slice(0, 100)
        .map(({ id, email }) => ({ id, email, unsubscribed: false, bounced: false, tags: [] }));
      return { replace: JSON.stringify({ items, hasMore: true }) };
    },
  };
}

/** Asked again until there is an answer. */
export async function toTheEnd(crm: Crm, address = nobody): Promise<Findings[]> {
  const steps = [await crm.find(address, CLICK)];
  for (let step = steps[0]; step && answerOf(step) === 'searching';) {
    step = await crm.find(address, CLICK);
    steps.push(step);
  }
  return steps;
}
