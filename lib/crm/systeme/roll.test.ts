import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startSandbox } from '../../../sandbox/sandbox.ts';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { systemeOn } from '../testing/fakes';
import { rollThrough, truthOfContacts } from '../testing/rolling';

const DIALECTS = ['seed', 'public'] as const;
const limit = { calls: 10_000, seconds: 1 };

describe.each(DIALECTS)('the roll of all contacts, %s dialect', (dialect) => {
  let sandbox: Sandbox;
  beforeEach(async () => {
    sandbox = await startSandbox({ dialect, people: 700, matonLimit: limit });
  });
  afterEach(() => sandbox.close());

  const crm = () => systemeOn(sandbox, { limit });
  const truth = () => truthOfContacts(sandbox.world);

  test('it tells everybody once, in as few requests as there are pages', async () => {
    const { people, told } = await rollThrough(crm(), { place: null });
    expect(people).toEqual(truth());
    expect(told).toBe(truth().size);
    expect(sandbox.log).toHaveLength(Math.ceil(truth().size / 100));
  });

  test('a contact that is gone when it is the cursor makes it pass over nobody', async () => {
    const { world } = sandbox;
    let cursor = 0;
    const { people } = await rollThrough(crm(), { place: null }, (pages) => {
      const read = world.right.contacts.toSorted((one, other) => other.id - one.id);
      if (pages !== 2) return;
      cursor = read[199]?.id ?? 0;
      world.right.contacts = world.right.contacts.filter(({ id }) => id !== cursor);
      // As a server does that looks its cursor up.
      const refusal = { status: 422, headers: { 'content-type': 'application/problem+json' } };
      sandbox.break({ command: 'GET /contacts', do: { ...refusal, body: '{}' }, times: 1 });
    });
    expect(cursor).toBeGreaterThan(0);
    for (const [address, standings] of truth()) expect(people.get(address)).toBe(standings);
    expect(people.size).toBe(truth().size + 1);
    // The refusal, and one page again.
    const pages = sandbox.log.filter(({ command }) => command === 'GET /contacts');
    expect(pages).toHaveLength(Math.ceil(people.size / 100) + 2);
  });
});
