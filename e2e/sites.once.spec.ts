/** Which sites and which of their frames are flagged, and what the browser is asked for (law 9). */
import { connectOcteth, expect, test, type Chrome, type Extension, type Page } from './harness.ts';
import { marksOn } from './harness/closed.ts';
import { allowSite, ask, flagEverywhere } from './pages/reading.ts';

declare const chrome: Chrome;

const page = (body: string) => `<!doctype html><meta charset="utf-8"><title>Mail</title>${body}`;
const marks = (tab: Page) => async () => (await marksOn(tab)).length;
const granted = (extension: Extension) =>
  extension
    .backstage()
    .evaluate(async () => (await chrome.permissions.getAll()).origins?.toSorted() ?? []);
const choose = (extension: Extension, sites: string[]) =>
  ask(extension, 'setFlags', { mode: 'chosen', sites });

test.describe('with no site allowed yet', () => {
  test.use({ grants: 'on-request' });

  test('the popup’s switch flags a site, whatever its port', async ({ extension, site }) => {
    const tab = await extension.openPage(site.url('mail.html'));
    // A click on the toolbar would tell the popup where it is; a test needs this for it.
    await allowSite(extension, `${new URL(tab.url()).origin}/*`);
    const popup = await extension.openPopup(tab);
    await popup.getByRole('switch', { name: /Flag addresses on/ }).click();
    await expect.poll(marks(tab)).toBeGreaterThan(0);
    expect(await granted(extension)).toEqual(['http://mail.test/*']);
  });

  test('law 9: from every site to chosen ones, only those and the accounts stay allowed', async ({
    extension,
    sandbox,
    site,
  }) => {
    const options = await extension.openOptions();
    await connectOcteth(options, { sandbox });
    await options.close();
    await allowSite(extension, '*://*/*');
    const tab = await extension.openPage(site.url('mail.html'));
    await ask(extension, 'setFlags', { mode: 'everywhere', sites: [new URL(tab.url()).origin] });
    const again = await extension.openOptions();
    await again
      .getByRole('radio', { name: /On every site/ })
      .and(again.locator(':checked'))
      .waitFor();
    await again.getByRole('radio', { name: /On sites I choose/ }).click();
    await expect
      .poll(() => granted(extension))
      .toEqual(['http://127.0.0.1/*', 'http://mail.test/*']);
    await tab.bringToFront();
    await expect.poll(marks(tab)).toBeGreaterThan(0);
  });

  test('a chosen frame is flagged on a page that is not, and stays so', async ({
    extension,
    site,
  }) => {
    site.put('frame.html', page('<p>framed@a.example'));
    site.put('around.html', page(`<p>around@a.example<iframe src="${site.url('frame.html')}">`));
    await allowSite(extension, 'http://mail.test/*');
    await choose(extension, ['http://mail.test']);
    const tab = await extension.openPage(site.url('around.html', 'other.test'));
    await expect.poll(hostsIn(tab)).toEqual([2, 3]);
    await choose(extension, ['http://mail.test', 'http://third.test']);
    // Long enough for a stop to arrive: both are told in the same round.
    const again = await extension.openPage(site.url('frame.html'));
    await expect.poll(marks(again)).toBe(1);
    await tab.bringToFront();
    await expect.poll(hostsIn(tab)).toEqual([2, 3]);
    await ask(extension, 'setFlags', { mode: 'off', sites: [] });
    await expect.poll(hostsIn(tab)).toEqual([2, 2]);
  });
});

test('a frame that was not chosen is left alone on a page that was', async ({
  extension,
  site,
}) => {
  site.put('frame.html', page('<p>framed@a.example'));
  const frame = site.url('frame.html', 'other.test');
  site.put('around.html', page(`<p>around@a.example<iframe src="${frame}">`));
  const tab = await extension.openPage(site.url('around.html'));
  await choose(extension, ['http://mail.test']);
  await expect.poll(hostsIn(tab)).toEqual([3, 2]);
  await choose(extension, ['http://other.test']);
  await expect.poll(hostsIn(tab)).toEqual([2, 3]);
});

const FRAMES = `<p>around@a.example
  <iframe srcdoc="<p>written@a.example"></iframe>
  <iframe sandbox="allow-scripts" srcdoc="<p>boxed@a.example"></iframe>
  <iframe id="blank"></iframe>
  <script>blank.contentDocument.body.textContent = 'blank@a.example'</script>`;

test('frames that a chosen page writes itself are flagged, on load and when chosen', async ({
  extension,
  site,
}) => {
  site.put('around.html', page(FRAMES));
  const before = await extension.openPage(site.url('around.html'));
  const elsewhere = await extension.openPage(site.url('around.html', 'other.test'));
  await choose(extension, ['http://mail.test']);
  await before.bringToFront();
  await expect.poll(hostsIn(before)).toEqual([3, 3, 3, 3]);
  const after = await extension.openPage(site.url('around.html'));
  await expect.poll(hostsIn(after)).toEqual([3, 3, 3, 3]);
  await elsewhere.bringToFront();
  expect(await hostsIn(elsewhere)()).toEqual([2, 2, 2, 2]);
  await choose(extension, ['http://other.test']);
  await expect.poll(hostsIn(elsewhere)).toEqual([3, 3, 3, 3]);
  await before.bringToFront();
  await expect.poll(hostsIn(before)).toEqual([2, 2, 2, 2]);
});

/** In each frame the elements of the root: head, body, and ours where it is flagged. */
const hostsIn = (tab: Page) => () =>
  Promise.all(
    tab.frames().map((frame) => frame.evaluate(() => document.documentElement.children.length)),
  );

test('what we keep is closed to the scripts of pages, ours too', async ({ extension, site }) => {
  await flagEverywhere(extension);
  const tab = await extension.openPage(site.url('mail.html'));
  await expect.poll(marks(tab)).toBeGreaterThan(0);
  const reached = await extension.backstage().evaluate(async () => {
    const [{ id: tabId } = {}] = await chrome.tabs.query({ url: 'http://mail.test/*' });
    if (tabId === undefined) throw new Error('no tab');
    const [frame] = await chrome.scripting.executeScript({
      target: { tabId },
      func: () =>
        chrome.storage.local.get(null).then(
          (all) => Object.keys(all).join(),
          () => 'refused',
        ),
    });
    return frame?.result;
  });
  expect(reached).toBe('refused');
});
