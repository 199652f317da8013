/**
 * Law 5 and “the page is hostile”: a page that lists addresses must not learn from us which of
 * them the user knows, and must not be able to make us ask.
 */
import { absent, expect, notable, test, type Extension, type Page } from './harness.ts';
import { dialogOn, marksOn } from './harness/closed.ts';
import { boxOfText, flagEverywhere, hover, lookUp } from './pages/reading.ts';

const { linus, suppressed, pending } = notable;
const KNOWN = [linus.email, suppressed.email, pending.email];
/** As long as the known ones, letter for letter, so that nothing but the standing differs. */
const strange = (email: string) => email.replaceAll(/[a-z]/g, 'x');
const STRANGERS = KNOWN.map(strange);

/** One address a page, in the same place: what the page sees must not differ. */
const list = (addresses: string[], script = '') => `<!doctype html><meta charset="utf-8">
  <title>Trap</title><style>body { font: 16px/2 monospace; margin: 20px; overflow-x: hidden }</style>
  <script>${script}</script>${addresses.map((each) => `<p>${each}</p>`).join('')}`;

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

async function openTrap(extension: Extension, address: string, marks: number): Promise<Page> {
  const tab = await extension.openPage(address);
  await expect.poll(async () => (await marksOn(tab)).length).toBe(marks);
  return tab;
}

test('law 5: a page of customers and a page of strangers look the same to the page', async ({
  extension,
  connectBoth,
  site,
}) => {
  await connectBoth();
  for (const email of KNOWN) await lookUp(extension, email);
  await flagEverywhere(extension);
  site.put('known.html', list(KNOWN));
  site.put('strangers.html', list(STRANGERS));
  const known = await openTrap(extension, site.url('known.html'), 3);
  await expect.poll(() => marksOn(known)).toEqual(['one', 'stop', 'pending']);
  const ofKnown = await sensePage(known);
  const strangers = await openTrap(extension, site.url('strangers.html'), 3);
  expect(await marksOn(strangers)).toEqual(['unknown', 'unknown', 'unknown']);
  expect(ofKnown).toEqual(await sensePage(strangers));
  expect(ofKnown).toMatchObject({ highlights: 0, animations: 0, root: true, names: [] });
});

test('nothing that the page has patched before us gives it our roots or our words', async ({
  extension,
  site,
}) => {
  const script = `
    window.caught = [];
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (init) {
      const root = attach.call(this, { ...init, mode: 'open' });
      caught.push(['root', init.mode]);
      return root;
    };
    for (const name of ['append', 'replaceChildren', 'showPopover', 'togglePopover']) {
      const own = Element.prototype[name] || HTMLElement.prototype[name];
      const where = Element.prototype[name] ? Element.prototype : HTMLElement.prototype;
      where[name] = function (...given) { caught.push([name]); return own.apply(this, given); };
    }
    const post = window.postMessage;
    window.postMessage = (...given) => { caught.push(['post']); post.apply(window, given); };
    addEventListener('message', () => caught.push(['message']));
    const dispatch = EventTarget.prototype.dispatchEvent;
    EventTarget.prototype.dispatchEvent = function (event) {
      caught.push([event.type]);
      return dispatch.call(this, event);
    };
    window.chrome = undefined; window.browser = { runtime: { sendMessage: () => caught.push(['sent']) } };
    new MutationObserver((records) => {
      for (const record of records) {
        if (record.type === 'attributes') caught.push(['attribute', record.attributeName]);
        for (const node of record.addedNodes) if (record.target === document.documentElement)
          caught.push(['added', node.outerHTML ?? '']);
      }
    }).observe(document, { subtree: true, attributes: true, childList: true });`;
  site.put('trap.html', list(STRANGERS, script));
  await flagEverywhere(extension);
  const tab = await openTrap(extension, site.url('trap.html'), 3);
  const caught = await tab.evaluate(() =>
    (globalThis as unknown as { caught: string[][] }).caught.filter(
      ([what, html]) => !(what === 'added' && html?.startsWith('<body')),
    ),
  );
  expect(caught).toEqual([['added', '<div></div>']]);
  const reached = await tab.evaluate(() => {
    const host = document.documentElement.lastElementChild as HTMLElement;
    const tries = [
      () => host.shadowRoot,
      () => host.attachInternals().shadowRoot,
      () => host.attachShadow({ mode: 'open' }),
      () => (host.cloneNode(true) as HTMLElement).shadowRoot,
      () => host.getHTML({ serializableShadowRoots: true }) || null,
      () => (host.textContent || host.innerText || null) as unknown,
    ];
    return tries.map((attempt) => {
      try {
        return attempt() ? 'reached' : 'nothing';
      } catch {
        return 'refused';
      }
    });
  });
  expect(reached).not.toContain('reached');
});

