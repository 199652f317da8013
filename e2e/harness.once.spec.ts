import { connected, expect, notable, test, type Chrome } from './harness.ts';
import { ask } from './harness/ask.ts';

declare const chrome: Chrome;

test('the built extension loads, its worker answers, and answers again once killed', async ({
  extension,
}) => {
  const worker = await extension.worker();
  expect(new URL(worker.url()).host).toBe(extension.id);
  await worker.evaluate(() => Object.assign(globalThis, { firstLife: true }));
  await extension.killWorker();
  const again = await extension.worker();
  expect(await again.evaluate(() => 'firstLife' in globalThis)).toBe(false);
});

test('the real popup opens over a page and is told apart from its page in a tab', async ({
  extension,
  site,
}) => {
  site.put('empty.html', '<!doctype html><title>Empty</title>');
  const page = await extension.openPage(site.url('empty.html'));
  await extension.popupTab();
  const popup = await extension.openPopup(page);
  expect(await popup.evaluate(async () => (await chrome.tabs.getCurrent()) ?? null)).toBeNull();
});

test('a restart keeps what is stored', async ({ extension }) => {
  await extension.backstage().evaluate(() => chrome.storage.local.set({ kept: 'yes' }));
  await extension.restart();
  expect((await extension.storageDump()).local).toMatchObject({ kept: 'yes' });
});

test('both services answer beside it', async ({ sandbox }) => {
  const reply = await fetch(`${sandbox.octeth.url}/api.php`, { method: 'POST' });
  expect(reply.status).toBeLessThan(500);
  expect(sandbox.log).toHaveLength(1);
});

for (const [grants, before] of [
  ['granted', true],
  ['on-request', false],
] as const) {
  test.describe(grants, () => {
    test.use({ grants });
    test(`hosts are ${grants}`, async ({ extension }) => {
      const hosts = { origins: ['*://*/*'] };
      const ask = () =>
        extension.backstage().evaluate((h) => chrome.permissions.contains(h), hosts);
      expect(await ask()).toBe(before);
    });
  });
}

test('an error in the worker and a request to the world are both seen', async ({ extension }) => {
  const worker = await extension.worker();
  await worker.evaluate(() => {
    void Promise.reject(new Error('planted'));
    void fetch('https://example.com/planted').catch(() => null);
  });
  await extension.problems.collect(extension.context(), extension.id);
  const seen = extension.problems.list().join('\n');
  expect(seen).toContain('planted');
  expect(seen).toContain('left this machine: https://example.com/planted');
  extension.problems.allow(/planted/);
});

for (const round of ['one', 'another']) {
  connected(
    `${round} test begins with both accounts, in a world nobody has touched`,
    async ({ extension, sandbox }) => {
      expect(sandbox.log).toEqual([]);
      const { accounts } = await ask(extension, 'accounts');
      expect(accounts.map(({ name }) => name)).toEqual(['Acme Mail', 'Acme School']);
      const { email: address } = notable.ada;
      for (const { id: accountId } of accounts) {
        const { profiles } = await ask(extension, 'lookUp', { accountId, address, fresh: true });
        expect(profiles).not.toEqual([]);
      }
      sandbox.world.subscribers = [];
    },
  );
}
