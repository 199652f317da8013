/**
 * Documents of every kind and temper: marks, or silence; never an error in the page’s console,
 * which the harness watches for.
 */
import { dialogOn, expect, marksOn, test, type Page } from './harness.ts';
import { flagEverywhere } from './pages/reading.ts';

const ADDRESS = 'ada@a.example';
const html = (body: string): string =>
  `<!doctype html><meta charset="utf-8"><title>Document</title><body>${body}`;
const marked = (tab: Page, marks: number) =>
  expect.poll(async () => (await marksOn(tab)).length).toBe(marks);
/** On the first address; the page's own names are in the way of whoever asks for a text. */
async function rest(tab: Page): Promise<void> {
  const box = await tab.evaluate(() => document.querySelector('p')?.getBoundingClientRect());
  const [x, y] = [(box?.left ?? 0) + 20, (box?.top ?? 0) + 8];
  await tab.mouse.move(x, y);
  await tab.mouse.move(x + 5, y);
}

test('pages that forbid almost everything are marked all the same', async ({ extension, site }) => {
  await flagEverywhere(extension);
  const strict = {
    'no source at all': { 'content-security-policy': "default-src 'none'" },
    'trusted types': {
      'content-security-policy': "require-trusted-types-for 'script'; trusted-types 'none'",
    },
    isolated: {
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    },
    sandboxed: { 'content-security-policy': 'sandbox' },
    'sandboxed with scripts': { 'content-security-policy': 'sandbox allow-scripts' },
    'no permission': { 'permissions-policy': 'camera=(), clipboard-read=(), fullscreen=()' },
  };
  for (const [name, headers] of Object.entries(strict)) {
    await test.step(name, async () => {
      site.put('strict.html', html(`<p>${ADDRESS}<p>beth@a.example`), headers);
      // Only a trusted origin is isolated.
      const tab = await extension.openPage(site.url('strict.html', 'localhost'));
      await marked(tab, 2);
      if (name === 'isolated') expect(await tab.evaluate(() => crossOriginIsolated)).toBe(true);
      await tab.close();
    });
  }
});

test('frames: sandboxed, written by their page, and without any address of their own', async ({
  extension,
  site,
}) => {
  await flagEverywhere(extension);
  const inner = `<p>${ADDRESS}</p>`;
  site.put('inner.html', html(inner));
  const frames = {
    sandboxed: '<iframe sandbox src="inner.html"></iframe>',
    'sandboxed with scripts': '<iframe sandbox="allow-scripts" src="inner.html"></iframe>',
    'of its own origin':
      '<iframe sandbox="allow-same-origin allow-scripts" src="inner.html"></iframe>',
    srcdoc: `<iframe srcdoc="${inner}"></iframe>`,
    'sandboxed srcdoc': `<iframe sandbox srcdoc="${inner}"></iframe>`,
    object: '<object type="text/html" data="inner.html"></object>',
    'of data': `<iframe src="data:text/html,${encodeURIComponent(inner)}"></iframe>`,
    blank: '<iframe></iframe>',
  };
  for (const [name, frame] of Object.entries(frames)) {
    await test.step(name, async () => {
      site.put('outer.html', html(`<p>beth@a.example</p>${frame}`));
      const tab = await extension.openPage(site.url('outer.html'));
      await expect.poll(async () => (await marksOn(tab)).length).toBeGreaterThan(0);
      const [, framed] = tab.frames();
      // Its marks may lie in another process; that our element is there is seen from here.
      const parts = () => framed?.evaluate(() => document.documentElement.children.length);
      await expect.poll(parts).toBe(name === 'blank' ? 2 : 3);
      await tab.close();
    });
  }
});

test('a document opened and written anew is marked anew, as often as it is', async ({
  extension,
  site,
}) => {
  await flagEverywhere(extension);
  site.put('page.html', html(`<p>${ADDRESS}`));
  const tab = await extension.openPage(site.url('page.html'));
  await marked(tab, 1);
  for (const lines of [2, 3, 1]) {
    await tab.evaluate((count) => {
      document.open();
      document.write(`<!doctype html><title>Anew</title>${'<p>ada@a.example'.repeat(count)}`);
      document.close();
    }, lines);
    await marked(tab, lines);
  }
});

