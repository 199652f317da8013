import { absent, accountRegion, expect, lookUp, notable, test } from './harness.ts';
import { ask } from './harness/ask.ts';

test.use({ accounts: 'both' });

const NEWSLETTER = 12;
const MAIL = 'Acme Mail';
const SCHOOL = 'Acme School';
const PASSPHRASE = 'correct horse battery staple';

test('law 6: somebody new is added to both, with the IP address that was typed and no other', async ({
  extension,
  sandbox,
}) => {
  const popup = await extension.popupTab();
  await lookUp(popup, absent.nobody);
  const mail = accountRegion(popup, MAIL);
  await mail.getByRole('button', { name: 'Add to Acme Mail' }).click();
  await mail.getByRole('combobox', { name: 'List' }).selectOption({ label: 'Newsletter' });
  const add = mail.getByRole('button', { name: 'Add to Acme Mail' });
  await add.click();
  await expect(mail.getByRole('alert')).toContainText('IP address');
  expect(sandbox.world.subscriber(NEWSLETTER, absent.nobody)).toBeUndefined();
  await mail.getByRole('textbox', { name: 'IP address' }).fill('203.0.113.7');
  await add.click();
  await expect(mail.getByRole('form')).toHaveCount(0);
  await expect(mail).toContainText('Subscribed');
  expect(sandbox.world.subscriber(NEWSLETTER, absent.nobody)).toMatchObject({
    email: absent.nobody,
  });

  const school = accountRegion(popup, SCHOOL);
  await school.getByRole('button', { name: 'Add to Acme School' }).click({ timeout: 30_000 });
  await school.getByRole('textbox', { name: 'First name' }).fill('Nora');
  await school.getByRole('button', { name: 'Add to Acme School' }).click();
  await expect(school.getByRole('form')).toHaveCount(0);
  await expect(school).toContainText('Active');
  expect(sandbox.world.contact(absent.nobody)).toMatchObject({ email: absent.nobody });
  expect(sandbox.world.contact(absent.nobody, sandbox.world.wrong)).toBeUndefined();
});

test('keys that are locked while a card is open are unlocked in the popup, and the card comes back', async ({
  extension,
}) => {
  await ask(extension, 'setPassphrase', { passphrase: PASSPHRASE });
  const popup = await extension.popupTab();
  await lookUp(popup, notable.linus.email);
  await expect(accountRegion(popup, MAIL)).toContainText('Subscribed');
  await ask(extension, 'lock');
  await popup.getByRole('searchbox').press('Enter');
  const passphrase = popup.getByRole('textbox', { name: 'Passphrase' });
  await passphrase.fill('not this one');
  await passphrase.press('Enter');
  await expect(popup.getByRole('alert').filter({ hasText: 'passphrase' })).toBeVisible();
  await passphrase.fill(PASSPHRASE);
  await passphrase.press('Enter');
  await expect(accountRegion(popup, MAIL)).toContainText('Subscribed');
  await expect(popup.getByRole('article', { name: notable.linus.email })).toBeFocused();
});
