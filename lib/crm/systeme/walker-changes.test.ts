/** Contacts that come and go while a walk is under way, or after it. */
import { expect, test } from 'vitest';
import { foldAddress } from '../../people/address';
import { answerOf } from '../../people/findings';
import { notable } from '../../../sandbox/sandbox.ts';
import { CLICK } from '../testing/fakes';
import { nobody, oldest, toTheEnd, useWalk } from '../testing/walking';

const here = useWalk();

test('after the end somebody unknown is one request: who came in since', async () => {
  await toTheEnd(here.crm());
  here.sandbox.log.length = 0;
  expect(answerOf(await here.crm().find(nobody, CLICK))).toBe('absent');
  expect(here.sandbox.log).toHaveLength(1);
});

test('somebody who came in after the end is found', async () => {
  const crm = here.crm();
  await toTheEnd(crm);
  here.add(1);
  const findings = await crm.find(foldAddress('late0@comer.example'), CLICK);
  expect(findings.profiles).toHaveLength(1);
  expect(findings.walk).toMatchObject({ passed: here.total() });
});

test('many who came in at once are caught up with page by page', async () => {
  const crm = here.crm();
  await toTheEnd(crm);
  here.add(950);
  const steps = await toTheEnd(crm);
  expect(steps.length).toBeGreaterThan(1);
  expect(answerOf(steps[0]!)).toBe('searching');
  expect(steps.at(-1)?.walk).toEqual({ passed: here.total(), complete: true });
  expect(here.passedTwice()).toEqual([]);
  expect(await here.walk.position()).toMatchObject({ head: null });
});

test('somebody deleted since is forgotten, not shown', async () => {
  const crm = here.crm();
  await toTheEnd(crm);
  here.remove(notable.oldest.email);
  expect(answerOf(await crm.find(oldest, CLICK))).toBe('absent');
  expect(await here.walk.recall(oldest)).toBeNull();
});

test('law 1: somebody whose number another has now is not shown', async () => {
  const crm = here.crm();
  await toTheEnd(crm);
  const contact = here.sandbox.world.contact(notable.oldest.email);
  if (contact) contact.email = 'renamed@contact.example';
  expect((await crm.find(oldest, CLICK)).profiles).toEqual([]);
});

test('the walk goes on although the contact it stopped at was deleted', async () => {
  const crm = here.crm();
  await crm.find(nobody, CLICK);
  const { oldestId } = await here.walk.position();
  here.removeId(oldestId);
  const steps = await toTheEnd(crm);
  expect(steps.at(-1)?.walk?.complete).toBe(true);
});

test('where a server loses its place with a deleted contact, the walk begins again', async () => {
  const crm = here.crm();
  await crm.find(nobody, CLICK);
  const { oldestId } = await here.walk.position();
  here.removeId(oldestId);
  here.sandbox.break({ command: 'GET /contacts', do: here.firstPage(), times: 1 });
  const findings = await crm.find(nobody, CLICK);
  expect(findings.failure).toBeNull();
  expect(findings.walk?.passed).toBeLessThan(400);
  const steps = await toTheEnd(crm);
  expect(steps.at(-1)?.walk?.complete).toBe(true);
});

test('law 3: where newcomers have to be read anew, nobody is counted twice', async () => {
  const crm = here.crm();
  await toTheEnd(crm);
  here.add(950);
  await crm.find(nobody, CLICK);
  const { head } = await here.walk.position();
  here.removeId(head?.cursorId ?? null);
  here.sandbox.break({ command: 'GET /contacts', do: here.firstPage(), times: 1 });
  const steps = await toTheEnd(crm);
  for (const { walk: told } of steps) expect(told?.passed).toBeLessThanOrEqual(here.total());
  expect(steps.at(-1)?.walk).toEqual({ passed: here.total(), complete: true });
});

test('an account without contacts has nobody, and has somebody once somebody came', async () => {
  here.sandbox.world.right.contacts = [];
  const crm = here.crm();
  expect(answerOf(await crm.find(nobody, CLICK))).toBe('absent');
  here.add(1);
  expect((await crm.find(foldAddress('late0@comer.example'), CLICK)).profiles).toHaveLength(1);
});
