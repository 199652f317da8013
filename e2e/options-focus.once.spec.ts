import { accountCard, connectOcteth, connectSysteme, expect, test } from './harness.ts';
import { fillOcteth, save } from './pages/options.ts';

test('what is closed gives the focus back to what opened it', async ({ extension, sandbox }) => {
  const page = await extension.openOptions();
  await page.getByRole('button', { name: 'Add Systeme.io account' }).click();
  await page.getByRole('button', { name: 'Cancel' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Add Systeme.io account' })).toBeFocused();

  await connectOcteth(page, { sandbox });
  await connectSysteme(page, { sandbox });
  const school = accountCard(page, 'Acme School');
  await expect(school.getByRole('heading')).toBeFocused();
  await expect(accountCard(page, 'Acme Mail').getByRole('status').first()).toContainText(
    'Connected',
  );
  await school.getByRole('button', { name: 'Change' }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'Maton API key' })).toBeFocused();
  await page.getByRole('button', { name: 'Choose another' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Test and save' })).toBeFocused();
  await page.getByRole('button', { name: 'Cancel' }).press('Enter');
  await expect(school.getByRole('button', { name: 'Change' })).toBeFocused();

  const remove = school.getByRole('button', { name: 'Remove' });
  for (const way of ['Escape', 'Enter']) {
    await remove.press('Enter');
    await expect(page.getByRole('dialog').getByRole('button', { name: 'Cancel' })).toBeFocused();
    await page.keyboard.press(way);
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(remove).toBeFocused();
  }
  await remove.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Add Octeth account' })).toBeFocused();
});

test('a row that is removed leaves the focus in the field beside its list', async ({
  extension,
}) => {
  const page = await extension.openOptions();
  const site = page.getByRole('textbox', { name: 'Site' });
  await page.getByRole('radio', { name: 'On sites I choose', exact: true }).check();
  await site.fill('desk.test');
  await site.press('Enter');
  await page.getByRole('button', { name: 'Remove https://desk.test' }).press('Enter');
  await expect(site).toBeFocused();
});

test('a passphrase that is set or taken away leaves the focus among the keys', async ({
  extension,
}) => {
  const page = await extension.openOptions();
  await page.getByRole('textbox', { name: 'New passphrase' }).fill('correct horse battery');
  await page.getByRole('textbox', { name: 'The same again' }).fill('correct horse battery');
  await page.getByRole('button', { name: 'Set passphrase' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Lock now' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Passphrase', exact: true })).toBeFocused();
  await page.keyboard.type('correct horse battery');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Lock now' })).toBeFocused();
  await page.getByRole('button', { name: 'Take passphrase away' }).press('Enter');
  await page.getByRole('button', { name: 'Take it away' }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'New passphrase' })).toBeFocused();
});

test('a new account is in sight at once: the page does not glide to it', async ({
  extension,
  sandbox,
}) => {
  const page = await extension.openOptions();
  await page.setViewportSize({ width: 1280, height: 400 });
  await fillOcteth(page, sandbox.octeth.url, sandbox.octeth.key);
  const scrolled = page.evaluate(
    () =>
      new Promise<number[]>((done) => {
        const places: number[] = [];
        const isThere = () => document.querySelector('article') !== null;
        document.addEventListener('scroll', () => isThere() && places.push(scrollY));
        document.addEventListener('scrollend', () => isThere() && done(places));
      }),
  );
  await save(page);
  await expect(page.getByRole('article').getByRole('heading')).toBeFocused();
  expect(await scrolled).toHaveLength(1);
});
