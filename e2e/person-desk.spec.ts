import { accountRegion, expect, lookUp, notable, test } from './harness.ts';

const SCHOOL = 'Acme School';
const { ada, ann } = notable;
const LONG = { timeout: 30_000 };

test.use({ accounts: 'both' });

test('somebody is enrolled in some modules, and taken out again', async ({
  extension,
  sandbox,
}) => {
  const popup = await extension.popupTab();
  await lookUp(popup, ann.email);
  const school = accountRegion(popup, SCHOOL);
  await school.getByRole('button', { name: 'Enrol in a course' }).click(LONG);
  await school.getByRole('combobox', { name: 'Course' }).fill('sour');
  await school.getByRole('option', { name: 'Sourdough from scratch' }).click();
  await school.getByRole('radio', { name: 'Some modules', exact: true }).check();
  await school.getByRole('checkbox', { name: 'The crumb' }).check();
  await school.getByRole('button', { name: 'Enrol', exact: true }).click();
  await expect(popup.getByRole('status').first()).toContainText('Enrolled in Sourdough', LONG);
  const courses = school.getByRole('list', { name: 'Courses' });
  await expect(courses).toContainText('Sourdough from scratch, some modules', LONG);
  const contact = sandbox.world.contact(ann.email);
  const enrolled = () =>
    sandbox.world.right.enrollments.filter(({ contactId }) => contactId === contact?.id);
  expect(enrolled()).toMatchObject([{ accessType: 'partial_access' }]);

  await school.getByRole('button', { name: 'Remove from Sourdough from scratch' }).click();
  await school.getByRole('alertdialog').getByRole('button', { name: 'Take access away' }).click();
  await expect(courses).toContainText('None', LONG);
  expect(enrolled()).toEqual([]);
});

test('somebody is added to a community', async ({ extension, sandbox }) => {
  const popup = await extension.popupTab();
  await lookUp(popup, ann.email);
  const school = accountRegion(popup, SCHOOL);
  await school.getByRole('button', { name: 'Add to a community' }).click(LONG);
  await school.getByRole('option', { name: 'The studio' }).click();
  await expect(popup.getByRole('status').first()).toContainText('Added to The studio', LONG);
  const contact = sandbox.world.contact(ann.email);
  expect(sandbox.world.right.memberships.some(({ contactId }) => contactId === contact?.id)).toBe(
    true,
  );
});

test('law 8: a subscription is cancelled only after its name has been typed', async ({
  extension,
  sandbox,
}) => {
  const popup = await extension.popupTab();
  await lookUp(popup, ada.email);
  const school = accountRegion(popup, SCHOOL);
  await school.getByRole('button', { name: 'Cancel Studio, monthly' }).click(LONG);
  await school.getByRole('button', { name: 'Cancel subscription' }).click();
  const question = school.getByRole('alertdialog');
  const yes = question.getByRole('button', { name: 'Cancel subscription' });
  await expect(yes).toBeDisabled();
  const typed = question.getByRole('textbox', { name: 'Type Studio, monthly to confirm' });
  await expect(typed).toBeFocused();
  await typed.fill('Studio');
  await expect(yes).toBeDisabled();
  await typed.fill('Studio, monthly');
  await yes.click();
  await expect(popup.getByRole('status').first()).toContainText('Cancelled Studio, monthly', LONG);
  await expect(popup.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  const contact = sandbox.world.contact(ada.email);
  const ended = sandbox.world.right.subscriptions?.find(
    ({ contactId }) => contactId === contact?.id,
  );
  expect(ended?.cancelledAt ?? ended?.status).not.toBe('active');
});