test('forged events open nothing and ask nothing', async ({
  extension,
  sandbox,
  connectBoth,
  site,
}) => {
  await connectBoth();
  site.put('trap.html', list([linus.email, ...STRANGERS], ''));
  await flagEverywhere(extension);
  const tab = await openTrap(extension, site.url('trap.html'), 4);
  const before = sandbox.log.length;
  const { x, y } = await boxOfText(tab, linus.email);
  await tab.evaluate(
    async ([left, top]) => {
      const at = { clientX: left + 9, clientY: top + 9, bubbles: true, composed: true };
      for (let step = 0; step < 40; step += 1) {
        const target = document.elementFromPoint(left + 9, top + 9) ?? document.body;
        const screen = { screenX: step, screenY: step };
        target.dispatchEvent(new PointerEvent('pointermove', { ...at, ...screen }));
        target.dispatchEvent(new MouseEvent('mousemove', { ...at, ...screen }));
        target.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true }));
        target.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    [x, y] as const,
  );
  expect(await dialogOn(tab)).toBeNull();
  expect(sandbox.log.slice(before)).toEqual([]);
});

test('a page that slides its text under a resting pointer, or focuses its links, is not hovered', async ({
  extension,
  sandbox,
  connectBoth,
  site,
}) => {
  await connectBoth();
  site.put(
    'trap.html',
    `${list([STRANGERS[0] ?? ''])}<a id="link" href="mailto:${linus.email}">Write</a>`,
  );
  await flagEverywhere(extension);
  const tab = await openTrap(extension, site.url('trap.html'), 2);
  await tab.mouse.move(500, 300);
  await tab.mouse.move(501, 301);
  const before = sandbox.log.length;
  await tab.evaluate(async () => {
    const text = document.querySelector('p');
    text?.setAttribute('style', 'position:fixed;left:440px;top:275px;margin:0');
    for (let step = 0; step < 10; step += 1) {
      document.getElementById('link')?.focus();
      await new Promise((resolve) => setTimeout(resolve, 120));
      document.getElementById('link')?.blur();
    }
  });
  expect(await dialogOn(tab)).toBeNull();
  expect(sandbox.log.slice(before)).toEqual([]);
});

test('an open card tells the page nothing: not by size, search, selection or focus', async ({
  extension,
  connectBoth,
  site,
}) => {
  await connectBoth();
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

test('law 5: an open card moves nothing that a page is told of, whatever it has to say', async ({
  extension,
  connectBoth,
  site,
}) => {
  await connectBoth();
  await flagEverywhere(extension);
  const script = `window.shifts = [];
    new PerformanceObserver((list) => shifts.push(...list.getEntries().map((each) => each.value)))
      .observe({ type: 'layout-shift', buffered: true });`;
  const { ada, longName, markup, rightToLeft } = notable;
  const known = [ada, longName, markup, rightToLeft].map(({ email }) => email);
  const far = `${'long'.repeat(15)}@${'name.'.repeat(10)}example`;
  for (const email of [...known, absent.nobody, far]) {
    site.put('trap.html', list([email], script));
    const tab = await openTrap(extension, site.url('trap.html'), 1);
    await hover(tab, email);
    const answer = known.includes(email) ? 'as of' : /Not found|Not among/;
    await expect.poll(async () => (await dialogOn(tab))?.words).toMatch(answer);
    const shifts = await tab.evaluate(async () => {
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
      return (globalThis as unknown as { shifts: number[] }).shifts;
    });
    expect(shifts, email).toEqual([]);
    await tab.close();
  }
});

test('our element comes back when it is taken away, but not for ever', async ({
  extension,
  site,
}) => {
  const script = `window.taken = 0;
    new MutationObserver(() => {
      const last = document.documentElement.lastElementChild;
      if (last.tagName === 'DIV') { window.taken += 1; last.remove(); }
    }).observe(document, { childList: true, subtree: true });`;
  site.put('trap.html', list(STRANGERS, script));
  await flagEverywhere(extension);
  const tab = await extension.openPage(site.url('trap.html'));
  const taken = () => tab.evaluate(() => (globalThis as unknown as { taken: number }).taken);
  await expect.poll(taken).toBeGreaterThan(0);
  await tab.evaluate(async () => {
    for (let step = 0; step < 60; step += 1) {
      dispatchEvent(new Event('resize'));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });
  expect(await taken()).toBeLessThanOrEqual(20);
});
