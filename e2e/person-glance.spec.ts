import { accountRegion, expect, lookUp, notable, test } from './harness.ts';
import { expectNoViolation } from './harness/axe.ts';

test.use({ accounts: 'both' });

const MAIL = 'Acme Mail';
const SCHOOL = 'Acme School';
const { ada, suppressed } = notable;

test('courses, communities and payments stand on the card by themselves', async ({ extension }) => {
  const popup = await extension.popupTab();
  await lookUp(popup, ada.email);
  const school = accountRegion(popup, SCHOOL);
  const within = { timeout: 30_000 };
  await expect(school.getByRole('list', { name: 'Courses' })).toContainText(
    'Watercolour for beginners, full access',
    within,
  );
  await expect(school.getByRole('list', { name: 'Communities' })).toContainText('The studio');
  await expect(school.getByRole('list', { name: 'Pays' })).toContainText('Studio, monthly');
  await expectNoViolation(popup, 'the card');
});

test('a course with a long name keeps to the popup’s width, its button beside its first line', async ({
  extension,
  sandbox,
}) => {
  const name = 'A complete course in painting with watercolours for late birds';
  for (const course of sandbox.world.right.courses) course.name = name;
  const popup = await extension.popupTab();
  await popup.setViewportSize({ width: 380, height: 560 });
  await lookUp(popup, ada.email);
  const school = accountRegion(popup, SCHOOL);
  const course = school.getByRole('list', { name: 'Courses' }).getByRole('listitem').first();
  await expect(course).toContainText(name, { timeout: 30_000 });
  const [words, cross, plus] = await Promise.all([
    course.boundingBox(),
    course.getByRole('button', { name: `Remove from ${name}` }).boundingBox(),
    school.getByRole('button', { name: 'Enrol in a course' }).boundingBox(),
  ]);
  if (!words || !cross || !plus) throw new Error('nothing is drawn');
  expect(words.height).toBeGreaterThan(2 * cross.height);
  expect(cross.y - words.y).toBeLessThan(4);
  expect(plus.y - words.y).toBeLessThan(4);
  const main = popup.getByRole('main');
  expect(await main.evaluate((each) => each.scrollWidth - each.clientWidth)).toBe(0);
});

test('two accounts that contradict each other are told above both', async ({ extension }) => {
  const popup = await extension.popupTab();
  const card = await lookUp(popup, ada.email);
  await expect(card).toContainText('Unsubscribed in Acme Mail, yet active in Acme School.', {
    timeout: 30_000,
  });
});

test('who is in one account alone is said to be, once all have answered', async ({ extension }) => {
  const popup = await extension.popupTab();
  const card = await lookUp(popup, suppressed.email);
  await expect(card).toContainText('Only Acme Mail knows this address.', { timeout: 30_000 });
});

test('more about somebody on a list opens in its place, by the keyboard, and stays', async ({
  extension,
}) => {
  const popup = await extension.popupTab();
  await lookUp(popup, ada.email);
  const mail = accountRegion(popup, MAIL);
  const more = mail.getByRole('button', { name: /^More about .* on Newsletter$/ });
  await more.press('Enter');
  await expect(more).toHaveAttribute('aria-expanded', 'true');
  await expect(mail).toContainText('Revenue');
  await expect(mail.getByRole('region', { name: 'Activity' })).toBeVisible();
  await expect(mail.getByRole('region', { name: 'Fields' })).toContainText('Ada');
  await expectNoViolation(popup, 'the card');
  await popup.getByRole('searchbox').press('Enter');
  await expect(more).toHaveAttribute('aria-expanded', 'true');
});

test('nothing moves when the details come', async ({ extension, sandbox }) => {
  sandbox.break({ service: 'gateway', do: { delay: 400 } });
  const popup = await extension.popupTab();
  await lookUp(popup, ada.email);
  const school = accountRegion(popup, SCHOOL);
  const topOf = (name: string) =>
    school
      .getByText(name, { exact: true })
      .evaluate((element) => element.getBoundingClientRect().top);
  await expect(school).toContainText('Active', { timeout: 30_000 });
  const before = [await topOf('Courses'), await topOf('Contact')];
  await expect(school.getByRole('list', { name: 'Pays' })).toBeVisible({ timeout: 30_000 });
  expect([await topOf('Courses'), await topOf('Contact')]).toEqual(before);
});
