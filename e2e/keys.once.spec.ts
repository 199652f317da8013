import {
  accountCard,
  connectOcteth,
  connectSysteme,
  expect,
  test,
  type Chrome,
  type Extension,
  type Page,
} from './harness.ts';

declare const chrome: Chrome;

const PASSPHRASE = 'correct horse battery staple';

/** A key as it could lie about: plain, or in the encodings that somebody might call hidden. */
function formsOf(key: string): string[] {
  const bytes = Buffer.from(key);
  return [key, bytes.toString('base64').replace(/=+$/, ''), bytes.toString('hex'), encodeURI(key)];
}

function expectNone(keys: string[], text: string, where: string) {
  for (const form of keys.flatMap(formsOf)) {
    expect(text.includes(form), `a key stands in ${where}`).toBe(false);
  }
}

/** What a page shows and what it holds in its fields. */
const readPage = (page: Page) =>
  page.evaluate(() => {
    const fields = [...document.querySelectorAll('input, textarea')];
    const values = fields.map((field) => ('value' in field ? String(field.value) : ''));
    return [document.documentElement.outerHTML, ...values, location.href].join('\n');
  });

/** Every storage there is, the page's own and the one administrators fill too. */
async function readStorage(extension: Extension): Promise<string> {
  const own = await extension.backstage().evaluate(async () => ({
    sessionStorage: Object.entries(sessionStorage),
    managed: await chrome.storage.managed.get(null).catch(() => null),
    caches: await caches.keys(),
  }));
  return JSON.stringify([await extension.storageDump(), own]);
}

/** Keeps every answer that the background gives this page, from now on. */
const recordReplies = (page: Page) =>
  page.evaluate(() => {
    const replies: unknown[] = [];
    Object.assign(globalThis, { replies });
    const send = chrome.runtime.sendMessage;
    chrome.runtime.sendMessage = async (message) => {
      const reply = await send(message);
      replies.push(reply);
      return reply;
    };
  });

test('law 5: after saving, a key is in no storage, message, page, log or address', async ({
  extension,
  sandbox,
  site,
}) => {
  const said: string[] = [];
  extension.context().on('console', (message) => said.push(message.text()));
  site.put('page.html', '<!doctype html><title>Page</title><p>ada@lovelace.dev</p>');
  const web = await extension.openPage(site.url('page.html'));
  const page = await extension.openOptions();
  await recordReplies(page);
  await page.getByRole('radio', { name: 'On every site' }).check();
  await connectOcteth(page, { sandbox });
  await connectSysteme(page, { sandbox });
  await accountCard(page, 'Acme Mail').getByRole('button', { name: 'Test again' }).click();
  await expect(accountCard(page, 'Acme Mail')).toContainText('Connected');
  await accountCard(page, 'Acme School').getByRole('button', { name: 'Change' }).click();
  await expect(page.getByRole('textbox', { name: 'Maton API key' })).toHaveValue('');
  const popup = await extension.popupTab();

  const keys = [sandbox.octeth.key, sandbox.maton.key];
  for (const shown of [page, popup, web]) {
    expectNone(keys, await readPage(shown), shown.url());
  }
  const replies = await page.evaluate(() => JSON.stringify(Reflect.get(globalThis, 'replies')));
  expect(replies, 'the recorder heard the background').toContain('"keyTail":"c64a"');
  expectNone(keys, replies, 'a message to a page');
  const stored = await readStorage(extension);
  expect(stored, 'the dump sees the accounts').toContain('Acme School');
  expectNone(keys, stored, 'storage');
  expectNone(keys, said.join('\n'), 'the console');
  expectNone(keys, extension.problems.list().join('\n'), 'the errors');

  expect(sandbox.log.length).toBeGreaterThan(0);
  for (const { service, url, headers, body } of sandbox.log) {
    const { authorization = '', ...others } = headers;
    expectNone(keys, url, 'an address');
    expectNone(keys, JSON.stringify(others), 'a header');
    // Each key travels to its own service, in the one place where it belongs.
    expectNone([sandbox.maton.key], body, 'a body');
    expectNone([sandbox.octeth.key], authorization, 'the wrong header');
    if (service !== 'octeth') expectNone([sandbox.octeth.key], body, 'the wrong service');
    if (service === 'octeth') expect(authorization).toBe('');
  }
});

test('law 5: a page’s script is given no storage of ours', async ({ extension, sandbox, site }) => {
  const page = await extension.openOptions();
  await connectOcteth(page, { sandbox });
  site.put('page.html', '<!doctype html><title>Page</title>');
  const web = await extension.openPage(site.url('page.html'));
  const kept = await web.evaluate(async () => ({
    items: localStorage.length + sessionStorage.length,
    databases: await indexedDB.databases(),
  }));
  expect(kept).toEqual({ items: 0, databases: [] });
});

test('a removed account takes its sealed key with it', async ({ extension, sandbox }) => {
  const page = await extension.openOptions();
  await connectOcteth(page, { sandbox });
  const before = JSON.stringify((await extension.storageDump()).databases).length;
  await accountCard(page, 'Acme Mail').getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove Acme Mail' }).click();
  await expect(page.getByText('Acme Mail is removed')).toBeVisible();
  const after = await readStorage(extension);
  expect(after).not.toContain('Acme Mail');
  expect(JSON.stringify((await extension.storageDump()).databases).length).toBeLessThan(before);
});

test('a passphrase keeps the keys closed over a restart until it is entered', async ({
  extension,
  sandbox,
}) => {
  const first = await extension.openOptions();
  await connectOcteth(first, { sandbox });
  await first.getByRole('textbox', { name: 'New passphrase' }).fill('short');
  await first.getByRole('button', { name: 'Set passphrase' }).click();
  await expect(first.getByRole('alert')).toContainText('At least');
  await first.getByRole('textbox', { name: 'New passphrase' }).fill(PASSPHRASE);
  await first.getByRole('textbox', { name: 'The same again' }).fill(PASSPHRASE);
  await first.getByRole('button', { name: 'Set passphrase' }).click();
  await expect(first.getByRole('button', { name: 'Lock now' })).toBeVisible();

  await extension.restart();
  const page = await extension.openOptions();
  const card = accountCard(page, 'Acme Mail');
  await expect(card).toContainText('Locked');
  sandbox.log.length = 0;
  await card.getByRole('button', { name: 'Test again' }).click();
  await expect(card).toContainText('Your keys are locked');
  expect(sandbox.log).toEqual([]);
  expectNone([sandbox.octeth.key, PASSPHRASE], await readStorage(extension), 'locked storage');

  await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill('not this one');
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByRole('alert')).toContainText('not the passphrase');
  await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByRole('button', { name: 'Lock now' })).toBeVisible();
  await card.getByRole('button', { name: 'Test again' }).click();
  await expect(card).toContainText('Connected');

  await page.getByRole('button', { name: 'Lock now' }).click();
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await page.getByRole('button', { name: 'Take passphrase away' }).click();
  await page.getByRole('button', { name: 'Take it away' }).click();
  await expect(page.getByRole('textbox', { name: 'New passphrase' })).toBeVisible();
});
