/** Marks stay on their text while it is scrolled, under what covers it, and where rows are used again. */
import { expect, test } from './harness.ts';
import { areOn, isHidden, page, rows } from './pages/marks-placed.ts';
import { flagEverywhere } from './pages/reading.ts';

test.beforeEach(({ extension }) => flagEverywhere(extension));

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
