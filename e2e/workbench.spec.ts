import { readFile } from 'node:fs/promises';
import { expect, notable, test } from './harness.ts';
import { expectNoViolation } from './harness/axe.ts';
import { go, openWorkbench, press, told } from './harness/workbench.ts';

test.use({ accounts: 'both' });

const NEWSLETTER = 12;

test('a list is browsed page by page, searched, and a row opens the person', async ({
  extension,
}) => {
  test.slow(); // six pages are read and three states judged
  const page = await openWorkbench(extension);
  const rows = page.getByRole('row');
  await told(page, '1 to 100 of ');
  await expect(rows).toHaveCount(101);
  const first = await rows.nth(1).textContent();
  await press(page, 'Next page');
  await told(page, '101 to ');
  expect(await rows.nth(1).textContent()).not.toBe(first);
  await press(page, 'Previous page');
  await told(page, '1 to 100 of ');
  expect(await rows.nth(1).textContent()).toBe(first);

  await page.getByRole('searchbox', { name: 'Part of an address' }).fill('ann@liddell');
  await page.keyboard.press('Enter');
  await told(page, '2 people');
  await expect(page.getByRole('button', { name: notable.ann.email, exact: true })).toBeVisible();
  await expectNoViolation(page, 'people found on a list');
  await page.getByRole('searchbox', { name: 'Part of an address' }).fill('nobody-at-all');
  await press(page, 'Search');
  await told(page, 'Nobody here.');
  await expectNoViolation(page, 'nobody found');

  const show = page.getByRole('combobox', { name: 'Show' });
  await show.selectOption('Unsubscribed');
  await expect(rows.nth(1)).toContainText('Unsubscribed');
  await show.selectOption('Tag: VIP');
  const ada = page.getByRole('button', { name: notable.ada.email, exact: true });
  await expect(ada).toBeVisible();
  await ada.click();
  const popup = await extension.openedPopup();
  await expect(popup.getByRole('article', { name: notable.ada.email })).toBeVisible();
});

test('a list is exported and saved as a file that names account and list', async ({
  extension,
  sandbox,
}) => {
  const page = await openWorkbench(extension);
  await go(page, 'Export');
  await expectNoViolation(page, 'before an export');
  const saving = page.waitForEvent('download');
  await press(page, 'Export');
  const download = await saving;
  expect(download.suggestedFilename()).toMatch(/^Acme Mail Newsletter \d{4}-\d\d-\d\d\.csv$/);
  const text = await readFile(await download.path(), 'utf8');
  expect(text).toContain(notable.ada.email);
  expect(text.trim().split('\n')).toHaveLength(sandbox.world.onList(NEWSLETTER).length + 1);
  await told(page, 'Saved as Acme Mail Newsletter');
  await expectNoViolation(page, 'after an export');
});

test('law 8: two people are deleted by name, and nobody else', async ({ extension, sandbox }) => {
  const before = sandbox.world.onList(NEWSLETTER).length;
  const page = await openWorkbench(extension);
  await page.getByRole('searchbox', { name: 'Part of an address' }).fill('ann@liddell');
  await press(page, 'Search');
  await page.getByRole('checkbox', { name: `Tick ${notable.ann.email}`, exact: true }).check();
  await page.getByRole('checkbox', { name: `Tick ${notable.joann.email}`, exact: true }).check();
  await press(page, 'Delete 2 people');
  const dialog = page.getByRole('dialog', { name: 'Delete 2 people?' });
  await expect(dialog).toContainText(notable.joann.email);
  await expect(dialog).toContainText('Acme Mail · Newsletter');
  await dialog.getByRole('button', { name: 'Delete for good' }).click({ force: true });
  expect(sandbox.world.onList(NEWSLETTER)).toHaveLength(before);
  await dialog.getByRole('textbox', { name: 'Type Newsletter to go on' }).fill('Newsletter');
  await expectNoViolation(page, 'asking before people are deleted');
  await dialog.getByRole('button', { name: 'Delete for good' }).click();
  await told(page, 'Deleted 2 people');
  await told(page, 'Nobody here.');
  expect(sandbox.world.onList(NEWSLETTER)).toHaveLength(before - 2);
});

test('law 8: a list is emptied only by its name, and other lists are left alone', async ({
  extension,
  sandbox,
}) => {
  const others = sandbox.world.subscribers.length - sandbox.world.onList(NEWSLETTER).length;
  const page = await openWorkbench(extension);
  await go(page, 'Danger zone');
  await expect(
    page.getByText(`has ${sandbox.world.onList(NEWSLETTER).length} people`),
  ).toBeVisible();
  await expectNoViolation(page, 'danger zone');
  await press(page, 'Delete everyone on this list');
  const dialog = page.getByRole('dialog', { name: 'Delete everyone on this list?' });
  await dialog.getByRole('textbox', { name: 'Type Newsletter to go on' }).fill('Newslett');
  await dialog.getByRole('button', { name: 'Delete everyone' }).click({ force: true });
  await expect(dialog).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Type Newsletter to go on' }).fill('Newsletter');
  await dialog.getByRole('button', { name: 'Delete everyone' }).click();
  await told(page, 'Deleted everyone');
  await expect(page.getByText('has 0 people')).toBeVisible();
  expect(sandbox.world.subscribers).toHaveLength(others);
});

test('a server that reads simple rules alone is searched and has ticked people deleted', async ({
  extension,
  sandbox,
}) => {
  sandbox.become({ rules: 'flat' });
  const page = await openWorkbench(extension);
  await page.getByRole('searchbox', { name: 'Part of an address' }).fill('ann@liddell');
  await press(page, 'Search');
  await told(page, '2 people');
  await page.getByRole('checkbox', { name: `Tick ${notable.ann.email}`, exact: true }).check();
  await press(page, 'Delete 1 person');
  const dialog = page.getByRole('dialog', { name: 'Delete 1 person?' });
  await dialog.getByRole('textbox', { name: 'Type Newsletter to go on' }).fill('Newsletter');
  await dialog.getByRole('button', { name: 'Delete for good' }).click();
  await told(page, 'Deleted 1 person');
  expect(sandbox.world.subscriber(NEWSLETTER, notable.ann.email)).toBeUndefined();
  expect(sandbox.world.subscriber(NEWSLETTER, notable.joann.email)).toBeDefined();
  await page.getByRole('combobox', { name: 'Show' }).selectOption('Tag: VIP');
  await expect(page.getByRole('alert')).toContainText('by address only');
});
