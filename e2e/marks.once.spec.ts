/** Marks stay on their text whatever the page, the window and the browser do. */
import {
  connected,
  absent,
  expect,
  marksOn,
  notable,
  test,
  type Extension,
  type Page,
} from './harness.ts';
import type { Chrome } from './harness/native.ts';
import { areOn, misplaced, page, rows } from './pages/marks-placed.ts';
import {
  boxOfText,
  flagEverywhere,
  footOf,
  hover,
  hoveredAddress,
  inkUnder,
  lookUp,
} from './pages/reading.ts';

declare const chrome: Chrome;

const isHidden = (extension: Extension, tab: Page, text: string) =>
  expect.poll(() => inkUnder(tab, text, extension), { message: text }).toBe('none');

test.beforeEach(({ extension }) => flagEverywhere(extension));

test('marks stay on their text through layout, fonts, zoom and motion', async ({
  extension,
  site,
}) => {
  site.put(
    'page.html',
    page(
      `<p dir="rtl">שלום rtl@a.example כאן</p>
      <p style="transform: translate(40px) scale(1.4); transform-origin: 0 0">big@a.example</p>
      <p id="font" style="font-family: Late, monospace">font@a.example</p>
      <p style="width: 90px; overflow-wrap: anywhere">averylongname.wrapped@a.example</p>
      <p id="moved" style="transition: translate .6s linear">moved@a.example</p>
      <p style="float: right">right@a.example</p>`,
    ),
  );
  const tab = await extension.openPage(site.url('page.html'));
  const all = ['rtl', 'big', 'font', 'averylongname.wrapped', 'moved', 'right'].map(
    (name) => `${name}@a.example`,
  );
  await areOn(tab, ...all);

  await test.step('a font that arrives', async () => {
    const loaded = await tab.evaluate(async () => {
      const face = new FontFace('Late', 'local("DejaVu Serif"), local("Liberation Serif")');
      document.fonts.add(face);
      return face.load().then(
        () => true,
        () => false,
      );
    });
    expect(loaded).toBe(true);
    await areOn(tab, ...all);
  });
  await test.step('a window of another size', async () => {
    await tab.setViewportSize({ width: 700, height: 500 });
    await areOn(tab, ...all);
  });
  await test.step('the zoom of the browser and of the page', async () => {
    await extension.backstage().evaluate(async () => {
      const tabs = await chrome.tabs.query({});
      await chrome.tabs.setZoom(tabs.find(({ url }) => url?.includes('page.html'))?.id, 1.5);
    });
    await areOn(tab, ...all);
    await tab.evaluate(() => (document.documentElement.style.zoom = '1.25'));
    await areOn(tab, ...all);
    await tab.evaluate(() => (document.documentElement.style.zoom = ''));
  });
  await test.step('what glides is followed, frame by frame', async () => {
    // Held in the midst of it: where a mark is drawn only now and then, it lies behind.
    await tab.evaluate(async () => {
      const moved = document.getElementById('moved');
      if (moved) moved.style.translate = '200px';
      const frame = () => new Promise(requestAnimationFrame);
      for (const begun = performance.now(); performance.now() < begun + 120;) await frame();
      moved?.getAnimations()[0]?.pause();
      await frame();
      await frame();
    });
    expect(await misplaced(tab, all)).toEqual([]);
    await tab.evaluate(() => document.getAnimations()[0]?.play());
    await tab.waitForFunction(() => document.getAnimations().length === 0);
    await areOn(tab, ...all);
  });
  await test.step('print has none', async () => {
    await tab.emulateMedia({ media: 'print' });
    await isHidden(extension, tab, 'right@a.example');
    await tab.emulateMedia({ media: null });
  });
});

