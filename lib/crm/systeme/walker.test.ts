import { expect, test } from 'vitest';
import { foldAddress } from '../../people/address';
import { answerOf } from '../../people/findings';
import { notable } from '../../../sandbox/sandbox.ts';
import type { Urgency } from '../crm';
import type { WalkPosition } from '../needs';
import { CLICK } from '../testing/fakes';
import { newest, nobody, oldest, toTheEnd, useWalk } from '../testing/walking';

const here = useWalk();

test('a walk tells how far it has come, and is never at its end too early (law 3)', async () => {
  const steps = await toTheEnd(here.crm());
  expect(steps[0]?.walk).toEqual({ passed: 400, complete: false });
  expect(answerOf(steps[0]!)).toBe('searching');
  expect(steps.at(-1)?.walk).toEqual({ passed: here.total(), complete: true });
  expect(answerOf(steps.at(-1)!)).toBe('absent');
  expect(here.passedTwice()).toEqual([]);
});

test('the newest is found on the first page, the oldest on the last', async () => {
  const crm = here.crm();
  expect((await crm.find(newest, CLICK)).profiles).toHaveLength(1);
  expect(here.requests()).toHaveLength(1);
  const steps = await toTheEnd(crm, oldest);
  expect(steps.at(-1)?.profiles[0]?.address).toBe(notable.oldest.email);
  expect(here.passedTwice()).toEqual([]);
});

test('somebody passed before is one request', async () => {
  await toTheEnd(here.crm());
  here.sandbox.log.length = 0;
  const findings = await here.crm().find(oldest, CLICK);
  expect(findings.profiles[0]?.address).toBe(notable.oldest.email);
  expect(here.sandbox.log.map(({ command }) => command)).toEqual(['GET /contacts/{id}']);
});

test('a new worker goes on where the dead one stopped', async () => {
  await here.crm().find(nobody, CLICK);
  const steps = await toTheEnd(here.crm());
  expect(steps.at(-1)?.walk).toEqual({ passed: here.total(), complete: true });
  expect(here.passedTwice()).toEqual([]);
});

test('many look-ups at once share one walk', async () => {
  const crm = here.crm();
  const wanted = here.sandbox.world.right.contacts
    .slice(0, 400)
    .map(({ email }) => foldAddress(email));
  const all = await Promise.all(
    wanted.filter((_, index) => index % 40 === 0).map((address) => toTheEnd(crm, address)),
  );
  for (const steps of all) expect(steps.at(-1)?.profiles).toHaveLength(1);
  expect(here.passedTwice()).toEqual([]);
});

test('a page that fails keeps what was passed, and the walk goes on from there', async () => {
  const crm = here.crm();
  await crm.find(nobody, CLICK);
  here.sandbox.break({ command: 'GET /contacts', do: 'html' });
  const failed = await crm.find(nobody, CLICK);
  expect(failed.failure).toMatchObject({ kind: 'web-page' });
  expect(failed.walk).toEqual({ passed: 400, complete: false });
  expect(answerOf(failed)).toBe('failed');
  here.sandbox.mend();
  const steps = await toTheEnd(crm);
  expect(steps.at(-1)?.walk).toEqual({ passed: here.total(), complete: true });
  expect(here.passedTwice()).toEqual([]);
});

test('a click waits for one page of what pages ask for, not for all of it', async () => {
  const crm = here.crm();
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
  const crm = here.crm();
  await crm.find(nobody, CLICK);
  here.sandbox.break({ command: 'GET /contacts', do: here.firstPage() });
  const findings = await crm.find(nobody, CLICK);
  expect(findings.failure).toMatchObject({ kind: 'changed-shape' });
  expect(findings.walk).toEqual({ passed: 400, complete: false });
});

test('a page is kept before the next is asked for', async () => {
  const positions: WalkPosition[] = [];
  const watched = {
    ...here.walk,
    pass: async (...args: Parameters<typeof here.walk.pass>) => {
      positions.push(args[1]);
      expect(here.requests()).toHaveLength(positions.length);
      await here.walk.pass(...args);
    },
  };
  await here.crm(watched).find(nobody, CLICK);
  expect(positions.map(({ passed }) => passed)).toEqual([100, 200, 300, 400]);
});