test('what is no page of text: XML, drawings, data, PDF; and pages that lack their parts', async ({
  extension,
  site,
}) => {
  await flagEverywhere(extension);
  const xhtml = `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>X</title></head>
    <body><p>${ADDRESS}</p></body></html>`;
  const pdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>`;
  const kinds: [kind: string, content: string, marks: number | null][] = [
    ['application/xhtml+xml', xhtml, 1],
    ['text/plain', `Write to ${ADDRESS}`, 1],
    ['text/html', `<p>${ADDRESS}`, 1],
    ['text/html', '<frameset><frame src="about:blank"></frameset>', 0],
    ['text/html', '', 0],
    ['application/json', JSON.stringify({ address: ADDRESS }), null],
    ['application/xml', `<?xml version="1.0"?><feed>${ADDRESS}</feed>`, 0],
    ['text/xml', `<?xml version="1.0"?><feed><a>${ADDRESS}</a><b>&broken</feed>`, null],
    [
      'image/svg+xml',
      `<svg xmlns="http://www.w3.org/2000/svg"><text y="20">${ADDRESS}</text></svg>`,
      0,
    ],
    ['text/css', `a { content: '${ADDRESS}' }`, null],
    ['text/csv', `name,${ADDRESS}`, null],
    ['application/pdf', pdf, null],
  ];
  for (const [kind, content, marks] of kinds) {
    await test.step(`${kind} ${content.slice(0, 20)}`, async () => {
      site.put('file', content, { 'content-type': kind });
      const tab = await extension.context().newPage();
      // What is downloaded instead of shown opens no page.
      await tab.goto(site.url('file')).catch(() => null);
      if (marks !== null) await marked(tab, marks);
      await tab.close();
    });
  }
});

test('a page that has no root for a while is marked once it has one again', async ({
  extension,
  site,
}) => {
  await flagEverywhere(extension);
  site.put('bare.html', html(`<p>${ADDRESS}<p>beth@a.example`));
  const tab = await extension.openPage(site.url('bare.html'));
  await marked(tab, 2);
  await tab.evaluate(async () => {
    const root = document.documentElement;
    root.remove();
    for (let frame = 0; frame < 60; frame += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    document.append(root);
    document.body.insertAdjacentHTML('beforeend', '<p>cleo@a.example');
  });
  await marked(tab, 3);
});

test('a form whose fields are called what a script asks of an element', async ({
  extension,
  site,
}) => {
  await flagEverywhere(extension);
  const names = [
    ...['parentElement', 'parentNode', 'childNodes', 'children', 'firstChild', 'nextSibling'],
    ...['previousSibling', 'firstElementChild', 'childElementCount', 'textContent', 'nodeType'],
    ...['nodeName', 'localName', 'tagName', 'getAttribute', 'matches', 'closest', 'contains'],
    ...['getRootNode', 'isConnected', 'shadowRoot', 'assignedSlot', 'isContentEditable', 'style'],
    ...['checkVisibility', 'getClientRects', 'getBoundingClientRect', 'append', 'remove', 'hidden'],
    ...['querySelector', 'querySelectorAll', 'getElementsByTagName', 'hasChildNodes', 'dataset'],
    ...['ownerDocument', 'addEventListener', 'compareDocumentPosition', 'host', 'focus'],
  ];
  const fields = names.map((name) => `<input type="hidden" name="${name}">`).join('');
  const spelled = '<p>beth [at] a.example<p><b>cleo</b>@a.example<p>';
  const content = `<form tabindex="0">${fields}<p>${ADDRESS}${spelled}<i></i></form>`;
  site.put('form.html', html(content));
  const tab = await extension.openPage(site.url('form.html'));
  await marked(tab, 3);
  await tab.evaluate(() => {
    document.querySelector('p')?.append(' ', 'dora@a.example');
    const form = document.querySelector('form');
    HTMLElement.prototype.append.call(form, 'emil@a.example');
  });
  await marked(tab, 5);
  // What ticks is listened around.
  await tab.evaluate(async () => {
    const ticking = document.querySelector('i');
    for (let tick = 0; tick < 200; tick += 1) {
      if (ticking) ticking.textContent = String(tick);
      if (tick % 20 === 0) await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    if (ticking) ticking.textContent = 'fred@a.example';
  });
  await marked(tab, 6);
  await rest(tab);
  await expect.poll(() => dialogOn(tab)).toMatchObject({ name: ADDRESS });
});

/** A browser keeps these names to the page's own world. */
test('a page whose forms and pictures are called what a script asks of its document', async ({
  extension,
  site,
}) => {
  await flagEverywhere(extension);
  const names = [
    ...['body', 'documentElement', 'hidden', 'fonts', 'elementFromPoint', 'addEventListener'],
    ...['createElement', 'createElementNS', 'createRange', 'createExpression', 'evaluate'],
    ...['createTreeWalker', 'createTextNode', 'activeElement', 'hasFocus', 'URL', 'host'],
    ...['parentNode', 'childNodes', 'nodeType', 'nodeName', 'isConnected', 'contains'],
    ...['textContent', 'getRootNode', 'implementation', 'defaultView', 'ownerDocument'],
  ];
  const named = names.map((name) => `<img name="${name}"><form name="${name}"></form>`).join('');
  const scroller = '<div style="overflow:auto;position:relative">';
  site.put('named.html', html(`${named}${scroller}<p>${ADDRESS}<p>beth [at] a.example</div>`));
  const tab = await extension.openPage(site.url('named.html'));
  await marked(tab, 2);
  await rest(tab);
  await expect.poll(() => dialogOn(tab)).toMatchObject({ name: ADDRESS });
});
