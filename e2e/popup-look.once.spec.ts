import { expectNoViolation } from './harness/axe.ts';
import {
  connected,
  absent,
  accountRegion,
  addTag,
  expect,
  lookUp,
  notable,
  test,
} from './harness.ts';

const MAIL = 'Acme Mail';
const SCHOOL = 'Acme School';
const { ada, linus, markup, rightToLeft, longName } = notable;

test('without an account the popup says how to begin', async ({ extension }) => {
  const popup = await extension.popupTab();
  await expect(popup.getByRole('button', { name: 'Connect an account' })).toBeVisible();
  await expectNoViolation(popup, 'no account');
});

connected(
  'what is no address is refused in words, and nothing is asked',
  async ({ extension, sandbox }) => {
    const asked = sandbox.log.length;
    const popup = await extension.popupTab();
    const box = popup.getByRole('searchbox', { name: 'Email address' });
    for (const text of [
      '   ',
      'nobody here',
      '@handle',
      'user@host',
      '<b>',
      '🙂@🙂',
      'x'.repeat(10_000),
    ]) {
      await box.fill(text);
      await box.press('Enter');
      await expect(popup.getByRole('alert').filter({ hasText: /address/ })).toBeVisible();
    }
    await box.fill('a@one.example, b@two.example;c');
    await box.press('Enter');
    await expect(popup.getByRole('list', { name: 'Addresses found' })).toContainText(
      'b@two.example',
    );
    await expectNoViolation(popup, 'several addresses');
    expect(sandbox.log.length).toBe(asked);
  },
);

connected('axe finds nothing on the card and its pickers', async ({ extension }) => {
  const popup = await extension.popupTab();
  await lookUp(popup, ada.email);
  const region = accountRegion(popup, MAIL);
  await expect(region).toContainText('Unsubscribed');
  await expectNoViolation(popup, 'the card');
  await region.getByRole('button', { name: 'Trigger journey' }).click();
  await expect(region.getByRole('option').first()).toBeVisible();
  await expectNoViolation(popup, 'journey picker open');
});

connected('axe finds nothing on the question before a write', async ({ extension }) => {
  const popup = await extension.popupTab();
  await lookUp(popup, linus.email);
  await addTag(popup, MAIL, 'New one');
  await expect(accountRegion(popup, MAIL).getByRole('alertdialog')).toBeVisible();
  await expectNoViolation(popup, 'a question before a write');
});

connected(
  'axe finds nothing on the form that adds a person, and on recents',
  async ({ extension }) => {
    const popup = await extension.popupTab();
    await lookUp(popup, absent.nobody);
    await popup.getByRole('button', { name: 'Add to Acme Mail' }).click();
    await expectNoViolation(popup, 'adding a person');
    await popup.getByRole('searchbox').fill('');
    await expect(popup.getByRole('region', { name: 'Recent' })).toBeVisible();
    await expectNoViolation(popup, 'recents');
  },
);

for (const [what, person, words] of [
  ['markup', markup, '<img src=x onerror=alert(1)>'],
  ['right-to-left writing', rightToLeft, 'ليلى'],
  ['300 characters', longName, 'Wolfeschlegel'],
] as const) {
  connected(`a name of ${what} is shown as text within 380 px`, async ({ extension }) => {
    const popup = await extension.popupTab();
    await popup.setViewportSize({ width: 380, height: 560 });
    const card = await lookUp(popup, person.email);
    await expect(card.getByRole('heading', { level: 1 })).toContainText(words);
    await expect(card.locator('img')).toHaveCount(0);
    expect(await popup.evaluate(() => document.documentElement.scrollWidth)).toBe(380);
  });
}

connected(
  'the real popup keeps its size and its places while accounts answer',
  async ({ extension, sandbox, site }) => {
    const first = await extension.popupTab();
    await lookUp(first, linus.email);
    await expect(accountRegion(first, MAIL)).toContainText('Subscribed');
    await first.close();
    site.put('page.html', '<!doctype html><title>Page</title>');
    const page = await extension.openPage(site.url('page.html'));
    sandbox.break({ service: 'octeth', do: { delay: 700 } });

    const popup = await extension.openPopup(page);
    const tops = () =>
      popup.evaluate(() => [
        innerWidth,
        innerHeight,
        document.querySelector('.popup')?.getBoundingClientRect().height,
        ...[...document.querySelectorAll('section')].map((section) => section.offsetTop),
      ]);
    await expect(accountRegion(popup, SCHOOL)).toBeVisible();
    const before = await tops();
    expect(before[2]).toBe(before[1]); // it fills what the browser grants, and no more
    await popup.getByRole('searchbox').press('Enter');
    await expect(accountRegion(popup, MAIL)).toContainText('Subscribed');
    await expect(accountRegion(popup, SCHOOL)).toContainText('Not in Acme School', {
      timeout: 30_000,
    });
    expect(await tops()).toEqual(before);
  },
);
