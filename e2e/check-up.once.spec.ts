import { expect, test, type Page } from './harness.ts';
import { expectNoViolation } from './harness/axe.ts';

test.use({ accounts: 'both' });

const check = (page: Page, name: string) =>
  page
    .getByRole('list', { name: 'Checks' })
    .getByRole('listitem')
    .filter({ has: page.getByText(name, { exact: true }) });
const ended = (page: Page) => page.getByText(/All checks are done/);

async function openCheckUp(page: Page, account: string): Promise<void> {
  await page.getByRole('button', { name: `Check up ${account}` }).click();
  await expect(page.getByRole('heading', { name: `Check up · ${account}` })).toBeFocused();
  await expect(ended(page)).toBeVisible();
}

test('a healthy account of each kind passes, and going back leads to where one was', async ({
  extension,
}) => {
  const page = await extension.openOptions();
  for (const account of ['Acme Mail', 'Acme School']) {
    await openCheckUp(page, account);
    for (const state of ['Failed', 'Look at this', 'Not checked']) {
      await expect(page.getByRole('list', { name: 'Checks' })).not.toContainText(state);
    }
    await expectNoViolation(page, `the check-up of ${account}`);
    await page.goBack();
    await expect(page.getByRole('button', { name: `Check up ${account}` })).toBeFocused();
  }
});

test('a login page and no answer are told apart, and a dead worker is woken', async ({
  extension,
  sandbox,
}) => {
  const page = await extension.openOptions();
  await openCheckUp(page, 'Acme Mail');
  const runAgain = async () => {
    await page.getByRole('button', { name: 'Run again' }).click();
    await expect(page.getByText('Checking…')).toHaveCount(0);
    await expect(ended(page)).toBeVisible();
  };

  sandbox.break({ service: 'octeth', do: 'html' });
  await runAgain();
  await expect(check(page, 'Reachable')).toContainText('OK');
  await expect(check(page, 'Answers with data')).toContainText('Failed');
  await expect(check(page, 'What the key may do')).toContainText(
    'Needs “Answers with data” first.',
  );
  await expectNoViolation(page, 'a check-up with failures');

  sandbox.mend();
  sandbox.break({ service: 'octeth', do: 'reset' });
  await runAgain();
  await expect(check(page, 'Reachable')).toContainText('could not be reached');

  sandbox.mend();
  await extension.killWorker();
  await runAgain();
  await expect(check(page, 'Key')).toContainText('Octeth knows the key.');
});

test('law 5: the report can be copied and holds no key, address, name or id', async ({
  extension,
  sandbox,
}) => {
  const page = await extension.openOptions();
  for (const account of ['Acme Mail', 'Acme School']) {
    await openCheckUp(page, account);
    await page.getByRole('button', { name: 'Copy report' }).click();
    await expect(page.getByText('Copied.')).toBeVisible();
    await page.getByText('What is in the report').click();
    const report = await page.locator('pre').innerText();
    expect(report).toContain('Addressee check-up');
    expect(report).toContain('Key: ok');
    const { octeth, maton } = sandbox;
    for (const secret of [octeth.key, maton.key, maton.connection, 'Acme', '@', '127.0.0.1']) {
      expect(report).not.toContain(secret);
    }
    expect(report).not.toContain(octeth.key.slice(-4));
    await page.goBack();
  }
});
