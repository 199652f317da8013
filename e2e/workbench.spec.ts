import { readFile } from 'node:fs/promises';
import { expect, notable, test, type Extension, type Page } from './harness.ts';
import { expectNoViolation } from './harness/axe.ts';

const NEWSLETTER = 12;
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const told = (page: Page, words: string) =>
  expect(page.getByRole('status').filter({ hasText: words })).toBeVisible();
const go = (page: Page, part: string) =>
  page.getByRole('link', { name: part, exact: true }).click();

/** Opened as a user does it: from the card of the account. */
async function openWorkbench(extension: Extension): Promise<Page> {
  const options = await extension.openOptions();
  const opening = extension.context().waitForEvent('page');
  await options.getByRole('link', { name: 'Open workbench Acme Mail' }).click();
  const page = await opening;
  await options.close();
  await page.bringToFront();
  await expect(page.getByRole('combobox', { name: 'List' })).toBeVisible();
  await page.getByRole('combobox', { name: 'List' }).selectOption('Newsletter');
  await expect(page.getByRole('heading', { name: 'People Acme Mail · Newsletter' })).toBeVisible();
  return page;
}

test('a list is browsed page by page, searched, and a row opens the person', async ({
  extension,
  connectBoth,
}) => {
  test.slow(); // six pages are read and three states judged
  await connectBoth();
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

test('a file is looked at, imported without its bad line, and watched to its end', async ({
  extension,
  sandbox,
  connectBoth,
}) => {
  test.slow(); // five states are judged
  await connectBoth();
  const page = await openWorkbench(extension);
  await go(page, 'Import');
  const buffer = Buffer.from(
    'Email;Nickname\neve@import.example;Evie\nnobody\nfay@import.example;Fay\n',
  );
  await page
    .getByLabel('CSV file')
    .setInputFiles({ name: 'webinar.csv', mimeType: 'text/csv', buffer });
  await expect(page.getByText('1 line has no valid address and will be left out')).toBeVisible();
  await expect(page.getByText('Row 3')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Divided by' })).toHaveValue(';');
  await expect(page.getByRole('combobox', { name: 'Email' })).toHaveValue('address');
  await expect(page.getByRole('switch', { name: /journeys/ })).not.toBeChecked();
  await page.getByRole('textbox', { name: 'Tags for everybody imported' }).fill('Webinar');
  await expectNoViolation(page, 'before an import');
  await press(page, 'Import 2 people');

  const dialog = page.getByRole('dialog', { name: 'Import 2 people?' });
  await expect(dialog).toContainText('Acme Mail · Newsletter');
  // Law 6: and nothing is sent before the yes.
  await expect(dialog).toContainText('does not say whether somebody who unsubscribed stays so');
  expect(sandbox.world.subscriber(NEWSLETTER, 'eve@import.example')).toBeUndefined();
  await expectNoViolation(page, 'asking before an import');
  await dialog.getByRole('button', { name: 'Import' }).click();
  await told(page, 'Began to import 2 people');
  await told(page, '2 imported, 0 there already, 0 failed');
  expect(sandbox.world.subscriber(NEWSLETTER, 'fay@import.example')).toBeDefined();
  expect(sandbox.world.tagsOf(NEWSLETTER, 'eve@import.example')).toEqual(['Webinar']);
  await expectNoViolation(page, 'after an import');

  await go(page, 'What was done');
  const log = page.getByRole('list', { name: 'What was done' });
  await expect(log).toContainText('Began to import 2 people');
  await expect(log).not.toContainText('eve@import.example');
  await expectNoViolation(page, 'what was done');
});

test('another service’s lists are shown, and its key is in no field afterwards', async ({
  extension,
  connectBoth,
}) => {
  await connectBoth();
  const page = await openWorkbench(extension);
  await go(page, 'Import');
  await page.getByText('Look at the lists of another service').click();
  await page.getByRole('textbox', { name: /^Server of Mailchimp/ }).fill('us1');
  await page.getByLabel('Key of Mailchimp').fill('some-key');
  await press(page, 'Show its lists');
  await expect(page.getByRole('list', { name: 'Lists of the other service' })).toContainText(
    'Fields:',
  );
  await expect(page.getByLabel('Key of Mailchimp')).toHaveValue('');
  expect(JSON.stringify(await extension.storageDump())).not.toContain('some-key');
  await expectNoViolation(page, 'lists of another service');
});

test('a list is exported and saved as a file that names account and list', async ({
  extension,
  sandbox,
  connectBoth,
}) => {
  await connectBoth();
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

test('law 8: two people are deleted by name, and nobody else', async ({
  extension,
  sandbox,
  connectBoth,
}) => {
  await connectBoth();
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
  connectBoth,
}) => {
  await connectBoth();
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
