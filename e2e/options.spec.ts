import {
  accountCard,
  connectionRadio,
  connectOcteth,
  connectSysteme,
  expect,
  test,
} from './harness.ts';
import { alert, fillOcteth, fillSysteme, save, server } from './pages/options.ts';

test('several accounts of each kind are added, renamed, paused and removed', async ({
  extension,
  sandbox,
}) => {
  const page = await extension.openOptions();
  await expect(page.getByText('Start by connecting an account')).toBeVisible();
  await connectOcteth(page, { sandbox });
  await connectSysteme(page, { sandbox });
  await connectOcteth(page, { sandbox, name: 'Second Mail' });
  await connectSysteme(page, { sandbox, name: 'Second School' });
  const mail = accountCard(page, 'Acme Mail');
  await expect(mail.getByRole('group', { name: 'Lists' }).getByRole('checkbox')).toHaveCount(3);

  await mail.getByRole('button', { name: 'Rename' }).click();
  await page.getByRole('textbox', { name: 'New name' }).fill('Harbour Mail');
  await page.getByRole('button', { name: 'Save name' }).click();
  const renamed = accountCard(page, 'Harbour Mail');

  await renamed.getByRole('button', { name: 'Pause' }).click();
  await expect(renamed).toContainText('Nothing is asked of this account.');
  await renamed.getByRole('button', { name: 'Resume' }).click();
  await renamed.getByRole('checkbox', { name: 'Archive 2019' }).uncheck();
  await expect(renamed).toContainText('2 of 3 lists are searched');

  await accountCard(page, 'Second School').getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove Second School' }).click();
  await expect(page.getByText('Second School is removed')).toBeVisible();

  await page.reload();
  await expect(page.getByRole('article')).toHaveCount(3);
  const lists = accountCard(page, 'Harbour Mail').getByRole('group', { name: 'Lists' });
  await expect(lists.getByRole('checkbox', { name: 'Archive 2019' })).not.toBeChecked();
  await expect(lists.getByRole('checkbox', { name: 'Newsletter' })).toBeChecked();
});

test('a wrong Octeth key, a web page, no answer: each is named', async ({ extension, sandbox }) => {
  const page = await extension.openOptions();
  await fillOcteth(page, sandbox.octeth.url, 'wrong-key-1234');
  await save(page);
  await expect(alert(page)).toContainText('Octeth does not know this API key');
  await expect(page.getByRole('textbox', { name: 'API key' })).toBeFocused();

  sandbox.break({ service: 'octeth', do: 'html' });
  await fillOcteth(page, sandbox.octeth.url, sandbox.octeth.key);
  await save(page);
  await expect(alert(page)).toContainText('web page instead of data');

  sandbox.mend();
  await fillOcteth(page, 'http://127.0.0.1:9', sandbox.octeth.key);
  await save(page);
  await expect(alert(page)).toContainText('127.0.0.1:9 could not be reached');
  expect(await server(page).inputValue()).toBe('http://127.0.0.1:9');
});

test('Maton’s 401, Systeme.io’s 401 and a missing connection are told apart', async ({
  extension,
  sandbox,
}) => {
  const page = await extension.openOptions();
  await fillSysteme(page, { ...sandbox.maton, key: 'wrong-key-1234' });
  await save(page);
  await expect(alert(page)).toContainText('Maton does not know this API key');

  sandbox.world.breakKey(sandbox.maton.connection);
  await page.getByRole('textbox', { name: 'Maton API key' }).fill(sandbox.maton.key);
  await save(page);
  await connectionRadio(page, sandbox).check();
  await save(page);
  await expect(alert(page)).toContainText('Systeme.io no longer accepts the connection');

  sandbox.world.connections = [];
  await page.getByRole('textbox', { name: 'Maton API key' }).fill(sandbox.maton.key);
  await save(page);
  await expect(alert(page)).toContainText('no active connection');
  await expect(page.getByRole('article')).toHaveCount(0);
});

test('law 2: with several connections nothing is chosen for her, and one of them is sent', async ({
  extension,
  sandbox,
}) => {
  const page = await extension.openOptions();
  await fillSysteme(page, sandbox.maton);
  await save(page);
  const radios = page.getByRole('radiogroup', { name: 'Connection' }).getByRole('radio');
  await expect(radios).toHaveCount(2);
  for (const radio of await radios.all()) await expect(radio).not.toBeChecked();
  await save(page);
  await expect(alert(page)).toContainText('Choose a connection first');
  await connectionRadio(page, sandbox).check();
  await save(page);
  await expect(page.getByRole('article')).toBeVisible();
  const sent = sandbox.log.filter(({ service }) => service === 'gateway');
  expect(sent.length).toBeGreaterThan(0);
  for (const { headers } of sent) {
    expect(headers['maton-connection']).toBe(sandbox.maton.connection);
  }
});

test('where Maton’s hosts do not answer, those that do are one press away', async ({
  extension,
  sandbox,
}) => {
  const page = await extension.openOptions();
  const worker = await extension.worker();
  // No test leaves this machine: the renamed hosts lead to the sandbox, the old ones nowhere.
  await worker.evaluate(({ gateway, control }) => {
    const real = globalThis.fetch;
    globalThis.fetch = (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input);
      if (/^(gateway|ctrl)\.maton\.ai$/.test(url.host)) return Promise.reject(new TypeError('no'));
      if (url.host !== 'api.maton.ai') return real(input, init);
      const base = url.pathname.startsWith('/connections') ? control : gateway;
      const there = new URL(url.pathname + url.search, base);
      return real(input instanceof Request ? new Request(there, input) : there, init);
    };
  }, sandbox.maton);
  await page.getByRole('button', { name: 'Add Systeme.io account' }).click();
  await page.getByRole('textbox', { name: 'Maton API key' }).fill(sandbox.maton.key);
  await save(page);
  await page.getByRole('button', { name: 'Use api.maton.ai' }).click();
  await connectionRadio(page, sandbox).check();
  await expect(page.getByRole('textbox', { name: 'Gateway address' })).toHaveValue(
    'https://api.maton.ai',
  );
  await save(page);
  await expect(page.getByRole('article')).toContainText('api.maton.ai');
});

test.describe('a server that cannot tell its lists', () => {
  test.use({ sandboxOptions: { lacks: ['lists.get', 'journey.list'] } });

  test('takes ids by hand', async ({ extension, sandbox }) => {
    const page = await extension.openOptions();
    await connectOcteth(page, { sandbox });
    const card = accountCard(page, 'Acme Mail');
    await card.getByRole('textbox', { name: 'List id' }).fill('0');
    await card.getByRole('button', { name: 'Add list' }).click();
    await expect(card.getByRole('alert')).toContainText('whole number');
    await card.getByRole('textbox', { name: 'List id' }).fill('12');
    await card.getByRole('textbox', { name: 'List name' }).fill('Newsletter');
    await card.getByRole('button', { name: 'Add list' }).click();
    const lists = card.getByRole('group', { name: 'Lists' });
    await expect(lists.getByRole('checkbox', { name: 'Newsletter' })).toBeChecked();
    await page.reload();
    await expect(lists.getByRole('checkbox', { name: 'Newsletter' })).toBeChecked();
  });
});
