import { foldAddress } from '../lib/people/address.ts';
import { expect, notable, test, type Extension, type Page } from './harness.ts';
import { ask } from './harness/ask.ts';
import { expectNoViolation } from './harness/axe.ts';
import { press, told } from './harness/workbench.ts';
import type { Chrome } from './harness/native.ts';
import { flagEverywhere, lookUp } from './pages/reading.ts';

declare const chrome: Chrome;

test.use({ accounts: 'both' });

const NEWSLETTER = 12;
const { linus, suppressed } = notable;
const NEW = ['eve@webinar.example', 'fay@webinar.example'];

const body = `<!doctype html><meta charset="utf-8"><title>Webinar</title>
  <style>body { font: 16px/2 sans-serif; margin: 20px }</style>
  <p>${linus.email} and ${suppressed.email}</p><p>${NEW.join('</p><p>')}</p>`;

/** The popup over a page with four addresses, its list open. */
async function openList(extension: Extension, address: string): Promise<Page> {
  for (const { email } of [linus, suppressed]) await lookUp(extension, email);
  await flagEverywhere(extension);
  const tab = await extension.openPage(address);
  const popup = await extension.openPopup(tab);
  await popup.getByRole('button', { name: 'On this page' }).click();
  await expect(popup.getByText('4 addresses')).toBeVisible();
  return popup;
}

async function handOn(extension: Extension, popup: Page, name: string): Promise<Page> {
  const opening = extension.context().waitForEvent('page');
  await popup.getByRole('button', { name }).focus();
  // The tab that it opens takes the focus, and the popup closes with the key still down.
  await popup.keyboard.press('Enter').catch(() => undefined);
  const page = await opening;
  await page.bringToFront();
  return page;
}

/** Until what was handed on is looked over. */
const minutesLeft = (extension: Extension): Promise<number> =>
  extension.backstage().evaluate(async () => {
    const alarm = await chrome.alarms.get('handed-on');
    return ((alarm?.scheduledTime ?? Infinity) - Date.now()) / 60_000;
  });

