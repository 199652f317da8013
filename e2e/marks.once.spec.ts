/** Marks stay on their text whatever the page, the window and the browser do. */
import { connected, absent, expect, marksOn, notable, test } from './harness.ts';
import type { Chrome } from './harness/native.ts';
import { areOn, isHidden, misplaced, page } from './pages/marks-placed.ts';
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
