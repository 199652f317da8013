import { absent, accountRegion, expect, lookUp, notable, test } from './harness.ts';
import { expectNoViolation } from './harness/axe.ts';
import {
  ARCHIVE,
  CUSTOMERS,
  LONG,
  MAIL,
  NEWSLETTER,
  openActions,
  outcome,
  SCHOOL,
} from './harness/person.ts';

const { ada, ann, linus, pending, traveller, systemeOnly } = notable;

test.use({ accounts: 'both' });

test('only the field that was changed is written, on the list that was named, and undone', async ({
  extension,
  sandbox,
}) => {
  const { popup, region } = await openActions(extension, traveller.email, MAIL);
  await region.getByRole('button', { name: 'Edit' }).click();
  await region.getByRole('radio', { name: 'Newsletter' }).check();
  const name = region.getByRole('textbox', { name: 'First name' });
  await expect(name).toHaveValue('Donald', LONG);
  await expect(region.getByRole('button', { name: 'Nothing changed' })).toBeVisible();
  await name.fill('Don');
  await expect(region).toContainText('Before: Donald');
  await expectNoViolation(popup, 'a form of the card');
  await region.getByRole('button', { name: 'Save changes' }).click();
  await expect(outcome(popup)).toContainText('Changed First name', LONG);
  const fieldsOf = (list: number) => [
    ...(sandbox.world.subscriber(list, traveller.email)?.fields.values() ?? []),
  ];
  expect(fieldsOf(NEWSLETTER)).toContain('Don');
  expect(fieldsOf(CUSTOMERS)).not.toContain('Don');
  await popup.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => fieldsOf(NEWSLETTER)).toContain('Donald');
});

test('somebody is unsubscribed from both lists, with the IP address typed and no other', async ({
  extension,
  sandbox,
}) => {
  const { popup, region } = await openActions(extension, traveller.email, MAIL);
  await region.getByRole('button', { name: 'Unsubscribe', exact: true }).click();
  await expect(region.getByRole('button', { name: 'Choose a list first' })).toBeDisabled();
  await region.getByRole('radio', { name: 'Both lists' }).check();
  await region.getByRole('textbox', { name: 'IP address' }).fill('203.0.113.7');
  await expect(region).toContainText('Customers and Newsletter');
  await region.getByRole('button', { name: 'Ask the server first' }).click();
  await expect(region.getByRole('status')).toContainText('was not asked', LONG);
  await expectNoViolation(popup, 'a form of the card');
  const unsubscribe = region.getByRole('button', { name: 'Unsubscribe', exact: true });
  await unsubscribe.click();
  // One question for each list, one after the other.
  for (const list of ['Customers', 'Newsletter']) {
    const question = region.getByRole('alertdialog').filter({ hasText: `${MAIL} · ${list}` });
    await question.getByRole('button', { name: 'Unsubscribe' }).click(LONG);
  }
  for (const list of [CUSTOMERS, NEWSLETTER]) {
    await expect
      .poll(() => sandbox.world.subscriber(list, traveller.email)?.status, LONG)
      .toBe('Unsubscribed');
    expect(sandbox.world.subscriber(list, traveller.email)?.unsubscriptionIp).toBe('203.0.113.7');
  }
});

test('what the server says it would do is shown before anybody is unsubscribed', async ({
  extension,
  sandbox,
}) => {
  const status = (who: { email: string }) =>
    sandbox.world.subscriber(NEWSLETTER, who.email)?.status;
  const begin = async (who: { email: string }) => {
    const { popup, region } = await openActions(extension, who.email, MAIL);
    await region.getByRole('button', { name: 'Unsubscribe', exact: true }).click();
    await region.getByRole('textbox', { name: 'IP address' }).fill('203.0.113.7');
    return { popup, region };
  };
  const first = await begin(linus);
  await first.region.getByRole('button', { name: 'Unsubscribe', exact: true }).click();
  await first.region
    .getByRole('alertdialog')
    .getByRole('button', { name: 'Unsubscribe' })
    .click(LONG);
  await expect.poll(() => status(linus), LONG).toBe('Unsubscribed');
  await expect(outcome(first.popup)).toContainText('Unsubscribed', LONG);

  const { popup, region } = await begin(ann);
  const said = region.getByRole('status');
  await region.getByRole('button', { name: 'Ask the server first' }).press('Enter');
  await expect(said).toContainText('was asked beforehand and would do it', LONG);
  expect(status(ann)).toBe('Subscribed');
  await expectNoViolation(popup, 'a form of the card');
});

test('an opt-in that is pending is confirmed with the code of the mail', async ({
  extension,
  sandbox,
}) => {
  const { popup, region } = await openActions(extension, pending.email, MAIL);
  await region.getByRole('button', { name: 'Confirm opt-in' }).click();
  const code = sandbox.world.confirmationCodeOf(NEWSLETTER, pending.email) ?? '';
  await region.getByRole('textbox', { name: 'Confirmation code' }).fill(code);
  await region.getByRole('button', { name: 'Confirm opt-in' }).click();
  await region.getByRole('alertdialog').getByRole('button', { name: 'Confirm' }).click(LONG);
  await expect(outcome(popup)).toContainText('Confirmed the opt-in', LONG);
  expect(sandbox.world.subscriber(NEWSLETTER, pending.email)?.status).toBe('Subscribed');
});

