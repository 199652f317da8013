/** What is around the marks: bars that stay, pages that are scaled, and who has the page read out. */
import type { Page } from '@playwright/test';
import { expect, marksOn, test } from './harness.ts';
import { areOn, page, rows } from './pages/marks-placed.ts';
import { flagEverywhere } from './pages/reading.ts';

test.beforeEach(({ extension }) => flagEverywhere(extension));

test('a page that is scaled has its marks in their places, and one that is turned has none', async ({
  extension,
  site,
}) => {
  site.put('page.html', page(rows('row', 60)));
  const tab = await extension.openPage(site.url('page.html'));
  const transform = (value: string) =>
    tab.evaluate((to) => (document.documentElement.style.transform = to), value);
  await areOn(tab, 'row1@a.example', 'row5@a.example');
  await transform('scale(.8, .9)');
  await areOn(tab, 'row1@a.example', 'row5@a.example');
  await transform('rotate(4deg)');
  await expect.poll(() => marksOn(tab)).toEqual([]);
  await transform('');
  await areOn(tab, 'row1@a.example', 'row5@a.example');
});

test('bars keep clear of marks: heads of tables, floating ones, and what a script adds later', async ({
  extension,
  site,
}) => {
  const head = '<thead><tr><th>Mail</th><th>Name</th></tr></thead>';
  const body = Array.from(
    { length: 80 },
    (_, row) => `<tr><td>row${row}@a.example</td><td>x</td></tr>`,
  );
  const list = rows('row', 80);
  const inRoot = `<x-bar></x-bar><script>
    document.querySelector('x-bar').attachShadow({ mode: 'open' }).innerHTML =
      '<div style="position: fixed; inset: 0 0 auto; height: 60px; background: white"></div>';
  </script>`;
  const fixed = (inset: string) =>
    `header { position: fixed; inset: ${inset}; height: 60px; background: white }`;
  const lines = 'p { line-height: 14px; margin: 0 }';
  const pages = {
    head: page(
      `<table>${head}${body.join('')}</table>`,
      `body { margin: 0 } table { width: 600px; border-spacing: 0 }
      th { position: sticky; top: 0; background: white; height: 60px }`,
    ),
    stacked: page(
      `<nav></nav><header></header>${list}`,
      `${lines} ${fixed('30px 0 auto')} nav { position: fixed; inset: 0 0 auto; height: 30px }
      nav { background: white; z-index: 9 }`,
    ),
    floating: page(`<header></header>${list}`, `${lines} ${fixed('8px 8px auto')}`),
    narrow: page(`<header></header>${list}`, `${lines} ${fixed('0 60% auto 0')}`),
    root: page(inRoot + list, lines),
    late: page(list, `${lines} ${fixed('0 0 auto')}`),
  };
  const barOf = async (tab: Page) =>
    (await tab.screenshot({ clip: { x: 0, y: 12, width: 260, height: 44 } })).toString('base64');
  site.put('empty.html', page(''));
  const blank = await barOf(await extension.openPage(site.url('empty.html')));
  for (const [name, html] of Object.entries(pages)) {
    site.put(`${name}.html`, html);
    const tab = await extension.openPage(site.url(`${name}.html`));
    await areOn(tab, 'row9@a.example');
    if (name === 'late') {
      await tab.evaluate(() => document.body.append(document.createElement('header')));
    }
    for (const top of name === 'late' ? [0] : [400, 407]) {
      await tab.evaluate((to) => scrollTo(0, to), top);
      if (name === 'head')
        await tab.evaluate(() =>
          document.querySelectorAll('th').forEach((cell) => cell.replaceChildren()),
        );
      await expect.poll(() => barOf(tab), { message: `${name} at ${top}` }).toBe(blank);
    }
    await tab.close();
  }
});

test('who listens to the page hears nothing of marks', async ({ extension, site }) => {
  site.put('page.html', page(rows('row', 3)));
  const tab = await extension.openPage(site.url('page.html'));
  const session = await tab.context().newCDPSession(tab);
  await expect.poll(() => marksOn(tab)).toHaveLength(3);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const heard = nodes.filter(({ ignored }) => !ignored);
  const said = (role: string) =>
    heard.filter((node) => node.role?.value === role).map(({ name }) => String(name?.value));
  expect(said('StaticText')).toEqual([0, 1, 2].map((row) => `row${row}@a.example`));
  for (const drawn of ['image', 'SvgRoot', 'group']) expect(said(drawn)).toEqual([]);
});
