import { readFile } from 'node:fs/promises';
import { expect, test } from './harness.ts';
import { expectNoViolation } from './harness/axe.ts';
import { from, go, openWorkbench, press, told } from './harness/workbench.ts';

test.use({ accounts: 'both' });

const NEWSLETTER = 12;

test('a file is looked at, imported without its bad line, and watched to its end', async ({
  extension,
  sandbox,
}) => {
  test.slow(); // five states are judged
  const page = await openWorkbench(extension);
  await go(page, 'Import');
  const buffer = Buffer.from(
    'Email;Nickname\neve@import.example;Evie\nnobody\nfay@import.example;Fay\n',
  );
  await page
    .getByLabel('CSV file', { exact: true })
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
}) => {
  test.slow(); // two states are judged
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
  await press(page, 'Import its people Old friends');
  const guide = page.getByRole('group', { name: 'Importing Old friends' });
  await expect(guide).toBeFocused();
  await expect(guide).toContainText('Mailchimp counts 12 people');
  await expectNoViolation(page, 'on the way from another service');
});

test('people at a web address are imported by a sample, which is not sent', async ({
  extension,
  sandbox,
}) => {
  test.slow(); // three states are judged
  const page = await openWorkbench(extension);
  await go(page, 'Import');
  const dialog = await from(page, 'A CSV file at a web address');
  const address = page.getByRole('textbox', { name: 'Address of the CSV file' });
  await address.fill('http://files.example.org/people.csv');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('alert')).toContainText('in the open');
  await expectNoViolation(page, 'an unsafe address');
  await address.fill('https://files.example.org/people.csv');
  await page
    .getByRole('textbox', { name: 'Its first lines' })
    .fill('Email,Nickname\nx@sample.example,X');
  await press(page, 'Read these lines');
  await expect(page.getByRole('combobox', { name: 'Email' })).toHaveValue('address');
  await expectNoViolation(page, 'a web address with its sample');
  await press(page, 'Import everybody from a web address');
  await expect(dialog).toContainText('Everybody from a web address will be subscribed');
  await expectNoViolation(page, 'asking before an import from a web address');
  await dialog.getByRole('button', { name: 'Import' }).click();
  await told(page, '2 imported, 0 there already, 1 failed');
  expect(sandbox.world.subscriber(NEWSLETTER, 'lise@meitner.example')).toBeDefined();
  expect(sandbox.world.subscriber(NEWSLETTER, 'x@sample.example')).toBeUndefined();
  expect(JSON.stringify(await extension.storageDump())).not.toContain('files.example.org');
});

test('law 5: a database is looked into, imported from, and its password is kept nowhere', async ({
  extension,
  sandbox,
}) => {
  test.slow(); // three states are judged
  const page = await openWorkbench(extension);
  await go(page, 'Import');
  const dialog = await from(page, 'A MySQL database');
  await page.getByRole('textbox', { name: 'Host' }).fill('localhost');
  await press(page, 'Look into the database');
  await expect(page.getByRole('alert')).toHaveCount(2);
  await expectNoViolation(page, 'a database that is not named whole');
  await page.getByRole('textbox', { name: 'Name of the database' }).fill('shop');
  await page.getByRole('textbox', { name: 'User' }).fill('reader');
  await page.getByLabel('Password').fill('hidden-words');
  await page.getByRole('textbox', { name: 'Query' }).fill('SELECT email, name FROM people');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await told(page, 'imported nobody yet');
  await expect(page.getByLabel('Password')).toHaveValue('');
  expect(sandbox.world.subscriber(NEWSLETTER, 'grete@hermann.example')).toBeUndefined();
  await page.getByRole('combobox', { name: 'Column 2' }).selectOption('First name');
  await expectNoViolation(page, 'a database that was looked into');
  await press(page, 'Import everybody from a database');
  await dialog.getByRole('button', { name: 'Import' }).click();
  await expect(page.getByText('It was imported the old way')).toBeVisible();
  await expectNoViolation(page, 'after an import from a database');
  const grete = sandbox.world.subscriber(NEWSLETTER, 'grete@hermann.example');
  expect(grete?.fields.get(41)).toBe('Grete');
  expect(JSON.stringify(await extension.storageDump())).not.toContain('hidden-words');
});

test('a file on the server is imported, or it is said which servers cannot', async ({
  extension,
  sandbox,
  dialect,
}) => {
  const page = await openWorkbench(extension);
  await go(page, 'Import');
  const dialog = await from(page, 'A file that lies on the server');
  const name = page.getByRole('textbox', { name: 'Name of the file' });
  await name.fill('nobody.csv');
  await press(page, 'Look into the file');
  await expect(page.getByRole('alert')).toContainText('no such file');
  await expectNoViolation(page, 'a file that is not on the server');
  await name.fill('people.csv');
  await press(page, 'Look into the file');
  await told(page, 'imported nobody yet');
  await press(page, 'Import everybody from a file on the server');
  await dialog.getByRole('button', { name: 'Import' }).click();
  const lise = () => sandbox.world.subscriber(NEWSLETTER, 'lise@meitner.example');
  if (dialect === 'public') {
    await expect(page.getByText('It was imported the old way')).toBeVisible();
    expect(lise()).toBeDefined();
  } else {
    await told(page, 'versions before 5.9.3');
    expect(lise()).toBeUndefined();
  }
});

test('law 4: a half-made import is there on coming back, and the browser asks before it goes', async ({
  extension,
}) => {
  const page = await openWorkbench(extension);
  await go(page, 'Import');
  await page
    .getByRole('textbox', { name: 'Or paste lines' })
    .fill('Email,Nickname\neve@x.example,E\nnobody,N');
  await press(page, 'Read these lines');
  await page.getByRole('textbox', { name: 'Tags for everybody imported' }).fill('Webinar');
  await go(page, 'What was done');
  await expect(page.getByRole('heading', { name: 'What was done' })).toBeVisible();
  await expectNoViolation(page, 'what was done beside a half-made import');
  await go(page, 'Import');
  await expect(page.getByRole('button', { name: 'Import 1 person' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Tags for everybody imported' })).toHaveValue(
    'Webinar',
  );
  // Law 5: whom it brings is in no storage.
  expect(JSON.stringify(await extension.storageDump())).not.toContain('eve@x.example');

  const saving = page.waitForEvent('download');
  await press(page, 'Save these lines');
  const download = await saving;
  expect(download.suggestedFilename()).toMatch(/^Acme Mail Newsletter left out /);
  const text = await readFile(await download.path(), 'utf8');
  expect(text).toContain('nobody,N,No valid address');

  const asking = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const question = await asking;
  expect(question.type()).toBe('beforeunload');
  await question.dismiss();
  await expect(page.getByRole('button', { name: 'Import 1 person' })).toBeVisible();
});
