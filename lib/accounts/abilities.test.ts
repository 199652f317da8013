import { expect, test } from 'vitest';
import { FailureError } from '../failure';
import type { Rights } from '../people/ability';
import { createMemoryArea } from '../storage/testing/memory-area';
import { createAbilities } from './abilities';

const mail = { id: 'mail', system: 'octeth' } as const;
const refused = { kind: 'not-allowed', permission: 'Campaign.Create' } as const;

function setUp(probe: () => Promise<Rights> = async () => ({})) {
  const local = createMemoryArea();
  const writes: unknown[] = [];
  const { set } = local;
  local.set = async (entries) => {
    writes.push(entries);
    await set(entries);
  };
  return { local, writes, open: () => createAbilities({ local, probe, now: () => 7 }) };
}

test('what is learnt in passing outlives the worker', async () => {
  const { open } = setUp();
  await open().hear(mail, 'subscriber.journey.trigger', refused);
  expect(await open().read('mail')).toEqual({
    at: null,
    rights: { 'Campaign.Create': { may: false, named: 'Campaign.Create' } },
  });
});

test('a refusal is unlearnt as soon as it works', async () => {
  const abilities = setUp().open();
  await abilities.hear(mail, 'subscriber.journey.trigger', refused);
  await abilities.hear(mail, 'journey.list', null);
  expect((await abilities.read('mail')).rights).toEqual({ 'Campaign.Create': { may: true } });
});

test('what is known already costs no writing', async () => {
  const { open, writes } = setUp();
  const abilities = open();
  for (let calls = 0; calls < 5; calls += 1) await abilities.hear(mail, 'subscriber.get', null);
  expect(writes).toHaveLength(1);
});

test('to check again forgets what was refused, so that it can be tried', async () => {
  const abilities = setUp(async () => ({ 'Lists.Get': { may: true } })).open();
  await abilities.hear(mail, 'subscriber.create', refused);
  await abilities.hear(mail, 'subscriber.tag', null);
  expect(await abilities.check('mail')).toEqual({
    at: 7,
    rights: { 'Lists.Get': { may: true }, 'Subscriber.Update': { may: true } },
  });
});

test('law 4: a check that reaches nobody takes nothing away', async () => {
  const abilities = setUp(() => {
    throw new FailureError({ kind: 'offline', host: 'mail.acme.com' });
  }).open();
  await abilities.hear(mail, 'subscriber.create', refused);
  await expect(abilities.check('mail')).rejects.toThrow('offline');
  expect((await abilities.read('mail')).rights).toHaveProperty('Subscribers.Import');
});

test('two who ask at once are one question', async () => {
  let probes = 0;
  const abilities = setUp(async () => {
    probes += 1;
    return {};
  }).open();
  await Promise.all([abilities.check('mail'), abilities.check('mail')]);
  expect(probes).toBe(1);
});

test('law 3: what the key before was allowed is not said of the next', async () => {
  const answers: Rights[] = [{ 'Lists.Get': { may: true } }, { 'CustomFields.Get': { may: true } }];
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const abilities = setUp(async () => {
    const answer = answers.shift() ?? {};
    if (answers.length === 1) await held;
    return answer;
  }).open();
  const checking = abilities.check('mail');
  await abilities.forget('mail');
  release();
  await checking;
  expect((await abilities.read('mail')).rights).toEqual({ 'CustomFields.Get': { may: true } });
});
