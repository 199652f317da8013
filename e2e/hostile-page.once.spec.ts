/** Law 5 and “the page is hostile”: a page must not learn from us which addresses the user knows. */
import { connected, expect, marksOn, notable, test } from './harness.ts';
import { list, openTrap, strange } from './pages/open-trap.ts';
import { flagEverywhere, lookUp } from './pages/reading.ts';
import { reportOf, spring, trapOf, type Seen } from './pages/trap.ts';

const { ann, linus, suppressed, pending, unsubscribed } = notable;
const KNOWN = [linus.email, suppressed.email, pending.email, unsubscribed.email];
const STRANGERS = KNOWN.map((email) => strange(email));
/** Looked up and found nowhere, which is known too. */
const ABSENT = KNOWN.map((email) => strange(email, 'q'));

connected(
  'law 5: a page cannot tell known, unknown and absent addresses apart',
  async ({ extension, site }) => {
    for (const email of [...KNOWN, ...ABSENT]) await lookUp(extension, email);
    await flagEverywhere(extension);
    const look = async (addresses: string[], marks: string[]): Promise<Seen> => {
      site.put('trap.html', trapOf(addresses));
      const tab = await openTrap(extension, site.url('trap.html'), addresses.length);
      await expect.poll(() => marksOn(tab)).toEqual(marks);
      const seen = await spring(tab);
      await tab.close();
      return seen;
    };
    const known = await look(KNOWN, ['one', 'stop', 'pending', 'attention']);
    const unknown = await look(
      STRANGERS,
      STRANGERS.map(() => 'unknown'),
    );
    const absent = await look(
      ABSENT,
      ABSENT.map(() => 'absent'),
    );
    expect(reportOf(known, unknown)).toEqual({});
    expect(reportOf(known, absent)).toEqual({});
    for (const { first, second } of [known]) {
      for (const seen of [first, second]) {
        expect(seen).toMatchObject({
          highlights: 0,
          animations: 0,
          names: [],
          found: [],
          sheets: 1,
        });
      }
    }
  },
);

test('law 7: the page sees nothing of its own covered but its addresses', async ({
  extension,
  site,
}) => {
  site.put('trap.html', trapOf(STRANGERS.slice(0, 2)));
  await flagEverywhere(extension);
  const tab = await openTrap(extension, site.url('trap.html'), 2);
  const { covered } = (await spring(tab)).first;
  const places = (covered as string[]).map((each) => each.split(' ').slice(2).map(Number));
  expect(places.length).toBeGreaterThan(0);
  // A line is 35 pixels from the next, and this one has nothing beside it.
  expect(places.filter(([x, y]) => Number(y) < 12 && (x === 40 || Number(y) > 4))).toEqual([]);
});

const spell = (email: string): string => email.replace('@', ' [at] ').replaceAll('.', ' [dot] ');

test.describe('law 5, where two accounts know her and where an address is spelled out', () => {
  test.use({ accounts: 'both' });
  test('a page cannot tell either', async ({ extension, site }) => {
    for (const { email } of [ann, linus]) await lookUp(extension, email);
    await flagEverywhere(extension);
    const look = async ([first = '', second = '']: string[], marks: string[]): Promise<Seen> => {
      site.put('trap.html', trapOf([first, spell(second)]));
      const tab = await openTrap(extension, site.url('trap.html'), 2);
      await expect.poll(() => marksOn(tab)).toEqual(marks);
      const seen = await spring(tab);
      await tab.close();
      return seen;
    };
    const emails = [ann.email, linus.email];
    const known = await look(emails, ['both', 'one']);
    const strangers = emails.map((email) => strange(email));
    expect(reportOf(known, await look(strangers, ['unknown', 'unknown']))).toEqual({});
  });
});

test('the trap sees what a mark in the page’s own tree would give away', async ({
  extension,
  site,
}) => {
  site.put('trap.html', trapOf(STRANGERS));
  const tab = await extension.openPage(site.url('trap.html'));
  const clean = await spring(tab);
  await tab.reload();
  await tab.evaluate(() => {
    const [first] = document.querySelectorAll('p');
    CSS.highlights.set('known', new Highlight(new Range()));
    first?.setAttribute('data-known', '');
  });
  expect(Object.keys(reportOf(clean, await spring(tab)))).toEqual(
    expect.arrayContaining(['first: attributes', 'first: heard', 'first: highlights']),
  );
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
  const tab = await openTrap(extension, site.url('trap.html'), 4);
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

test('our element may be moved, cloned or covered: it tells nothing and nothing breaks', async ({
  extension,
  site,
}) => {
  site.put('trap.html', list(STRANGERS));
  await flagEverywhere(extension);
  const tab = await openTrap(extension, site.url('trap.html'), 4);
  const reached = await tab.evaluate(async () => {
    const host = document.documentElement.lastElementChild as HTMLElement;
    const shelf = document.createElement('section');
    document.body.append(shelf);
    const copies = [host.cloneNode(true), document.importNode(host, true)] as HTMLElement[];
    shelf.append(host, ...copies);
    const cover = document.createElement('div');
    cover.style.cssText = 'position:fixed;inset:0;z-index:2147483647;background:#fff';
    cover.popover = 'manual';
    document.body.append(cover);
    cover.showPopover();
    dispatchEvent(new Event('resize'));
    await new Promise((resolve) => setTimeout(resolve, 200));
    const roots = [host, ...copies].map((each) => each.shadowRoot);
    cover.remove();
    shelf.remove();
    return { roots, texts: copies.map((copy) => copy.textContent) };
  });
  expect(reached).toEqual({ roots: [null, null, null], texts: ['', ''] });
  await tab.evaluate(() => dispatchEvent(new Event('resize')));
  await expect.poll(async () => (await marksOn(tab)).length).toBe(4);
  expect(await tab.evaluate(() => document.documentElement.children.length)).toBe(3);
});
