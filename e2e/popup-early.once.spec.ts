import { expect, test, type Page } from './harness.ts';
import type { Extension } from './harness/extension.ts';

/** The popup's page as it stands before its script, and the script when it comes. */
async function openWithoutScript(extension: Extension) {
  const page = await extension.context().newPage();
  const session = await extension.context().newCDPSession(page);
  await session.send('Emulation.setScriptExecutionDisabled', { value: true });
  await page.goto(extension.url('popup.html'));
  const bringScript = async () => {
    await session.send('Emulation.setScriptExecutionDisabled', { value: false });
    await page.evaluate(() => {
      const later = document.querySelector('template');
      if (later) document.head.append(later.content);
    });
    await page.getByRole('main').waitFor();
  };
  return { page, bringScript };
}

const field = (page: Page) => page.getByRole('searchbox', { name: 'Email address' });

test('an Enter pressed before the script is there is answered once it is', async ({
  extension,
}) => {
  const { page, bringScript } = await openWithoutScript(extension);
  await field(page).focus();
  await page.keyboard.type('nobody');
  await page.keyboard.press('Enter');
  await bringScript();
  await expect(page.getByRole('alert')).toContainText('no email address');
  await expect(field(page)).toHaveValue('nobody');
  await expect(field(page)).toBeFocused();
});

test('what is merely typed before the script is there is not refused half-way', async ({
  extension,
}) => {
  const { page, bringScript } = await openWithoutScript(extension);
  await field(page).focus();
  await page.keyboard.type('nobo');
  await bringScript();
  await page.keyboard.type('dy');
  await expect(field(page)).toHaveValue('nobody');
  await expect(field(page)).not.toHaveAttribute('aria-invalid');
});
