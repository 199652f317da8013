import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import type { Enrolment } from '../people/details';
import { CASES, yesToAll } from './testing/cases';
import { createWorld, startWorker } from './testing/world';

beforeEach(() => {
  indexedDB = new IDBFactory();
});

function begin(name: 'cancel' | 'unenrol') {
  const each = CASES[name];
  const world = createWorld(each.account);
  each.prepare(world.server);
  const { outbox } = startWorker(world);
  const yes = yesToAll(each.intent, world.server);
  return { ...each, server: world.server, outbox, yes };
}

test('law 3: a subscription that is paid to the end is not told as cancelled', async () => {
  const { intent, server, outbox, yes } = begin('cancel');
  for (const plan of server.subscriptions) plan.state = 'completed';
  await expect(outbox.act({ intent, agreed: yes })).rejects.toMatchObject({
    failure: { kind: 'bad-input', reason: expect.stringContaining('“Pro” is paid to the end') },
  });
  expect([server.asked, await outbox.receipts()]).toEqual([[], []]);
});

test('one that somebody else cancelled is told as so already, and nothing is sent', async () => {
  const { intent, server, outbox, yes } = begin('cancel');
  for (const plan of server.subscriptions) plan.state = 'cancelled';
  const reply = await outbox.act({ intent, agreed: yes });
  expect(reply).toMatchObject({ receipt: { state: 'done', already: true } });
  expect(server.asked).toEqual([]);
});

test('law 3: when it ended is told as the server did it, after a doubt as well', async () => {
  const told = begin('cancel');
  told.server.isHasty = true;
  const reply = await told.outbox.act({ intent: told.intent, agreed: told.yes });
  expect(reply).toMatchObject({ receipt: { state: 'done', intent: { ended: 'now' } } });
  indexedDB = new IDBFactory();
  const lost = begin('cancel');
  lost.server.isHasty = true;
  lost.server.faults = [{ kind: 'act-then-drop' }];
  const looked = await lost.outbox.act({ intent: lost.intent, agreed: lost.yes });
  expect(looked).toMatchObject({ receipt: { state: 'done', intent: { ended: 'now' } } });
});

const again = (server: { courses: Enrolment[] }, active: boolean) =>
  server.courses.push(...server.courses.map((one) => ({ ...one, id: `${one.id}9`, active })));

test('law 8: that more than one enrolment goes is asked for, in words of its own', async () => {
  const { intent, server, outbox, yes } = begin('unenrol');
  again(server, true);
  const each = { kind: 'consequence', of: 'takes-each', name: 'Latin' } as const;
  const asked = await outbox.act({ intent, agreed: yes });
  expect(asked).toMatchObject({ outcome: 'needs-yes' });
  expect(asked).toHaveProperty('concerns', expect.arrayContaining([each]));
  expect(server.asked).toEqual([]);
  const reply = await outbox.act({ intent, agreed: [...yes, each] });
  expect(server.asked).toHaveLength(1);
  // Law 10: one enrolment is no inverse of taking two.
  expect(reply).toHaveProperty('receipt.intent.enrolments', 2);
  await expect(outbox.undo((await outbox.receipts())[0]?.id ?? '')).rejects.toMatchObject({
    failure: { reason: expect.stringContaining('more than one enrolment') },
  });
});

test('one that has ended already is nothing to be asked for', async () => {
  const { intent, server, outbox, yes } = begin('unenrol');
  again(server, false);
  expect(await outbox.act({ intent, agreed: yes })).toMatchObject({ outcome: 'receipt' });
});
