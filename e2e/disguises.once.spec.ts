/** What only a real browser has: slots, styles, shadow roots that come late. */
import { expect, test, type Page } from '@playwright/test';
import { openLab, type Lab } from '../bench/lab/browser.ts';
import { bundle } from '../bench/lab/bundle.ts';
import { openWorld, type World } from '../bench/lab/world.ts';

let lab: Lab;
let script: string;

test.beforeAll(async () => {
  [lab, script] = await Promise.all([
    openLab(),
    bundle('e2e/pages/disguises-world.ts', 'disguises'),
  ]);
});
test.afterAll(() => lab.close());

test.slow();

/** The last line is always found, so that it is known when the page has been read. */
async function read(body: string): Promise<{ page: Page; world: World }> {
  const page = await lab.open(`${body}<p>end [at] x.dev</p>`);
  const world = await openWorld(page, script);
  await world.run('disguises.start(),0');
  return { page, world };
}

const expectFound = (world: World, addresses: string[]): Promise<void> =>
  expect
    .poll(() => world.run('disguises.disguises()'), { timeout: 40_000 })
    .toEqual([...addresses, 'end@x.dev'].toSorted());

const host = (light: string, root: string): string =>
  `<p><x-a>${light}<template shadowrootmode="open">${root}</template></x-a></p>`;

const CASES: { kind: string; body: string; addresses: string[] }[] = [
  { kind: 'spelled out in a root', body: host('', 'ada [at] x.dev'), addresses: ['ada@x.dev'] },
  {
    kind: 'coded in a root',
    body: host('', '<a data-cfemail="0061646140782e646576">hidden</a>'),
    addresses: ['ada@x.dev'],
  },
  {
    kind: 'in pieces in a root',
    body: host('', '<b>ada</b>@<i>x.dev</i>'),
    addresses: ['ada@x.dev'],
  },
  {
    kind: 'in a root within a root',
    body: host('', '<x-b><template shadowrootmode="open">ada [at] x.dev</template></x-b>'),
    addresses: ['ada@x.dev'],
  },
  {
    kind: 'in pieces in a slot',
    body: host('<b>ada</b>@<i>x.dev</i>', '<p><slot></slot></p>'),
    addresses: ['ada@x.dev'],
  },
  {
    kind: 'in pieces over the edge of a root',
    body: `<p>ada<x-a><template shadowrootmode="open">@x.dev</template></x-a>`,
    addresses: ['ada@x.dev'],
  },
  {
    kind: 'in pieces around a slot',
    body: host('@x', 'ada<slot></slot>.dev'),
    addresses: ['ada@x.dev'],
  },
  {
    kind: 'in what a slot falls back on',
    body: host('', 'ada<slot>@x.dev</slot>'),
    addresses: ['ada@x.dev'],
  },
  {
    kind: 'as a whole where the root goes on before its slot (law 1)',
    body: host('doe@<b>x.dev</b>', 'john.<slot></slot>'),
    addresses: ['john.doe@x.dev'],
  },
  {
    kind: 'as a whole where a slot within goes on (law 1)',
    body: host('jane.', '<slot></slot>doe<b>@x</b>.dev'),
    addresses: ['jane.doe@x.dev'],
  },
  {
    kind: 'nowhere where slots stand apart (law 1)',
    body: host('<b slot="a">ada</b>@x.dev', '<slot name="a"></slot> <slot></slot>'),
    addresses: [],
  },
  {
    kind: 'nowhere where the root shows something else beside it (law 1)',
    body: '<p>ada@<x-a>x.dev<template shadowrootmode="open">: <slot></slot></template></x-a>',
    addresses: [],
  },
];

for (const { kind, body, addresses } of CASES) {
  test(`an address is read ${kind}`, async () => {
    const { world } = await read(body);
    await expectFound(world, addresses);
  });
}

test('a root that comes late is read, and what changes in it', async () => {
  const { page, world } = await read('<x-a></x-a>');
  await expectFound(world, []);
  await page.evaluate(() => {
    const root = document.querySelector('x-a')?.attachShadow({ mode: 'open' });
    if (root) root.innerHTML = '<p>ada [at] x.dev</p>';
  });
  await expectFound(world, ['ada@x.dev']);
  await page.evaluate(() => {
    document.querySelector('x-a')?.shadowRoot?.querySelector('p')?.replaceChildren('bo [at] x.dev');
  });
  await expectFound(world, ['bo@x.dev']);
});
