import type { Page } from '@playwright/test';
import { notable } from '../sandbox/sandbox.ts';
import { expect, test } from './harness';
import { flagEverywhere, restOn } from './pages/reading.ts';

const { ada, linus } = notable;

test.use({ accounts: 'both' });

test.beforeEach(async ({ site }) => {
  site.put(
    'mail.html',
    `<!doctype html><title>Mail</title><p id="one">Write to ${ada.email} please</p>
     <input id="to" value="${linus.email}"><input id="secret" type="password" value="a@b.example">`,
  );
});

const field = (popup: Page) => popup.getByRole('searchbox', { name: 'Email address' });

test('opens with the address that is selected on the page', async ({ extension, site }) => {
  const page = await extension.openPage(site.url('mail.html'));
  await page.locator('#one').selectText();
  const popup = await extension.openPopup(page);
  await expect(popup.getByRole('article', { name: ada.email })).toBeVisible();
});

test('opens with the address that is selected in a field', async ({ extension, site }) => {
  const page = await extension.openPage(site.url('mail.html'));
  await page.locator('#to').selectText();
  const popup = await extension.openPopup(page);
  await expect(popup.getByRole('article', { name: linus.email })).toBeVisible();
});

test('opens with the flagged address that was rested on last', async ({ extension, site }) => {
  await flagEverywhere(extension);
  site.put('flag.html', `<!doctype html><title>Flag</title><p>From ${linus.email}</p>`);
  const page = await extension.openPage(site.url('flag.html'));
  await restOn(page, extension, linus.email);
  const popup = await extension.openPopup(page);
  await expect(popup.getByRole('article', { name: linus.email })).toBeVisible();
});

test('law 5: what is selected in a password field is nobody’s business', async ({
  extension,
  site,
}) => {
  const page = await extension.openPage(site.url('mail.html'));
  await page.locator('#secret').selectText();
  const popup = await extension.openPopup(page);
  await expect(field(popup)).toBeFocused();
  await expect(field(popup)).toHaveValue('');
});

test('opens empty with those looked up lately where nothing is selected', async ({
  extension,
  site,
}) => {
  const page = await extension.openPage(site.url('mail.html'));
  const tab = await extension.popupTab();
  await field(tab).fill(ada.email);
  await tab.keyboard.press('Enter');
  await expect(tab.getByRole('article', { name: ada.email })).toBeVisible();
  await field(tab).fill('');
  await tab.close();

  const popup = await extension.openPopup(page);
  await expect(field(popup)).toHaveValue('');
  await expect(popup.getByText(ada.email)).toBeVisible();
});
