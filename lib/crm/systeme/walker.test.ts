import { afterEach, beforeEach, expect, test } from 'vitest';
import { foldAddress } from '../../people/address';
import { answerOf } from '../../people/findings';
import { absent, notable, startSandbox } from '../../../sandbox/sandbox.ts';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import type { Urgency } from '../crm';
import type { WalkPosition } from '../needs';
import { CLICK, memoryOf, systemeOn, walkInMemory } from '../testing/fakes';

const limit = { calls: 1000, seconds: 1 };
const PEOPLE = 1800;
const nobody = foldAddress(absent.nobody);
const oldest = foldAddress(notable.oldest.email);
const newest = foldAddress(notable.newest.email);

let sandbox: Sandbox;
let walk: ReturnType<typeof walkInMemory>;
beforeEach(async () => {
  sandbox = await startSandbox({ people: PEOPLE, matonLimit: limit });
  walk = walkInMemory();
});
afterEach(() => sandbox.close());

const crmOf = () =>
  systemeOn(sandbox, { limit, walk, memory: memoryOf({ emailFilter: 'ignored' }) });
const total = () => sandbox.world.right.contacts.length;
const requests = () => sandbox.log.filter(({ command }) => command === 'GET /contacts');

async function toTheEnd(crm: ReturnType<typeof crmOf>, address = nobody) {
  const steps = [await crm.find(address, CLICK)];
  for (let step = steps[0]; step && answerOf(step) === 'searching';) {
    step = await crm.find(address, CLICK);
    steps.push(step);
  }
  return steps;
}

/** No id was passed twice: everyone is read over once. */
function passedTwice(): string[] {
  const ids = walk.passes.flat().map(({ id }) => id);
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}

test('a walk tells how far it has come, and is never at its end too early (law 3)', async () => {
  const steps = await toTheEnd(crmOf());
  expect(steps[0]?.walk).toEqual({ passed: 400, complete: false });
  expect(answerOf(steps[0] ?? steps[1] ?? never())).toBe('searching');
  expect(steps.at(-1)?.walk).toEqual({ passed: total(), complete: true });
  expect(answerOf(steps.at(-1) ?? never())).toBe('absent');
  expect(passedTwice()).toEqual([]);
});

test('the newest is found on the first page, the oldest on the last', async () => {
  const crm = crmOf();
  expect((await crm.find(newest, CLICK)).profiles).toHaveLength(1);
  expect(requests()).toHaveLength(1);
  const steps = await toTheEnd(crm, oldest);
  expect(steps.at(-1)?.profiles[0]?.address).toBe(notable.oldest.email);
  expect(passedTwice()).toEqual([]);
});

test('somebody passed before is one request', async () => {
  await toTheEnd(crmOf());
  sandbox.log.length = 0;
  const findings = await crmOf().find(oldest, CLICK);
  expect(findings.profiles[0]?.address).toBe(notable.oldest.email);
  expect(sandbox.log.map(({ command }) => command)).toEqual(['GET /contacts/{id}']);
});

test('after the end somebody unknown is one request: who came in since', async () => {
  await toTheEnd(crmOf());
  sandbox.log.length = 0;
  expect(answerOf(await crmOf().find(nobody, CLICK))).toBe('absent');
  expect(sandbox.log).toHaveLength(1);
});

test('somebody who came in after the end is found', async () => {
  const crm = crmOf();
  await toTheEnd(crm);
  addContacts(1);
  const findings = await crm.find(foldAddress('late0@comer.example'), CLICK);
  expect(findings.profiles).toHaveLength(1);
  expect(findings.walk).toMatchObject({ passed: total() });
});

test('many who came in at once are caught up with page by page', async () => {
  const crm = crmOf();
  await toTheEnd(crm);
  addContacts(950);
  const steps = await toTheEnd(crm);
  expect(steps.length).toBeGreaterThan(1);
  expect(answerOf(steps[0] ?? never())).toBe('searching');
  expect(steps.at(-1)?.walk).toEqual({ passed: total(), complete: true });
  expect(passedTwice()).toEqual([]);
  expect(await walk.position()).toMatchObject({ head: null });
});

test('a new worker goes on where the dead one stopped', async () => {
  await crmOf().find(nobody, CLICK);
  const steps = await toTheEnd(crmOf());
  expect(steps.at(-1)?.walk).toEqual({ passed: total(), complete: true });
  expect(passedTwice()).toEqual([]);
});

test('many look-ups at once share one walk', async () => {
  const crm = crmOf();
  const wanted = sandbox.world.right.contacts.slice(0, 400).map(({ email }) => foldAddress(email));
  const all = await Promise.all(
    wanted.filter((_, index) => index % 40 === 0).map((address) => toTheEnd(crm, address)),
  );
  for (const steps of all) expect(steps.at(-1)?.profiles).toHaveLength(1);
  expect(passedTwice()).toEqual([]);
});

test('a page that fails keeps what was passed, and the walk goes on from there', async () => {
  const crm = systemeOn(sandbox, {
    limit,
    walk,
    retryMs: 0,
    memory: memoryOf({ emailFilter: 'ignored' }),
  });
  await crm.find(nobody, CLICK);
  sandbox.break({ command: 'GET /contacts', do: 'html' });
  const failed = await crm.find(nobody, CLICK);
  expect(failed.failure).toMatchObject({ kind: 'web-page' });
  expect(failed.walk).toEqual({ passed: 400, complete: false });
  expect(answerOf(failed)).toBe('failed');
  sandbox.mend();
  const steps = await toTheEnd(crm);
  expect(steps.at(-1)?.walk).toEqual({ passed: total(), complete: true });
  expect(passedTwice()).toEqual([]);
});

