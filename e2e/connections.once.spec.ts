import type { Sandbox } from '../sandbox/sandbox.ts';
import { connectSysteme, expect, test, type Extension, type Page } from './harness.ts';
import { ask } from './harness/ask.ts';
import { expectNoViolation } from './harness/axe.ts';
import { press, told } from './harness/workbench.ts';

async function openConnections(extension: Extension, sandbox: Sandbox): Promise<Page> {
  const page = await extension.openOptions();
  await connectSysteme(page, { sandbox });
  await press(page, 'Connections Acme School');
  return page;
}

test('a connection is made, waited for, taken up and another removed', async ({
  extension,
  sandbox,
}) => {
  // The sandbox's page of authorisation has no icon.
  extension.problems.allow(/Failed to load resource: .* 401/);
  const page = await openConnections(extension, sandbox);
  const list = page.getByRole('list', { name: 'Connections' });
  await expect(list.getByRole('listitem')).toHaveCount(4);
  await expect(list).toContainText('Not authorised yet');
  await expect(list).toContainText('Failed');
  await expectNoViolation(page, 'connections');

  const opened = extension.context().waitForEvent('page');
  await press(page, 'Connect another Systeme.io');
  const tab = await opened;
  await tab.waitForLoadState();
  await told(page, 'Made a connection at Maton');
  await expect(page.getByText(/is authorised/)).toBeVisible();
  await tab.close();
  const made = sandbox.world.connections.at(-1);
  // Law 5: the address with its token was given to the tab and to nobody else.
  const token = made?.sessionToken ?? '';
  expect(await page.content()).not.toContain(token);
  expect(JSON.stringify(await extension.storageDump())).not.toContain(token);

  await press(page, 'Use it for Acme School');
  await expect(list.getByText('used by Acme School')).toBeVisible();
  await expect(page).toHaveURL(/#accounts\/[^/]+\/connections$/);

  const before = sandbox.world.connections.length;
  const { connection } = sandbox.maton;
  const beginning = connection.slice(0, 8);
  await list.getByRole('button', { name: new RegExp(`^Remove .*${beginning}`) }).click();
  await page.getByRole('textbox', { name: `Type ${beginning} to go on` }).fill(beginning);
  await press(page, 'Remove connection');
  await told(page, 'from Maton in Acme School');
  expect(sandbox.world.connections).toHaveLength(before - 1);
  expect(sandbox.world.connection(connection)).toBeUndefined();
  // Law 4: both are kept with what was done, and the token is not.
  const kept = await ask(extension, 'journal', { before: null });
  expect(kept.map(({ intent, state }) => [intent.kind, state])).toEqual([
    ['remove-connection', 'done'],
    ['create-connection', 'done'],
  ]);
  expect(JSON.stringify(await extension.storageDump())).not.toContain(token);
});

test('a connection that nobody authorised has its page opened again from its row', async ({
  extension,
  sandbox,
}) => {
  extension.problems.allow(/Failed to load resource: .* 401/);
  const page = await openConnections(extension, sandbox);
  const row = page.getByRole('listitem').filter({ hasText: 'Not authorised yet' });
  const pending = sandbox.world.connections.find(({ status }) => status === 'PENDING');
  const opened = extension.context().waitForEvent('page');
  await row.getByRole('button', { name: /^Open its page/ }).click();
  const tab = await opened;
  await tab.waitForLoadState();
  await expect(page.getByText(/is authorised/)).toBeVisible();
  expect(pending?.status).toBe('ACTIVE');
  expect(await page.content()).not.toContain(pending?.sessionToken);
});

test('law 8: the connection in use says who will stop working before it is removed', async ({
  extension,
  sandbox,
}) => {
  const page = await openConnections(extension, sandbox);
  const mine = page.getByRole('listitem').filter({ hasText: 'used by Acme School' });
  await mine.getByRole('button', { name: /^Remove/ }).click();
  await expect(page.getByRole('dialog')).toContainText('Acme School goes through it');
  await page.keyboard.press('Escape');
  await expect(mine.getByRole('button', { name: /^Remove/ })).toBeFocused();
  expect(sandbox.world.connection(sandbox.maton.connection)).toBeDefined();
});
