import { notable, type Sandbox } from '../sandbox/sandbox.ts';
import { foldAddress } from '../lib/people/address.ts';
import type { Intent, Target } from '../lib/people/intent.ts';
import type { Receipt } from '../lib/people/receipt.ts';
import { ask } from './harness/ask.ts';
import type { Extension } from './harness/extension.ts';
import { expect, test } from './harness';

/** Law 4: wherever it breaks, one effect or a clear doubt that was looked at, and she is told. */
const NEWSLETTER = 12;
const { linus } = notable;
const VIP = { id: '4', name: 'VIP' };
const WELCOME = { id: '7', name: 'Welcome series' };

interface Alarms {
  alarms: { get: unknown };
}
declare const chrome: Alarms;

test.use({ accounts: 'both' });

async function linusIn(extension: Extension, account: string): Promise<Target> {
  const { accounts } = await ask(extension, 'accounts');
  const { id } = accounts.find(({ name }) => name === account) ?? { id: '' };
  const look = { accountId: id, address: linus.email, fresh: true };
  const [profile] = (await ask(extension, 'lookUp', look)).profiles;
  if (!profile) throw new Error(`${linus.email} is not in ${account}`);
  const { place, account: named } = profile;
  return { account: named, place, profileId: profile.id, address: foldAddress(linus.email) };
}

async function tagging(extension: Extension): Promise<Intent> {
  return { kind: 'tag', target: await linusIn(extension, 'Acme Mail'), tag: VIP };
}

async function starting(extension: Extension): Promise<Intent> {
  const target = await linusIn(extension, 'Acme Mail');
  return { kind: 'trigger-journey', target, journey: WELCOME };
}

/** Does it, and does not wait: what is under test may stop whoever would answer. */
const begin = (extension: Extension, intent: Intent) =>
  ask(extension, 'act', { intent, agreed: [] }).catch(() => null);

async function act(extension: Extension, intent: Intent): Promise<Receipt> {
  const reply = await ask(extension, 'act', { intent, agreed: [] });
  if (reply.outcome !== 'receipt') throw new Error('A yes was asked for');
  return reply.receipt;
}

const sent = (sandbox: Sandbox, command: string) =>
  sandbox.log.filter((request) => request.command === command).length;

const acceptedTags = (sandbox: Sandbox) =>
  sandbox.log.filter(({ command, status }) => command === 'subscriber.tag' && status === 200)
    .length;

const stateOf = async (extension: Extension) => (await ask(extension, 'receipts'))[0]?.state;

const tagsOfLinus = (sandbox: Sandbox) => sandbox.world.tagsOf(NEWSLETTER, linus.email);

test('killed between plan and send: the next worker sends it, once', async ({
  extension,
  sandbox,
}) => {
  const intent = await tagging(extension);
  const worker = await extension.worker();
  // Between the plan and the request the outbox asks to be woken: there it hangs for ever.
  await worker.evaluate(() => {
    chrome.alarms.get = () => new Promise(() => undefined);
  });
  void begin(extension, intent);
  await expect.poll(() => plannedOnDisk(extension)).toBe(1);
  expect(sent(sandbox, 'subscriber.tag')).toBe(0);

  await extension.killWorker();
  await expect.poll(() => stateOf(extension)).toBe('done');
  expect(tagsOfLinus(sandbox)).toContain('VIP');
  expect(sent(sandbox, 'subscriber.tag')).toBe(1);
});

/** Read from the disk, because the worker under test must not be asked. */
async function plannedOnDisk(extension: Extension): Promise<number> {
  const { databases } = await extension.storageDump();
  const text = JSON.stringify(databases['addressee-journal'] ?? {});
  return text.split('"state":"planned"').length - 1;
}

test('killed between send and answer: it is looked at, not sent again', async ({
  extension,
  sandbox,
}) => {
  const intent = await tagging(extension);
  sandbox.break({ command: 'subscriber.tag', do: { delay: 20_000 }, times: 1 });
  void begin(extension, intent);
  await expect.poll(() => tagsOfLinus(sandbox)).toContain('VIP');

  await extension.killWorker();
  await expect.poll(() => stateOf(extension)).toBe('done');
  expect(sent(sandbox, 'subscriber.tag')).toBe(1);
});