test('a page’s addresses are handed on to the workbench, and imported after a yes', async ({
  extension,
  sandbox,
  site,
}) => {
  test.slow(); // two states are judged
  site.put('webinar.html', body);
  const popup = await openList(extension, site.url('webinar.html'));
  const asked = sandbox.log.length;
  const page = await handOn(extension, popup, 'Take all 4 to the workbench');
  const { host } = new URL(site.url('webinar.html'));
  await expect(page.getByText(`4 addresses from ${host}, handed on.`)).toBeVisible();
  await expect(page.getByText('Nothing has been written yet')).toBeVisible();
  // Law 2: to which list they go is chosen by nobody yet.
  await told(page, 'Choose a list first.');
  // Law 5: not in the tab's address, nor on any disk.
  expect(page.url()).toMatch(/workbench\.html#\/\/import\/[\w-]+$/);
  expect(JSON.stringify((await extension.storageDump()).local)).not.toContain(NEW[0]);

  await extension.killWorker();
  await page.getByRole('combobox', { name: 'List' }).selectOption('Newsletter');
  await expect(page.getByRole('radio', { name: `4 addresses from ${host}` })).toBeChecked();
  // Law 6: who is suppressed, or not known here, is left out until ticked.
  const lines = page.getByRole('list', { name: '1 address' }).getByRole('listitem');
  await expect(lines).toHaveText([linus.email]);
  await expect(page.getByRole('region').getByText('2 of 4 are not known')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Not looked up yet (2)' }).check();
  await page.getByRole('checkbox', { name: 'Known in one system (1)' }).uncheck();
  await page.getByRole('textbox', { name: 'Tags for everybody imported' }).fill('Webinar');
  await expectNoViolation(page, 'handed on to the workbench');
  expect(
    sandbox.log.slice(asked).filter(({ command }) => command === 'Subscribers.Import'),
  ).toEqual([]);
  await press(page, 'Import 2 people');
  const dialog = page.getByRole('dialog', { name: 'Import 2 people?' });
  await expect(dialog).toContainText('Acme Mail · Newsletter');
  expect(sandbox.world.subscriber(NEWSLETTER, NEW[0] ?? '')).toBeUndefined();
  await dialog.getByRole('button', { name: 'Import' }).click();
  await told(page, 'Began to import 2 people');
  await told(page, '2 imported, 0 there already, 0 failed');
  expect(sandbox.world.tagsOf(NEWSLETTER, NEW[1] ?? '')).toEqual(['Webinar']);
  await expect(page.getByRole('radio', { name: /addresses from/ })).toHaveCount(0);
  await expect(page.getByRole('radio', { name: 'A file here, or lines to paste' })).toBeFocused();
});

test('what is shown alone is handed on, and it is there until it is used', async ({
  extension,
  site,
}) => {
  site.put('webinar.html', body);
  const popup = await openList(extension, site.url('webinar.html'));
  await popup.getByRole('textbox', { name: 'Part of an address' }).fill('webinar');
  const page = await handOn(extension, popup, 'Take the 2 shown to the workbench');
  await expect(page.getByRole('list', { name: '2 addresses' })).toBeVisible();
  const asking: string[] = [];
  page.on('dialog', (dialog) => {
    asking.push(dialog.type());
    // The reload may have closed it already.
    void dialog.accept().catch(() => undefined);
  });
  await page.getByRole('combobox', { name: 'List' }).selectOption('Newsletter');
  await page.reload();
  expect(asking).toEqual(['beforeunload']);
  await expect(page.getByRole('radio', { name: /^2 addresses from/ })).toBeChecked();
  await page.getByRole('button', { name: 'Discard them' }).focus();
  await page.keyboard.press('Enter');
  await told(page, '2 addresses discarded.');
  const file = page.getByRole('radio', { name: 'A file here, or lines to paste' });
  await expect(file).toBeFocused();
  await expect(file).toBeChecked();
  expect(JSON.stringify((await extension.storageDump()).session)).not.toContain(NEW[0]);
  await page.reload();
  await expect(file).toBeChecked();
  await expect(page.getByRole('radio', { name: /addresses from/ })).toHaveCount(0);
  await page.goto(`${page.url()}/long-gone`);
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('no longer here');
  await expectNoViolation(page, 'handed on and gone');
});

test('law 5: with the last tab that shows it a list is soon gone, and law 3: what made room is told', async ({
  extension,
  site,
}) => {
  site.put('webinar.html', body);
  const popup = await openList(extension, site.url('webinar.html'));
  const page = await handOn(extension, popup, 'Take all 4 to the workbench');
  await expect(page.getByRole('list', { name: '4 addresses' })).toBeVisible();
  const gus = { address: foldAddress('gus@later.example'), kind: 'one' } as const;
  for (let count = 0; count < 5; count += 1) {
    const opening = extension.context().waitForEvent('page');
    await ask(extension, 'handOn', { rows: [gus], site: null, isCut: false, asOf: null });
    await expect((await opening).getByText('1 address from a page').first()).toBeVisible();
  }
  const kept = async () => JSON.stringify((await extension.storageDump()).session);
  expect(await kept()).not.toContain(NEW[0]);
  await page.bringToFront();
  // Every tab counts as in front here.
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await told(page, 'Five have been handed on since');
  await expectNoViolation(page, 'handed on, and in its tab alone');
  page.on('dialog', (dialog) => void dialog.accept().catch(() => undefined));
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('five lots were handed on after them');

  expect(await kept()).toContain('gus@later.example');
  await extension.killWorker();
  for (const tab of extension.context().pages()) {
    if (tab.url().includes('workbench.html')) await tab.close();
  }
  // Five minutes are not waited for here.
  await expect.poll(() => minutesLeft(extension)).toBeLessThanOrEqual(5);
});
