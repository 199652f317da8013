import { expect, notable, test, type Page } from './harness.ts';
import { expectNoViolation } from './harness/axe.ts';
import { flagEverywhere, flagNowhere, lookUp, spokenFocus } from './pages/reading.ts';

test.use({ accounts: 'both' });

const { linus, pending, suppressed } = notable;
const FAR = pending.email;
const FRAMED = 'framed@a.example';

const body = `<!doctype html><meta charset="utf-8"><title>Mail</title>
  <style>body { font: 16px/2 sans-serif; margin: 20px }</style>
  <p>${linus.email} and ${suppressed.email}</p><p>${linus.email}</p>
  <iframe srcdoc="<p>${FRAMED} ${linus.email}"></iframe>
  <p hidden>hidden@a.example</p><div style="height: 3000px"></div><p>${FAR}</p>`;

const openList = async (popup: Page): Promise<void> => {
  await popup.getByRole('button', { name: 'On this page' }).click();
  await expect(popup.getByRole('region', { name: /On this page/ })).toBeVisible();
};

test('the popup lists what the page holds, and leads to each on the page', async ({
  extension,
  sandbox,
  site,
}) => {
  for (const { email } of [linus, suppressed, pending]) await lookUp(extension, email);
  await flagEverywhere(extension);
  site.put('mail.html', body);
  const tab = await extension.openPage(site.url('mail.html'));
  const html = await tab.evaluate(() => document.body.outerHTML);
  const asked = sandbox.log.length;

  const popup = await extension.openPopup(tab);
  await openList(popup);
  const list = popup.getByRole('list', { name: 'Addresses on this page' });
  const choices = list.getByRole('button', { name: /^(?!Show)/ });
  await expect(popup.getByRole('heading', { level: 1 })).toHaveText(
    'On this page 4 addresses in 2 frames',
  );
  await expect(choices).toHaveText([
    `${linus.email}Known in one system`,
    `${suppressed.email}Suppressed or bounced`,
    `${FAR}Not confirmed yet`,
    `${FRAMED}Not looked up yet`,
  ]);
  await popup.getByRole('button', { name: 'Not looked up yet 1' }).click();
  await popup.getByRole('button', { name: 'Not confirmed yet 1' }).click();
  await expect(choices).toHaveCount(2);
  expect(sandbox.log.length).toBe(asked);

  await test.step('shown on the page: scrolled to, ringed and read out', async () => {
    await popup.getByRole('button', { name: `Show ${FAR} on the page` }).click();
    await expect.poll(() => tab.evaluate(() => scrollY)).toBeGreaterThan(1_000);
    await expect.poll(() => spokenFocus(tab)).toContain(`${FAR}, Not confirmed yet`);
    await tab.bringToFront();
    await tab.keyboard.press('Escape');
    expect(await tab.evaluate(() => document.body.outerHTML)).toBe(html);
  });
  await test.step('chosen, she is looked up', async () => {
    const again = await extension.openPopup(tab);
    await openList(again);
    await again.getByRole('button', { name: /^linus@.*Known/ }).click();
    await expect(again.getByRole('article', { name: linus.email })).toBeVisible();
  });
});

test('the list says where it cannot be, and is copied and read in both themes', async ({
  extension,
  site,
}) => {
  site.put('mail.html', body);
  const popup = await extension.popupTab();
  await openList(popup);
  await expect(popup.getByText('lets no extension look into this page')).toBeVisible();

  const tab = await extension.openPage(site.url('mail.html'));
  const reopen = async () => {
    await popup.getByRole('button', { name: 'On this page' }).click();
    await openList(popup);
  };
  await reopen();
  await expect(popup.getByText('Addresses are not flagged on this page.')).toBeVisible();
  await flagEverywhere(extension);
  await expect(async () => {
    await reopen();
    await expect(popup.getByText('4 addresses in 2 frames')).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expectNoViolation(popup, 'on this page');
  await extension.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await popup.bringToFront();
  await popup.getByRole('textbox', { name: 'Part of an address' }).fill('framed@');
  await popup.getByRole('button', { name: 'Copy the 1 shown' }).click();
  await expect(popup.getByText('1 address copied, one a line.').first()).toBeVisible();
  expect(await popup.evaluate(() => navigator.clipboard.readText())).toBe(FRAMED);

  await tab.bringToFront();
  await flagNowhere(extension);
  await expect(async () => {
    await reopen();
    await expect(popup.getByText('Addresses are not flagged')).toBeVisible({ timeout: 1_000 });
  }).toPass();
});
