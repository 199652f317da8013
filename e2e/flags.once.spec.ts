import { connected, expect, notable, test } from './harness.ts';
import { page } from './pages/marks-placed.ts';
import { boxOfText, flagEverywhere, inkIs, lookUp } from './pages/reading.ts';

connected(
  'an address is marked by how its person stands, and one never looked up as unknown',
  async ({ extension, site }) => {
    const { linus, pending, suppressed, unsubscribed } = notable;
    for (const { email } of [linus, pending, suppressed, unsubscribed])
      await lookUp(extension, email);
    await flagEverywhere(extension);
    site.put(
      'mail.html',
      page(`<p>${linus.email}<p>${pending.email}<p>${suppressed.email}<p>${unsubscribed.email}
      <p>who@never.example`),
    );
    const tab = await extension.openPage(site.url('mail.html'));
    await inkIs(extension, tab, linus.email, 'green');
    await inkIs(extension, tab, pending.email, 'amber');
    await inkIs(extension, tab, unsubscribed.email, 'amber');
    await inkIs(extension, tab, suppressed.email, 'red');
    await inkIs(extension, tab, 'who@never.example', 'grey');

    await test.step('and a look-up changes the marks of pages that are open', async () => {
      await lookUp(extension, 'who@never.example');
      site.put('later.html', page(`<p>${notable.softBounced.email}`));
      const later = await extension.openPage(site.url('later.html'));
      await inkIs(extension, later, notable.softBounced.email, 'grey');
      await lookUp(extension, notable.softBounced.email);
      await inkIs(extension, later, notable.softBounced.email, 'amber');
    });
  },
);

connected(
  'law 7: a mark covers no character beside it, and makes no page longer',
  async ({ extension, site }) => {
    const { email } = notable.suppressed;
    await lookUp(extension, email);
    site.put(
      'mail.html',
      `<!doctype html><meta charset="utf-8"><style>
      body { font: 16px/1.2 sans-serif; margin: 0; padding-top: 2000px } p { margin: 0 }
    </style><p>Did you ask ${email}?<p>${email}`,
    );
    const tab = await extension.openPage(site.url('mail.html'));
    await tab.evaluate(() => scrollTo(0, 9e9));
    const { x, y, width, height } = await boxOfText(tab, '?');
    const beside = { x: x + 1, y: y - 4, width: width - 1, height: height + 8 };
    const seen = async () => (await tab.screenshot({ clip: beside })).toString('base64');
    const length = () => tab.evaluate(() => document.documentElement.scrollHeight);
    const before = [await seen(), await length()];
    await flagEverywhere(extension);
    await inkIs(extension, tab, email, 'red');
    expect([await seen(), await length()]).toEqual(before);
  },
);

test('a plain text is marked, and a file of data is left alone', async ({ extension, site }) => {
  await flagEverywhere(extension);
  site.put('notes.txt', 'ada@x.dev');
  const tab = await extension.openPage(site.url('notes.txt'));
  await inkIs(extension, tab, 'ada@x.dev', 'grey');
  const body = '<?xml version="1.0"?><feed>ada@x.dev</feed>';
  await tab.route('**/feed.xml', (route) => route.fulfill({ contentType: 'text/xml', body }));
  await tab.goto(site.url('feed.xml'));
  // The browser shows it in a page of its own making, of two elements.
  expect(await tab.evaluate(() => document.documentElement.children.length)).toBe(2);
  await tab.close();
});