test('marks stay on their text through scrolling, and what covers the text covers its mark', async ({
  extension,
  site,
}) => {
  site.put(
    'page.html',
    page(
      `<header id="bar">The bar</header>
      <div class="box" id="box">${rows('box', 30)}</div>
      <x-box></x-box>
      <x-slot>${rows('slot', 30)}</x-slot>
      <div id="app"><p>covered@a.example</p><div id="menu" hidden>A menu over it</div></div>
      ${rows('row', 100)}
      <script>
        const style = '<style>.box { height: 120px; overflow: auto }</style>';
        for (const [name, html] of [['x-box', \`${rows('shadow', 30)}\`], ['x-slot', '<slot></slot>']])
          customElements.define(name, class extends HTMLElement {
            connectedCallback() {
              this.attachShadow({ mode: 'open' }).innerHTML = style + '<div class="box">' + html + '</div>';
            }
          });
      </script>`,
      `#bar { position: fixed; inset: 0 0 auto; height: 60px; background: white }
       .box { height: 120px; overflow: auto; margin-top: 60px }
       #app { isolation: isolate; position: relative }
       #menu { position: absolute; z-index: 5; inset: 0; height: 60px; background: white }`,
    ),
  );
  const tab = await extension.openPage(site.url('page.html'));
  await areOn(tab, 'box0@a.example', 'shadow0@a.example', 'slot0@a.example', 'covered@a.example');

  await test.step('inside boxes: in the page, in an open root, and slotted into one', async () => {
    await tab.evaluate(() => {
      const inner = (name: string) =>
        document.querySelector(name)?.shadowRoot?.querySelector('.box');
      for (const box of [document.getElementById('box'), inner('x-box'), inner('x-slot')]) {
        box?.scrollTo(0, 330);
      }
    });
    await areOn(tab, 'box8@a.example', 'shadow8@a.example', 'slot8@a.example');
  });
  await test.step('a menu opened over the text', async () => {
    await tab.evaluate(() => document.getElementById('menu')?.removeAttribute('hidden'));
    await tab.evaluate(() => document.getElementById('menu')?.append('!'));
    await isHidden(extension, tab, 'A menu over it');
    await tab.evaluate(() => document.getElementById('menu')?.remove());
    await areOn(tab, 'covered@a.example');
  });
  await test.step('the window, under a bar that stays', async () => {
    const bar = async () =>
      (await tab.screenshot({ clip: { x: 0, y: 0, width: 600, height: 60 } })).toString('base64');
    await tab.evaluate(() => scrollTo(0, 0));
    const alone = await bar();
    for (const top of [900, 935, 951]) {
      await tab.evaluate((to) => scrollTo(0, to), top);
      await expect.poll(bar, { message: `at ${top}` }).toBe(alone);
    }
    const shown = await tab.evaluate(
      () =>
        [...document.querySelectorAll('body > p')].find(
          (row) => row.getBoundingClientRect().top > 100,
        )?.textContent,
    );
    await areOn(tab, shown ?? '');
  });
});

test('a dense list in a box has all its marks while it scrolls by itself', async ({
  extension,
  site,
}) => {
  const cells = Array.from({ length: 2_100 }, (_, cell) => `<p>cell${cell}@a.example</p>`).join('');
  site.put(
    'page.html',
    page(
      `<div id="list"><div>${cells}</div></div>`,
      `#list { height: 640px; overflow: auto; font: 9px/14px sans-serif }
       #list > div { display: grid; grid-template-columns: repeat(7, 1fr) } p { margin: 0 }`,
    ),
  );
  const tab = await extension.openPage(site.url('page.html'));
  await areOn(tab, 'cell0@a.example', 'cell140@a.example');
  await tab.evaluate(() => {
    const list = document.getElementById('list');
    let by = 1;
    list?.scrollTo(0, 1_000);
    const go = () => {
      list?.scrollBy(0, (by = -by));
      requestAnimationFrame(go);
    };
    go();
  });
  // At the top, in the middle and at the bottom of what is seen.
  await areOn(tab, 'cell525@a.example', 'cell658@a.example', 'cell798@a.example');
});

test('the top layer: dialogs, popovers and full-screen have their marks, one over the other', async ({
  extension,
  site,
}) => {
  site.put(
    'page.html',
    page(
      `<p>under@a.example</p>
      <div id="pop" popover style="inset: 90px auto auto 40px">pop@a.example</div>
      <dialog style="margin: 160px 40px">modal@a.example</dialog>
      <div id="full" style="background: white; padding: 40px">full@a.example</div>`,
    ),
  );
  const tab = await extension.openPage(site.url('page.html'));
  await areOn(tab, 'under@a.example', 'full@a.example');
  await tab.evaluate(() => document.getElementById('pop')?.showPopover());
  await areOn(tab, 'under@a.example', 'pop@a.example');
  expect(await inkUnder(tab, 'pop@a.example', extension)).toBe('grey');
  await tab.evaluate(() => document.querySelector('dialog')?.showModal());
  await areOn(tab, 'modal@a.example');
  expect(await inkUnder(tab, 'modal@a.example', extension)).toBe('grey');
  await tab.evaluate(() => document.querySelector('dialog')?.close());
  const beneath = await boxOfText(tab, 'under@a.example');
  await tab.locator('#full').click();
  await tab.evaluate(() => document.getElementById('full')?.requestFullscreen());
  await areOn(tab, 'full@a.example');
  expect(await inkUnder(tab, 'full@a.example', extension)).toBe('grey');
  await test.step('what lies beneath is not rested on', async () => {
    await tab.mouse.move(beneath.x + 2, beneath.y + 9);
    await tab.mouse.move(beneath.x + 5, beneath.y + 9);
    await hover(tab, 'full@a.example');
    await expect.poll(() => hoveredAddress(extension)).toBe('full@a.example');
    await tab.mouse.move(beneath.x + 5, beneath.y + 9);
    await expect.poll(() => hoveredAddress(extension)).toBeNull();
  });
  await tab.evaluate(() => document.exitFullscreen());
  await areOn(tab, 'under@a.example', 'full@a.example');
});

