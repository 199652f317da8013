import { expectNoViolation } from './harness/axe.ts';
import {
  accountCard,
  connectionRadio,
  connectOcteth,
  connectSysteme,
  expect,
  test,
} from './harness.ts';

test('every state of the page passes axe, light and dark', async ({ extension, sandbox }) => {
  test.slow();
  const page = await extension.openOptions();
  await expect(page.getByText('Start by connecting an account')).toBeVisible();
  await expectNoViolation(page, 'a new install');

  await page.getByRole('button', { name: 'Add Octeth account' }).click();
  await page.getByRole('button', { name: 'Test and save' }).click();
  // Both fields that are missing say so.
  await expect(page.getByRole('alert')).toHaveCount(2);
  await expectNoViolation(page, 'a form with a mistake');
  await page.getByRole('button', { name: 'Cancel' }).click();

  await connectOcteth(page, { sandbox });
  await connectSysteme(page, { sandbox });
  const school = accountCard(page, 'Acme School');
  await school.getByRole('button', { name: 'Change' }).click();
  await page.getByRole('button', { name: 'Choose another' }).click();
  await page.getByRole('button', { name: 'Test and save' }).click();
  await expect(connectionRadio(page, sandbox)).toBeVisible();
  await expectNoViolation(page, 'choosing a connection');
  await page.getByRole('button', { name: 'Cancel' }).click();

  const mail = accountCard(page, 'Acme Mail');
  await mail.getByText('Limit of calls').click();
  await mail.getByRole('button', { name: 'Pause' }).click();
  await expect(mail).toContainText('is paused');
  await page.getByRole('radio', { name: 'On sites I choose' }).check();
  await page.getByRole('textbox', { name: 'Site' }).fill('desk.test');
  await page.getByRole('button', { name: 'Add site' }).click();
  await expect(page.getByText('https://desk.test is flagged.')).toBeVisible();
  await expectNoViolation(page, 'two accounts and a site');

  await mail.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectNoViolation(page, 'asking before removal');
});

test('names with markup, right to left or very long change nothing but the name', async ({
  extension,
  sandbox,
}) => {
  const page = await extension.openOptions();
  await page.setViewportSize({ width: 700, height: 900 });
  const names = ['<img src=x onerror=alert(1)>', 'בדיקה שרת', 'x'.repeat(60)];
  for (const name of names) await connectOcteth(page, { sandbox, name });
  await expect(page.getByRole('article').locator('img')).toHaveCount(0);
  const isWide = () =>
    page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
  expect(await isWide()).toBe(false);
});

test('flags go on and off, and each outcome is said', async ({ extension }) => {
  const page = await extension.openOptions();
  const flags = page.getByRole('radiogroup', { name: 'Flag addresses' });
  await flags.getByRole('radio', { name: 'On every site', exact: true }).check();
  await expect(page.getByRole('status').getByText('flagged on every site')).toBeVisible();
  await flags.getByRole('radio', { name: 'Off', exact: true }).check();
  await expect(page.getByRole('status').getByText('Flags are off')).toBeVisible();
  await flags.getByRole('radio', { name: 'On sites I choose' }).check();
  await page.getByRole('textbox', { name: 'Site' }).fill('not a site');
  await page.getByRole('button', { name: 'Add site' }).click();
  await expect(page.getByRole('alert')).toContainText('Type a site');
  await page.getByRole('textbox', { name: 'Site' }).fill('desk.test');
  await page.getByRole('textbox', { name: 'Site' }).press('Enter');
  await expect(page.getByText('https://desk.test is flagged.')).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: 'Remove https://desk.test' }).click();
  await expect(page.getByText('No site yet.')).toBeVisible();
});

test('the keyboard alone connects an account', async ({ extension, sandbox }) => {
  const page = await extension.openOptions();
  await page.getByRole('button', { name: 'Add Octeth account' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Server address' })).toBeFocused();
  await page.keyboard.type(sandbox.octeth.url);
  await page.keyboard.press('Tab');
  await page.keyboard.type(sandbox.octeth.key);
  await page.keyboard.press('Enter');
  const card = page.getByRole('article');
  await expect(card.getByRole('heading')).toBeFocused();
  await expect(card.getByRole('status').first()).toContainText('Connected');
});