test('a journey that began before the worker died is not begun twice', async ({
  extension,
  sandbox,
}) => {
  const intent = await starting(extension);
  sandbox.break({ command: 'subscriber.journey.trigger', do: { delay: 20_000 }, times: 1 });
  void begin(extension, intent);
  const journeys = () => sandbox.world.journeysOf(NEWSLETTER, linus.email);
  await expect.poll(() => journeys().length).toBe(1);

  await extension.killWorker();
  await expect.poll(() => stateOf(extension)).toBe('done');
  expect(journeys()).toHaveLength(1);
});

test('the connection drops after the server acted: one effect, told as done', async ({
  extension,
  sandbox,
}) => {
  const intent = await tagging(extension);
  sandbox.break({ command: 'subscriber.tag', do: 'act-then-drop', times: 1 });
  expect((await act(extension, intent)).state).toBe('done');
  expect(tagsOfLinus(sandbox)).toContain('VIP');
  expect(sent(sandbox, 'subscriber.tag')).toBe(1);
});

test('the connection drops before a journey began: a clear doubt, and no second try', async ({
  extension,
  sandbox,
}) => {
  const intent = await starting(extension);
  sandbox.break({ command: 'subscriber.journey.trigger', do: 'reset', times: 1 });
  expect((await act(extension, intent)).state).toBe('unknown');
  expect(sent(sandbox, 'subscriber.journey.trigger')).toBe(1);

  const popup = await extension.popupTab();
  await expect(popup.getByRole('status').getByText('Not certain')).toBeVisible();
  await expect(popup.getByRole('button', { name: 'Check again' })).toBeVisible();
});

test('asked to wait, it waits, says until when, and sends it once', async ({
  extension,
  sandbox,
}) => {
  const intent = await tagging(extension);
  const wait = { status: 429, headers: { 'retry-after': '2' }, body: {} };
  sandbox.break({ command: 'subscriber.tag', do: wait, times: 1 });
  const receipt = await act(extension, intent);
  expect(receipt.state).toBe('planned');
  expect(receipt.retryAt).toBeGreaterThan(Date.now());
  expect(tagsOfLinus(sandbox)).not.toContain('VIP');

  const popup = await extension.popupTab();
  await expect(popup.getByText('Tagged VIP')).toBeVisible({ timeout: 45_000 });
  expect(tagsOfLinus(sandbox)).toContain('VIP');
  expect(acceptedTags(sandbox)).toBe(1);
});

test('the browser closes with work in the outbox: the next start does it', async ({
  extension,
  sandbox,
}) => {
  const intent = await tagging(extension);
  const wait = { status: 429, headers: { 'retry-after': '3' }, body: {} };
  sandbox.break({ command: 'subscriber.tag', do: wait, times: 1 });
  expect((await act(extension, intent)).state).toBe('planned');

  await extension.restart();
  await expect.poll(() => stateOf(extension), { timeout: 45_000 }).toBe('done');
  expect(tagsOfLinus(sandbox)).toContain('VIP');
  expect(acceptedTags(sandbox)).toBe(1);
});

test('two windows doing the same at once do it once', async ({ extension, sandbox }) => {
  const intent = await tagging(extension);
  const receipts = await Promise.all([act(extension, intent), act(extension, intent)]);
  expect(receipts.map(({ state }) => state)).toEqual(['done', 'done']);
  expect(sent(sandbox, 'subscriber.tag')).toBe(1);
});

test('a popup opened while the write of the one before is still begun tells how it ended', async ({
  extension,
  sandbox,
}) => {
  const intent = await tagging(extension);
  // What is asked before anything is kept, so that the next popup finds nothing of it yet.
  sandbox.break({ command: 'subscriber.get', do: { delay: 6_000 }, times: 1 });
  void begin(extension, intent);
  const popup = await extension.openPopup();
  await expect(popup.getByRole('status').filter({ hasText: 'Tagged VIP' })).toBeVisible();
  expect(sent(sandbox, 'subscriber.tag')).toBe(1);
});
