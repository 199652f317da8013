import { expectNoViolation } from './harness/axe.ts';
import { ask } from './harness/ask.ts';
import { accountCard, expect, notable, test, type Extension, type Page } from './harness.ts';
import { boxOfText, flagEverywhere, inkIs } from './pages/reading.ts';

test.use({ accounts: 'both' });

test.use({ directory: 'on' });

const letter = (...addresses: string[]) => `<!doctype html><meta charset="utf-8"><title>Mail</title>
  <style>body { font: 16px/2 sans-serif; margin: 20px }</style>
  ${addresses.map((address) => `<p>${address}`).join('')}`;

/** Of each account, whether every place of it is known and nothing is under way. */
const filled = async (extension: Extension): Promise<boolean[]> =>
  (await ask(extension, 'directories')).map(({ places }) =>
    places.every(({ known, filling }) => known !== null && filling === null),
  );
const known = async (extension: Extension): Promise<number[]> =>
  (await ask(extension, 'directories')).map(({ places }) =>
    places.reduce((sum, place) => sum + (place.known?.people ?? 0), 0),
  );

async function openDirectory(extension: Extension, account: string): Promise<Page> {
  const page = await extension.openOptions();
  await accountCard(page, account).getByRole('button', { name: 'Directory' }).click();
  await expect(page.getByRole('heading', { name: `Directory · ${account}` })).toBeFocused();
  return page;
}

test('everybody on a page is marked without a request, and nobody once it is switched off', async ({
  extension,
  sandbox,
  site,
}) => {
  const { systemeOnly, pending, suppressed, unsubscribed } = notable;
  site.put(
    'mail.html',
    letter(
      systemeOnly.email,
      pending.email,
      suppressed.email,
      unsubscribed.email,
      'who@never.example',
    ),
  );
  sandbox.log.length = 0;
  await flagEverywhere(extension);
  await expect.poll(() => filled(extension)).toEqual([true, true]);

  const asked = sandbox.log.length;
  const tab = await extension.openPage(site.url('mail.html'));
  await inkIs(extension, tab, systemeOnly.email, 'green');
  await inkIs(extension, tab, pending.email, 'amber');
  await inkIs(extension, tab, unsubscribed.email, 'amber');
  await inkIs(extension, tab, suppressed.email, 'red');
  expect(sandbox.log).toHaveLength(asked);

  await test.step('removing an account takes its part alone', async () => {
    const [{ id: mail } = { id: '' }] = (await ask(extension, 'accounts')).accounts;
    const [, school] = await known(extension);
    await ask(extension, 'remove', { accountId: mail });
    expect(await known(extension)).toEqual([school]);
    await tab.bringToFront();
    await inkIs(extension, tab, suppressed.email, 'grey');
    await inkIs(extension, tab, systemeOnly.email, 'green');
  });

  await test.step('switching it off takes the rest', async () => {
    const page = await openDirectory(extension, 'Acme School');
    await page.getByRole('switch', { name: 'Keep a directory of Acme School' }).click();
    await expect(page.getByText('is gone')).toBeVisible();
    await tab.bringToFront();
    await inkIs(extension, tab, systemeOnly.email, 'grey');
    expect(await known(extension)).toEqual([0]);
  });
});

test.describe('with a slow server and many people', () => {
  test.use({ sandboxOptions: { people: 6000, matonLimit: { calls: 10_000, seconds: 1 } } });

  test('a worker that is stopped in the middle goes on, and asks for no more than a page again', async ({
    extension,
    sandbox,
  }) => {
    const [, { id: school } = { id: '' }] = (await ask(extension, 'accounts')).accounts;
    await ask(extension, 'setLimit', { accountId: school, limit: { calls: 10_000, seconds: 1 } });
    sandbox.log.length = 0;
    sandbox.break({ command: 'GET /contacts', do: { delay: 300 } });
    await flagEverywhere(extension);
    const pages = () => sandbox.log.filter(({ command }) => command === 'GET /contacts').length;
    await expect.poll(pages).toBeGreaterThan(4);
    await extension.killWorker();
    expect(await filled(extension)).not.toEqual([true, true]);
    sandbox.mend();
    await expect.poll(() => filled(extension), { timeout: 30_000 }).toEqual([true, true]);
    const { contacts } = sandbox.world.right;
    expect((await known(extension))[1]).toBe(contacts.length);
    expect(pages()).toBeLessThanOrEqual(Math.ceil(contacts.length / 100) + 1);
  });
});

test.describe('on its page in the options', () => {
  test.use({ sandboxOptions: { people: 3000 } });

  test('it says how far it is, pauses and goes on, and passes axe in every state', async ({
    extension,
    sandbox,
  }) => {
    test.slow();
    const page = await openDirectory(extension, 'Acme School');
    await expect(page.getByText('No site is flagged')).toBeVisible();
    await expectNoViolation(page, 'before flags are on');

    sandbox.break({ command: 'GET /contacts', do: { delay: 2000 } });
    await flagEverywhere(extension);
    await expect(page.getByRole('progressbar', { name: 'Contacts' })).toBeVisible();
    await expect(page.getByText(/read so far/)).toBeVisible();
    await page.getByRole('button', { name: 'Pause' }).click();
    await expect(page.getByText('Paused: nobody is asked')).toBeVisible();
    await expectNoViolation(page, 'paused in the middle');

    sandbox.mend();
    sandbox.break({ command: 'GET /contacts', do: { status: 503 } });
    await page.getByRole('button', { name: 'Go on' }).click();
    await expect(page.getByText(/has a fault of its own/)).toBeVisible();
    await expectNoViolation(page, 'after a failure');

    sandbox.mend();
    await page.getByRole('button', { name: 'Try again now' }).click();
    await expect(page.getByText(/people, as of \d\d:\d\d/)).toBeVisible({ timeout: 30_000 });
    await page.getByRole('combobox', { name: 'Read everybody anew' }).selectOption('Every day');
    await expect(page.getByText('Saved: every day.')).toBeVisible();
    await expectNoViolation(page, 'read to its end');
  });
});

test('a mark from the directory that is out of date is drawn anew once she is looked at', async ({
  extension,
  sandbox,
  site,
}) => {
  site.put('mail.html', letter(notable.linus.email));
  await flagEverywhere(extension);
  await expect.poll(() => filled(extension)).toEqual([true, true]);
  const tab = await extension.openPage(site.url('mail.html'));
  await inkIs(extension, tab, notable.linus.email, 'green');
  for (const subscriber of sandbox.world.subscribers) {
    if (subscriber.email === notable.linus.email) subscriber.status = 'Unsubscribed';
  }
  const contact = sandbox.world.contact(notable.linus.email);
  if (contact) contact.unsubscribed = true;
  const { x, y, width, height } = await boxOfText(tab, notable.linus.email);
  await tab.mouse.move(x + width / 2 - 6, y + height / 2);
  await tab.mouse.move(x + width / 2, y + height / 2);
  await inkIs(extension, tab, notable.linus.email, 'amber');
});
