import { accountRegion, expect, lookUp, notable, test } from './harness.ts';
import { expectNoViolation } from './harness/axe.ts';
import { CUSTOMERS, LONG, MAIL, NEWSLETTER, openActions, SCHOOL } from './harness/person.ts';

const { ada, ann, traveller } = notable;

test.use({ accounts: 'both' });

test('law 4: what was half typed is there again after the popup has closed', async ({
  extension,
}) => {
  const { popup, region } = await openActions(extension, traveller.email, MAIL);
  await region.getByRole('button', { name: 'Unsubscribe', exact: true }).click();
  await region.getByRole('textbox', { name: 'IP address' }).fill('203.0.');
  await popup.close();
  const again = await extension.popupTab();
  const field = accountRegion(again, MAIL).getByRole('textbox', { name: 'IP address' });
  await expect(field).toHaveValue('203.0.', LONG);
});

test('law 4: what the server refuses stays as it was typed, in the next popup too', async ({
  extension,
  sandbox,
}) => {
  const no = { Success: false, ErrorCode: 10, Errors: [{ Code: 10, Message: 'Invalid value' }] };
  sandbox.break({ command: 'subscriber.update', do: { replace: JSON.stringify(no) } });
  const { popup, region } = await openActions(extension, traveller.email, MAIL);
  await region.getByRole('button', { name: 'Edit' }).click();
  await region.getByRole('radio', { name: 'Newsletter' }).check();
  await region.getByRole('textbox', { name: 'First name' }).fill('Don');
  await region.getByRole('button', { name: 'Save changes' }).click();
  const form = region.getByRole('form', { name: `Edit in ${MAIL}` });
  await expect(form).toContainText('Could not change First name', LONG);
  await expectNoViolation(popup, 'a form of the card');
  await popup.close();
  sandbox.mend();
  const again = accountRegion(await extension.popupTab(), MAIL);
  await expect(again.getByRole('textbox', { name: 'First name' })).toHaveValue('Don', LONG);
  await again.getByRole('button', { name: 'Save changes' }).click();
  await expect(again.getByRole('form')).toHaveCount(0, LONG);
  const fields = sandbox.world.subscriber(NEWSLETTER, traveller.email)?.fields.values() ?? [];
  expect([...fields]).toContain('Don');
});

const NO = { Success: false, ErrorCode: 99, Errors: [{ Code: 99, Message: 'Not today' }] };

test('law 4: who is not deleted is still chosen, and is once the server does it', async ({
  extension,
  sandbox,
}) => {
  sandbox.break({ command: 'subscribers.delete', do: { replace: JSON.stringify(NO) } });
  const { popup, region } = await openActions(extension, traveller.email, MAIL);
  const form = region.getByRole('form', { name: `Delete from ${MAIL}` });
  const agree = async () => {
    await form.getByRole('button', { name: 'Delete', exact: true }).click();
    const typed = region.getByRole('textbox', { name: `Type ${traveller.email} to confirm` });
    await typed.fill(traveller.email);
    await typed.press('Enter');
  };
  await region.getByRole('button', { name: 'Delete' }).click();
  await form.getByRole('radio', { name: 'Customers' }).check();
  await agree();
  await expect(form).toContainText('Not today', LONG);
  await expect(form.getByRole('radio', { name: 'Customers' })).toBeChecked();
  await expectNoViolation(popup, 'a form of the card');
  expect(sandbox.world.subscriber(CUSTOMERS, traveller.email)).toBeDefined();
  sandbox.mend();
  await agree();
  await expect(form).toHaveCount(0, LONG);
  await expect(region.getByRole('button', { name: 'Actions' })).toBeFocused();
  expect(sandbox.world.subscriber(CUSTOMERS, traveller.email)).toBeUndefined();
  expect(sandbox.world.subscriber(NEWSLETTER, traveller.email)).toBeDefined();
});

test('law 4: a way out of a journey that is refused stays to be chosen', async ({
  extension,
  sandbox,
}) => {
  sandbox.break({
    command: 'subscriber.journey.remove',
    do: { replace: JSON.stringify(NO) },
  });
  const popup = await extension.popupTab();
  await lookUp(popup, ada.email);
  const region = accountRegion(popup, MAIL);
  await region.getByRole('button', { name: 'Leave Welcome series' }).click(LONG);
  const ways = region.getByRole('form', { name: 'Leave “Welcome series”' });
  await ways.getByRole('button', { name: 'Take out' }).click();
  await expect(ways).toContainText('Not today', LONG);
  await expectNoViolation(popup, 'a form of the card');
  sandbox.mend();
  await ways.getByRole('button', { name: 'Take out' }).click();
  await expect(ways).toHaveCount(0, LONG);
  await expect(region.getByRole('button', { name: 'Trigger journey' })).toBeFocused();
  const left = sandbox.world.journeysOf(NEWSLETTER, ada.email);
  expect(left.some((enrolment) => enrolment.completedAt === null)).toBe(false);
});

test('law 4: the community that was looked for is still there when the server refuses', async ({
  extension,
  sandbox,
}) => {
  sandbox.break({
    service: 'gateway',
    command: 'POST /community/communities/{id}/memberships',
    do: { status: 422 },
  });
  const popup = await extension.popupTab();
  await lookUp(popup, ann.email);
  const region = accountRegion(popup, SCHOOL);
  await region.getByRole('button', { name: 'Add to a community' }).click(LONG);
  const community = region.getByRole('combobox', { name: 'Community' });
  await community.fill('stu');
  await expect(region.getByRole('option', { name: 'The studio' })).toBeVisible(LONG);
  await community.press('Enter');
  await expect(region.getByText(/^Could not add to The studio/)).toBeVisible(LONG);
  await expect(community).toHaveValue('stu');
  await expect(community).toBeFocused();
  await expectNoViolation(popup, 'a form of the card');
  sandbox.mend();
  await community.press('Enter');
  await expect(community).toHaveCount(0, LONG);
  await expect(region.getByRole('list', { name: 'Communities' })).toContainText('The studio', LONG);
});