test('rows that are used again, rows that keep coming and editors beside them', async ({
  extension,
  site,
}) => {
  site.put(
    'page.html',
    page(
      `<div id="list"><div id="rows"></div></div><div id="feed"></div>
      <div contenteditable="true" role="textbox" id="editor">editor@a.example</div>
      <p id="beside">beside@a.example</p>
      <script>
        const list = document.getElementById('list');
        const rows = document.getElementById('rows');
        rows.innerHTML = '<p></p>'.repeat(8);
        const fill = () => requestAnimationFrame(() => {
          const first = Math.floor(list.scrollTop / 32);
          [...rows.children].forEach((row, index) => {
            row.textContent = 'virtual' + (first + index) + '@a.example';
            row.style.transform = 'translateY(' + (first + index) * 32 + 'px)';
          });
        });
        list.addEventListener('scroll', fill);
        fill();
      </script>`,
      `#list { height: 200px; overflow: auto; position: relative }
       #rows { height: 32000px } #rows p { position: absolute; inset: 0 0 auto; margin: 0; height: 32px }`,
    ),
  );
  const tab = await extension.openPage(site.url('page.html'));
  await areOn(tab, 'virtual0@a.example', 'virtual4@a.example', 'beside@a.example');
  for (const to of [4_000, 4_010, 20_000]) {
    await tab.evaluate((top) => document.getElementById('list')?.scrollTo(0, top), to);
    const first = Math.floor(to / 32) + 1;
    await areOn(tab, `virtual${first}@a.example`, `virtual${first + 3}@a.example`);
  }
  await tab.evaluate(() => {
    const feed = document.getElementById('feed');
    for (let row = 0; row < 400; row += 1) {
      feed?.insertAdjacentHTML('beforeend', `<p>feed${row}@a.example</p>`);
    }
    scrollTo(0, 9e9);
  });
  await areOn(tab, 'feed399@a.example', 'beside@a.example');
  await tab.locator('#editor').click();
  await tab.keyboard.type('more@a.example ');
  await tab.keyboard.press('Enter');
  await areOn(tab, 'beside@a.example');
  await isHidden(extension, tab, 'editor@a.example');
});

connected(
  'each kind of mark has a shape of its own, on light and dark pages and in forced colours',
  async ({ extension, site }) => {
    const { ann, linus, pending, suppressed, unsubscribed } = notable;
    const known = [ann, linus, pending, unsubscribed, suppressed].map(({ email }) => email);
    const addresses = [...known, absent.nobody, 'who@never.example'];
    for (const address of addresses.slice(0, -1)) await lookUp(extension, address);
    for (const [name, colours] of [
      ['light', 'background: #fff; color: #111'],
      ['dark', 'background: #16171b; color: #ddd'],
    ] as const) {
      const rows = addresses.map((address) => `<p>${address}</p>`).join('');
      site.put(`${name}.html`, page(rows, `body { ${colours} }`));
      const tab = await extension.openPage(site.url(`${name}.html`));
      await areOn(tab, ...addresses);
      expect(await marksOn(tab)).toEqual([
        ...['both', 'one', 'pending', 'attention', 'stop', 'absent', 'unknown'],
      ]);
      for (const forcedColors of ['none', 'active'] as const) {
        await tab.emulateMedia({ forcedColors });
        const shapes = new Set<string>();
        for (const address of addresses) shapes.add(await footOf(tab, address, extension));
        // Not one is bare, and no two are alike, whatever their colours.
        expect([...shapes], `${name}, ${forcedColors}`).toHaveLength(addresses.length);
        for (const shape of shapes) expect(shape).toContain('#');
      }
    }
  },
);
