import { AxeBuilder } from '@axe-core/playwright';
import { accountRegion, expect, lookUp, notable, test, type Page } from './harness.ts';

const MAIL = 'Acme Mail';
const SCHOOL = 'Acme School';
const { ada, suppressed } = notable;

async function expectNoViolation(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  }
}

test('courses, communities and payments stand on the card by themselves', async ({
  extension,
  connectBoth,
}) => {
  await connectBoth();
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
  await expectNoViolation(popup);
});

test('two accounts that contradict each other are told above both', async ({
  extension,
  connectBoth,
}) => {
  await connectBoth();
  const popup = await extension.popupTab();
  const card = await lookUp(popup, ada.email);
  await expect(card).toContainText('Unsubscribed in Acme Mail, yet active in Acme School.', {
    timeout: 30_000,
  });
});

test('who is in one account alone is said to be, once all have answered', async ({
  extension,
  connectBoth,
}) => {
  await connectBoth();
  const popup = await extension.popupTab();
  const card = await lookUp(popup, suppressed.email);
  await expect(card).toContainText('Only Acme Mail knows this address.', { timeout: 30_000 });
});

test('more about somebody on a list opens in its place, by the keyboard, and stays', async ({
  extension,
  connectBoth,
}) => {
  await connectBoth();
  const popup = await extension.popupTab();
  await lookUp(popup, ada.email);
  const mail = accountRegion(popup, MAIL);
  const more = mail.getByRole('button', { name: /^More about .* on Newsletter$/ });
  await more.press('Enter');
  await expect(more).toHaveAttribute('aria-expanded', 'true');
  await expect(mail).toContainText('Revenue');
  await expect(mail.getByRole('region', { name: 'Activity' })).toBeVisible();
  await expect(mail.getByRole('region', { name: 'Fields' })).toContainText('Ada');
  await expectNoViolation(popup);
  await popup.getByRole('searchbox').press('Enter');
  await expect(more).toHaveAttribute('aria-expanded', 'true');
});

test('nothing moves when the details come', async ({ extension, connectBoth, sandbox }) => {
  await connectBoth();
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
