/** An open card, on a page that would like to know what it says. */
import { absent, dialogOn, expect, notable, type Page, test } from './harness.ts';
import { list, openTrap, strange } from './pages/open-trap.ts';
import { flagEverywhere, hover } from './pages/reading.ts';

test.use({ accounts: 'both' });

const { linus } = notable;

/** Everything a page can notice that is not pixels. */
const sensePage = (tab: Page) =>
  tab.evaluate(() => {
    const host = document.documentElement.lastElementChild;
    const size = (element: Element | null) =>
      element && [
        element.clientWidth,
        element.clientHeight,
        element.scrollWidth,
        element.scrollHeight,
        ...Object.values(element.getBoundingClientRect().toJSON() as Record<string, number>),
      ];
    const felt: string[] = [];
    for (let x = 0; x < innerWidth; x += 20) {
      for (let y = 0; y < innerHeight; y += 7) {
        felt.push(
          document
            .elementsFromPoint(x, y)
            .map((element) => element.tagName)
            .join(),
        );
      }
    }
    return {
      tags: [...document.querySelectorAll('*')].map((element) => element.tagName).join(),
      attributes: [...document.querySelectorAll('*')].flatMap((element) =>
        [...element.attributes].map(({ name, value }) => `${name}=${value}`),
      ),
      highlights: CSS.highlights.size,
      animations: document.getAnimations().length,
      sizes: [size(document.documentElement), size(document.body), size(host)],
      root: host?.shadowRoot === null,
      styles: document.styleSheets.length + document.adoptedStyleSheets.length,
      names: Object.getOwnPropertyNames(window).filter((name) => /addressee/i.test(name)),
      felt: [...new Set(felt)],
    };
  });

test('an open card tells the page nothing: not by size, search, selection or focus', async ({
  extension,
  site,
}) => {
  site.put('known.html', list([linus.email]));
  site.put('strangers.html', list([strange(linus.email)]));
  await flagEverywhere(extension);
  const sense = async (path: string, address: string, words: string) => {
    const tab = await openTrap(extension, site.url(path), 1);
    await hover(tab, address);
    await expect.poll(async () => (await dialogOn(tab))?.words).toContain(words);
    const seen = await sensePage(tab);
    const found = await tab.evaluate(() => {
      getSelection()?.selectAllChildren(document.documentElement);
      const selected = String(getSelection());
      document.execCommand('selectAll');
      const all = String(getSelection());
      getSelection()?.removeAllRanges();
      const page = window as unknown as { find(text: string): boolean };
      const searched = ['Linus Torvalds', 'Subscribed', 'Not found', 'Acme'].map((each) =>
        page.find(each),
      );
      return { selected, all, searched, text: document.documentElement.innerText };
    });
    await tab.close();
    return { seen, found };
  };
  const known = await sense('known.html', linus.email, 'Subscribed');
  const stranger = await sense('strangers.html', strange(linus.email), 'Not found');
  for (const { found } of [known, stranger]) {
    const read = `${found.selected} ${found.all} ${found.text}`;
    expect(read).not.toMatch(/Acme|Subscribed|Not found|Linus T/);
    expect(found.searched).toEqual([false, false, false, false]);
  }
  expect(known.seen).toEqual(stranger.seen);
});

const SHIFTS = `window.shifts = [];
  new PerformanceObserver((list) => shifts.push(...list.getEntries().map((each) => each.value)))
    .observe({ type: 'layout-shift', buffered: true });`;

const shiftsOn = (tab: Page) =>
  tab.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    return (globalThis as unknown as { shifts: number[] }).shifts;
  });

test('law 5: an open card moves nothing that a page is told of, whatever it has to say', async ({
  extension,
  site,
}) => {
  await flagEverywhere(extension);
  const { ada, longName, markup, rightToLeft } = notable;
  const known = [ada, longName, markup, rightToLeft].map(({ email }) => email);
  const far = `${'long'.repeat(15)}@${'name.'.repeat(10)}example`;
  for (const email of [...known, absent.nobody, far]) {
    site.put('trap.html', list([email], SHIFTS));
    const tab = await openTrap(extension, site.url('trap.html'), 1);
    await hover(tab, email);
    const answer = known.includes(email) ? 'as of' : /Not found|Not among/;
    await expect.poll(async () => (await dialogOn(tab))?.words).toMatch(answer);
    expect(await shiftsOn(tab), email).toEqual([]);
    await tab.close();
  }
});

test('law 5: nor does it where one account answers long after the other', async ({
  extension,
  sandbox,
  site,
}) => {
  await flagEverywhere(extension);
  const { email } = notable.ada;
  site.put('trap.html', list([email], SHIFTS));
  const tab = await openTrap(extension, site.url('trap.html'), 1);
  sandbox.break({ service: 'octeth', do: { delay: 1_500 } });
  await hover(tab, email);
  const words = async () => (await dialogOn(tab))?.words;
  await expect.poll(words).toMatch(/Asking….*Acme School.*Contact/);
  await expect.poll(words).toMatch(/Newsletter.*Acme School.*Contact/);
  expect(await shiftsOn(tab)).toEqual([]);
});
