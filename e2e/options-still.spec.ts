import { accountCard, connectionRadio, expect, keyLine, test, type Page } from './harness.ts';
import { fillOcteth, fillSysteme, save } from './pages/options.ts';

/** Pressed while the key is still being tried, and let go once it was. */
async function pressAcross(page: Page, button: string, card: string): Promise<void> {
  const said = keyLine(accountCard(page, card));
  await page.getByRole('button', { name: button }).hover();
  await page.mouse.down();
  expect(await said.count(), 'pressed before the answer').toBe(0);
  await expect(said).toBeVisible();
  await page.mouse.up();
}

test('a card that learns what its key may do moves no button from under the pointer', async ({
  extension,
  sandbox,
}) => {
  for (const command of ['user.current', 'GET /contacts']) {
    sandbox.break({ command, do: { delay: 1500 } });
  }
  const page = await extension.openOptions();
  await fillOcteth(page, sandbox.octeth.url, sandbox.octeth.key);
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Acme Mail');
  await save(page);
  await expect(accountCard(page, 'Acme Mail')).toBeVisible();
  await pressAcross(page, 'Add Systeme.io account', 'Acme Mail');
  await expect(page.getByRole('textbox', { name: 'Maton API key' })).toBeFocused();
  await page.getByRole('button', { name: 'Cancel' }).click();

  // Where the same words take more lines.
  await page.setViewportSize({ width: 420, height: 900 });
  await fillSysteme(page, sandbox.maton);
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Acme School');
  await save(page);
  await connectionRadio(page, sandbox).check();
  await save(page);
  await expect(accountCard(page, 'Acme School')).toBeVisible();
  await pressAcross(page, 'Add Octeth account', 'Acme School');
  await expect(page.getByRole('textbox', { name: 'Server address' })).toBeFocused();
});