test('somebody deleted since is forgotten, not shown', async () => {
  const crm = crmOf();
  await toTheEnd(crm);
  remove(notable.oldest.email);
  expect(answerOf(await crm.find(oldest, CLICK))).toBe('absent');
  expect(await walk.recall(oldest)).toBeNull();
});

test('law 1: somebody whose number another has now is not shown', async () => {
  const crm = crmOf();
  await toTheEnd(crm);
  const contact = sandbox.world.contact(notable.oldest.email);
  if (contact) contact.email = 'renamed@contact.example';
  expect((await crm.find(oldest, CLICK)).profiles).toEqual([]);
});

test('the walk goes on although the contact it stopped at was deleted', async () => {
  const crm = crmOf();
  await crm.find(nobody, CLICK);
  const { oldestId } = await walk.position();
  removeId(oldestId);
  const steps = await toTheEnd(crm);
  expect(steps.at(-1)?.walk?.complete).toBe(true);
});

test('where a server loses its place with a deleted contact, the walk begins again', async () => {
  const crm = crmOf();
  await crm.find(nobody, CLICK);
  const { oldestId } = await walk.position();
  removeId(oldestId);
  sandbox.break({ command: 'GET /contacts', do: firstPage(), times: 1 });
  const findings = await crm.find(nobody, CLICK);
  expect(findings.failure).toBeNull();
  expect(findings.walk?.passed).toBeLessThan(400);
  const steps = await toTheEnd(crm);
  expect(steps.at(-1)?.walk?.complete).toBe(true);
});

test('law 3: where newcomers have to be read anew, nobody is counted twice', async () => {
  const crm = crmOf();
  await toTheEnd(crm);
  addContacts(950);
  await crm.find(nobody, CLICK);
  const { head } = await walk.position();
  removeId(head?.cursorId ?? null);
  sandbox.break({ command: 'GET /contacts', do: firstPage(), times: 1 });
  const steps = await toTheEnd(crm);
  for (const { walk: told } of steps) expect(told?.passed).toBeLessThanOrEqual(total());
  expect(steps.at(-1)?.walk).toEqual({ passed: total(), complete: true });
});

test('a click waits for one page of what pages ask for, not for all of it', async () => {
  const crm = crmOf();
  const ended: string[] = [];
  const look = async (name: string, urgency: Urgency) => {
    const findings = await crm.find(nobody, { urgency });
    ended.push(name);
    return findings;
  };
  await Promise.all([
    look('hover 1', 'background'),
    look('hover 2', 'background'),
    look('click', 'click'),
  ]);
  expect(ended[0]).toBe('click');
});

test('a server that gives the same page again and again is told, not believed', async () => {
  const crm = crmOf();
  await crm.find(nobody, CLICK);
  sandbox.break({ command: 'GET /contacts', do: firstPage() });
  const findings = await crm.find(nobody, CLICK);
  expect(findings.failure).toMatchObject({ kind: 'changed-shape' });
  expect(findings.walk).toEqual({ passed: 400, complete: false });
});

test('an account without contacts has nobody, and has somebody once somebody came', async () => {
  sandbox.world.right.contacts = [];
  const crm = crmOf();
  expect(answerOf(await crm.find(nobody, CLICK))).toBe('absent');
  addContacts(1);
  expect((await crm.find(foldAddress('late0@comer.example'), CLICK)).profiles).toHaveLength(1);
});

test('a page is kept before the next is asked for', async () => {
  const positions: WalkPosition[] = [];
  const watched = {
    ...walk,
    pass: async (...args: Parameters<typeof walk.pass>) => {
      positions.push(args[1]);
      expect(requests()).toHaveLength(positions.length);
      await walk.pass(...args);
    },
  };
  const memory = memoryOf({ emailFilter: 'ignored' });
  await systemeOn(sandbox, { limit, walk: watched, memory }).find(nobody, CLICK);
  expect(positions.map(({ passed }) => passed)).toEqual([100, 200, 300, 400]);
});

function never(): never {
  throw new Error('no findings');
}

function addContacts(count: number): void {
  const model = sandbox.world.contact(notable.newest.email) ?? sandbox.world.right.contacts[0];
  for (let index = 0; index < count; index += 1) {
    sandbox.world.right.contacts.push({
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
}

function remove(email: string): void {
  const { right } = sandbox.world;
  right.contacts = right.contacts.filter((contact) => contact.email !== email);
}

function removeId(id: string | null): void {
  const { right } = sandbox.world;
  right.contacts = right.contacts.filter((contact) => String(contact.id) !== id);
}

/** The newest hundred, as the server would give them without a cursor. */
function firstPage(): { replace: string } {
  const items = sandbox.world.right.contacts
    .toSorted((one, other) => other.id - one.id)
    .slice(0, 100)
    .map(({ id, email }) => ({ id, email, unsubscribed: false, bounced: false, tags: [] }));
  return { replace: JSON.stringify({ items, hasMore: true }) };
}
