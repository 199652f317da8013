/** When pages are flagged at all: the sites she chose, flags turned off, scripts that come twice. */
import { expect, test } from './harness.ts';
import { dialogOn } from './harness/closed.ts';
import {
  allowSite,
  ask,
  flagEverywhere,
  flagNowhere,
  hover,
  inkIs,
  inkUnder,
} from './pages/reading.ts';

declare const chrome: { runtime: { reload(): void } };

const page = (body: string) => `<!doctype html><meta charset="utf-8"><title>Mail</title>${body}`;

test('law 7: off means gone without a trace, in open tabs, in frames and with a card open', async ({
  extension,
  site,
}) => {
  site.put('frame.html', page('<p>framed@a.example'));
  site.put('mail.html', page('<p>linus@one.test<p><iframe src="frame.html"></iframe>'));
  const tab = await extension.openPage(site.url('mail.html'));
  const html = () =>
    Promise.all(
      tab.frames().map((frame) => frame.evaluate(() => document.documentElement.outerHTML)),
    );
  const before = await html();
  expect(before).toHaveLength(2);
  await flagEverywhere(extension);
  await inkIs(extension, tab, 'linus@one.test', 'grey');
  await expect.poll(async () => (await html())[1]).not.toBe(before[1]);
  await hover(tab, 'linus@one.test');
  await expect.poll(() => dialogOn(tab)).not.toBeNull();
  await flagNowhere(extension);
  await expect.poll(html).toEqual(before);
  expect(await dialogOn(tab)).toBeNull();
  expect(await inkUnder(tab, 'linus@one.test', extension)).toBe('none');
});

test.describe('with no site allowed yet', () => {
  test.use({ grants: 'on-request' });

  test('law 9: of the sites she has allowed only the chosen ones are flagged', async ({
    extension,
    site,
  }) => {
    const chosen = await extension.openPage(site.url('mail.html'));
    const other = await extension.openPage(site.url('mail.html', 'other.test'));
    await allowSite(extension, 'http://mail.test/*');
    await allowSite(extension, 'http://other.test/*');
    const sites = [chosen, other].map((tab) => new URL(tab.url()).origin);
    await ask(extension, 'setFlags', { mode: 'chosen', sites });
    await other.bringToFront();
    await inkIs(extension, other, 'linus@one.test', 'grey');

    await ask(extension, 'setFlags', { mode: 'chosen', sites: sites.slice(0, 1) });
    await inkIs(extension, other, 'linus@one.test', 'none');
    const later = await extension.openPage(other.url());
    await chosen.reload();
    await chosen.bringToFront();
    await inkIs(extension, chosen, 'linus@one.test', 'grey');
    for (const tab of [other, later]) {
      await tab.bringToFront();
      expect(await inkUnder(tab, 'linus@one.test', extension)).toBe('none');
      expect(await tab.evaluate(() => document.documentElement.children.length)).toBe(2);
    }
  });
});

test('brought in twice, the script marks once', async ({ extension, site }) => {
  const tab = await extension.openPage(site.url('mail.html'));
  await flagEverywhere(extension);
  await flagEverywhere(extension);
  await inkIs(extension, tab, 'linus@one.test', 'grey');
  expect(await tab.evaluate(() => document.documentElement.children.length)).toBe(3);
});

test('a page that outlives an update is marked by nobody or by the newer script alone', async ({
  extension,
  site,
}) => {
  await flagEverywhere(extension);
  const tab = await extension.openPage(site.url('mail.html'));
  await inkIs(extension, tab, 'linus@one.test', 'grey');
  const before = await tab.evaluateHandle(() => document.documentElement.lastElementChild);
  // Its own page goes with it, and so the answer may not come.
  await extension
    .backstage()
    .evaluate(() => chrome.runtime.reload())
    .catch(() => null);
  await expect.poll(() => before.evaluate((host) => host?.isConnected)).toBe(false);
});
