import { accountCard, connectOcteth, expect, test, type Chrome, type Page } from './harness.ts';
import { alert, fillOcteth, save, server } from './pages/options.ts';

declare const chrome: Chrome;

test('an account is tested again and its address changed', async ({ extension, sandbox }) => {
  const page = await extension.openOptions();
  await connectOcteth(page, { sandbox });
  const card = accountCard(page, 'Acme Mail');
  await card.getByRole('button', { name: 'Test again' }).click();
  await expect(card.getByRole('status').first()).toContainText('Connected');
  await card.getByRole('button', { name: 'Change' }).click();
  await expect(page.getByText(/c64a, kept in this browser/)).toBeVisible();
  await server(page).fill('https://elsewhere.test');
  await save(page);
  // Law 5: the kept key is never sent to another server.
  await expect(alert(page)).toContainText('key once more');
  expect(await page.getByRole('textbox', { name: 'API key' }).inputValue()).toBe('');
});

test('spaces, a trailing slash and /api.php in the address are put right', async ({
  extension,
  sandbox,
}) => {
  const page = await extension.openOptions();
  for (const [index, ending] of ['/', '/api.php', '/api.php/ '].entries()) {
    await fillOcteth(page, `  ${sandbox.octeth.url}${ending}`, ` ${sandbox.octeth.key} `);
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill(`Mail ${index}`);
    await save(page);
    await expect(accountCard(page, `Mail ${index}`)).toContainText(
      new URL(sandbox.octeth.url).host,
    );
  }
});

test('bad input is refused in words before anything is sent', async ({ extension, sandbox }) => {
  const page = await extension.openOptions();
  for (const [address, words] of [
    ['', 'Type the address'],
    ['   ', 'Type the address'],
    ['mail.acme.com', 'Begin with https://'],
    ['http://mail.acme.com', 'in the open'],
    ['<img src=x onerror=alert(1)>', 'no server address'],
    ['x'.repeat(10_000), 'far too long'],
    ['مثال.إختبار 🦊', 'no server address'],
    ['name,email\nada,ada@lovelace.dev', 'no server address'],
  ] as const) {
    await fillOcteth(page, address, sandbox.octeth.key);
    await save(page);
    await expect(alert(page)).toContainText(words);
    await expect(server(page)).toBeFocused();
    await expect(server(page)).toHaveAttribute('aria-invalid', 'true');
  }
  await fillOcteth(page, sandbox.octeth.url, '   ');
  await save(page);
  await expect(alert(page)).toContainText('Paste the API key');
  expect(sandbox.log).toEqual([]);
});

test.describe('a browser that was not asked yet', () => {
  test.use({ grants: 'on-request' });

  test('law 9: only this server’s host is asked for, and refusing keeps the form', async ({
    extension,
    sandbox,
  }) => {
    const page = await extension.openOptions();
    await page.evaluate(() => {
      const real = chrome.permissions.request;
      Object.assign(globalThis, { real, asked: [] });
      chrome.permissions.request = (wanted) => {
        Object.assign(globalThis, { asked: wanted });
        return Promise.resolve(false);
      };
    });
    await fillOcteth(page, sandbox.octeth.url, sandbox.octeth.key);
    await save(page);
    await expect(alert(page)).toContainText('may not talk to 127.0.0.1');
    await expect(alert(page)).toContainText('allow it when your browser asks');
    expect(await page.evaluate(() => Reflect.get(globalThis, 'asked'))).toEqual({
      origins: ['http://127.0.0.1/*'],
    });
    expect(await server(page).inputValue()).toBe(sandbox.octeth.url);
    expect(sandbox.log).toEqual([]);
    await page.evaluate(() => {
      chrome.permissions.request = Reflect.get(globalThis, 'real');
    });
    await save(page);
    await expect(page.getByRole('article')).toBeVisible();
    const granted = await page.evaluate(() => chrome.permissions.getAll());
    expect(granted.origins).toEqual(['http://127.0.0.1/*']);
  });
});

test('law 4: a half-filled form survives the tab, without its key', async ({
  extension,
  sandbox,
}) => {
  const page = await extension.openOptions();
  await fillOcteth(page, `${sandbox.octeth.url}/half`, sandbox.octeth.key);
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Half');
  await page.close();
  const again = await extension.openOptions();
  await expect(server(again)).toHaveValue(`${sandbox.octeth.url}/half`);
  await expect(again.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Half');
  await expect(again.getByRole('textbox', { name: 'API key' })).toHaveValue('');
  await expect(again.getByText('except the key')).toBeVisible();
});

test.describe('a new install', () => {
  test.use({ keepInstallTab: true });
  test('opens this page by itself', async ({ extension }) => {
    const isOptions = (page: Page) => page.url() === extension.url('options.html');
    await expect.poll(() => extension.context().pages().some(isOptions)).toBe(true);
  });
});