test('law 8: who is deleted is typed, and one list alone is touched', async ({
  extension,
  sandbox,
}) => {
  const { popup, region } = await openActions(extension, traveller.email, MAIL);
  await region.getByRole('button', { name: 'Delete' }).click();
  await region.getByRole('radio', { name: 'Customers' }).check();
  await region.getByRole('button', { name: 'Delete', exact: true }).click();
  const question = region.getByRole('alertdialog');
  const typed = question.getByRole('textbox', { name: `Type ${traveller.email} to confirm` });
  await typed.fill(traveller.email);
  await typed.press('Enter');
  await expect(outcome(popup)).toContainText(`Deleted in ${MAIL} · Customers`, LONG);
  await expect(region.getByRole('button', { name: 'Actions' })).toBeFocused();
  expect(sandbox.world.subscriber(CUSTOMERS, traveller.email)).toBeUndefined();
  expect(sandbox.world.subscriber(NEWSLETTER, traveller.email)).toBeDefined();
});

test('somebody of Systeme.io is added to a list with her name carried over', async ({
  extension,
  sandbox,
}) => {
  const popup = await extension.popupTab();
  await lookUp(popup, systemeOnly.email);
  await expect(accountRegion(popup, SCHOOL)).toContainText('Active', LONG);
  const mail = accountRegion(popup, MAIL);
  await mail.getByRole('button', { name: 'Add to Acme Mail' }).click();
  await expect(mail.getByRole('textbox', { name: 'First name' })).toHaveValue('Marie', LONG);
  await expect(mail).toContainText('From Acme School');
  await mail.getByRole('combobox', { name: 'List' }).selectOption({ label: 'Newsletter' });
  await mail.getByRole('textbox', { name: 'IP address' }).fill('203.0.113.7');
  await expectNoViolation(popup, 'a form of the card');
  await mail.getByRole('button', { name: 'Add to Acme Mail' }).click();
  await expect(outcome(popup)).toContainText('Added', LONG);
  const fields = sandbox.world.subscriber(NEWSLETTER, systemeOnly.email)?.fields ?? new Map();
  expect([...fields.values()]).toContain('Marie');
});

test('somebody on other lists is added to a further one by its own sign-up', async ({
  extension,
  sandbox,
}) => {
  const { popup, region } = await openActions(extension, ada.email, MAIL);
  await region.getByRole('button', { name: 'Add to a list' }).click();
  await region.getByRole('radio', { name: 'By the list’s own sign-up' }).check();
  await region.getByRole('textbox', { name: 'IP address' }).fill('203.0.113.7');
  await region.getByRole('button', { name: 'Add to Acme Mail' }).click();
  const question = region.getByRole('alertdialog');
  await expect(question).toContainText('Unsubscribed in Customers');
  await question.getByRole('button', { name: 'Add anyway' }).click();
  await expect(outcome(popup)).toContainText('Added', LONG);
  expect(sandbox.world.subscriber(ARCHIVE, ada.email)).toBeDefined();
});

test('after a change of the address the card is that of the new one, and Undo leads back', async ({
  extension,
}) => {
  const moved = 'don@lambda.example';
  const { popup, region } = await openActions(extension, traveller.email, MAIL);
  await region.getByRole('button', { name: 'Edit' }).click();
  await region.getByRole('radio', { name: 'Newsletter' }).check();
  await region.getByRole('textbox', { name: 'Address' }).fill(moved);
  await region.getByRole('button', { name: 'Save changes' }).click();
  await region.getByRole('alertdialog').getByRole('button', { name: 'Change address' }).click(LONG);
  const card = popup.getByRole('article', { name: moved });
  await expect(card.getByRole('region', { name: MAIL })).toContainText('Newsletter', LONG);
  await expect(outcome(popup)).toContainText('The card has followed to the new address');
  await expect(popup.getByRole('searchbox')).toHaveValue(moved);
  await popup.getByRole('button', { name: 'Undo' }).click();
  await expect(popup.getByRole('article', { name: traveller.email })).toBeVisible(LONG);
});

test('law 6: somebody is added as having left, with the day, the IP and what the list wants', async ({
  extension,
  sandbox,
}) => {
  const popup = await extension.popupTab();
  await lookUp(popup, systemeOnly.email);
  const mail = accountRegion(popup, MAIL);
  await mail.getByRole('button', { name: 'Add to Acme Mail' }).click(LONG);
  await mail.getByRole('combobox', { name: 'List' }).selectOption({ label: 'Customers' });
  await mail.getByRole('radio', { name: 'Unsubscribed', exact: true }).check();
  await mail.getByRole('textbox', { name: 'Left on' }).fill('2025-03-09');
  await mail.getByRole('textbox', { name: 'IP address' }).fill('203.0.113.7');
  await mail.getByRole('button', { name: 'Add to Acme Mail' }).click(LONG);
  await expect(mail.getByRole('alert')).toContainText('takes nobody without it');
  await expectNoViolation(popup, 'a form of the card');
  await mail.getByRole('textbox', { name: 'Customer number' }).fill('90210');
  await mail.getByRole('button', { name: 'Add to Acme Mail' }).click();
  const question = mail.getByRole('alertdialog');
  await expect(question).toContainText('as somebody who left it');
  await question.getByRole('button', { name: 'Add anyway' }).click();
  await expect(outcome(popup)).toContainText('Added as unsubscribed', LONG);
  const added = sandbox.world.subscriber(CUSTOMERS, systemeOnly.email);
  expect(added).toMatchObject({
    ...{ status: 'Unsubscribed', unsubscriptionIp: '203.0.113.7' },
    unsubscriptionDate: '2025-03-09',
  });
  expect([...(added?.fields.values() ?? [])]).toContain('90210');
});

test('nobody can be edited where nobody is', async ({ extension }) => {
  const popup = await extension.popupTab();
  await lookUp(popup, absent.nobody);
  const mail = accountRegion(popup, MAIL);
  await expect(mail.getByRole('button', { name: 'Add to Acme Mail' })).toBeVisible(LONG);
  await expect(mail.getByRole('button', { name: 'Actions' })).toHaveCount(0);
});
