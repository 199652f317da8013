import { expect, test, type Page } from '@playwright/test';
import { openLab, type Lab } from '../bench/lab/browser.ts';
import { bundle } from '../bench/lab/bundle.ts';
import { openWorld, type World } from '../bench/lab/world.ts';

let lab: Lab;
let script: string;

test.beforeAll(async () => {
  [lab, script] = await Promise.all([openLab(), bundle('e2e/pages/reading-world.ts', 'reading')]);
});
test.afterAll(() => lab.close());

async function read(body: string): Promise<{ page: Page; world: World }> {
  const page = await lab.open(body);
  const world = await openWorld(page, script);
  await world.run('reading.start(),0');
  return { page, world };
}

/** In the end; a ticker is listened to again only seconds after it has fallen silent. */
async function holdsAllThere(world: World, count?: number): Promise<void> {
  await expect
    .poll(() => world.run('JSON.stringify(reading.held()) === JSON.stringify(reading.there())'), {
      timeout: 30_000,
    })
    .toBe(true);
  if (count !== undefined) expect(await world.run('reading.held().length')).toBe(count);
}

const rows = (count: number, cell: (row: number) => string): string =>
  `<table>${Array.from({ length: count }, (_, row) => `<tr><td>${row}<td>Ada<td>${cell(row)}`).join('')}</table>`;

const PAGES: { kind: string; body: string; count: number }[] = [
  {
    kind: 'a long table full of them',
    body: rows(9_000, (row) => `row${row}@a.example`),
    count: 9_000,
  },
  {
    kind: 'a long table with few',
    body: rows(9_000, (row) => (row % 900 === 7 ? `To row${row}@a.example.` : 'nobody')),
    count: 10,
  },
  {
    kind: 'a deep tree',
    body: `${'<div>'.repeat(400)}deep@a.example${'</div>'.repeat(400)}${rows(2_000, () => '')}`,
    count: 1,
  },
  {
    kind: 'what is left out beside what is not',
    body: `<script type="application/ld+json">{"@id":"script@a.example"}</script>
      <style>/* style@a.example */</style><textarea>typed@a.example</textarea>
      <select><option>option@a.example</select><div contenteditable>edited@a.example</div>
      <noscript>noscript@a.example</noscript><template>template@a.example</template>
      <p>shown@a.example ${rows(5_000, () => 'x')}`,
    count: 1,
  },
  {
    kind: 'hundreds that are being typed before hundreds that are not',
    body: `<div contenteditable>${rows(1_050, (row) => `typed${row}@a.example`)}</div>
      ${rows(1_050, (row) => `row${row}@a.example`)}`,
    count: 1_050,
  },
  {
    kind: 'more of them to choose from than can be kept',
    body: `<select>${'<option>option@a.example'.repeat(21_000)}</select><p>shown@a.example`,
    count: 1,
  },
  {
    kind: 'very many texts side by side',
    body: `${'ada<br>'.repeat(100)}${'<!-- -->-'.repeat(130_000)}<p>last@a.example${rows(2_000, () => '')}`,
    count: 1,
  },
  {
    kind: 'open shadow roots',
    body: `<x-one><template shadowrootmode="open">one@a.example<x-two><template
      shadowrootmode="open">two@a.example</template></x-two></template></x-one>`,
    count: 2,
  },
];

for (const { kind, body, count } of PAGES) {
  test(`every address is found on a page with ${kind}`, async () => {
    const { world } = await read(body);
    await holdsAllThere(world, count);
  });
}

test('law 7: the first reading is done in slices, however long it takes', async () => {
  const { world } = await read(rows(9_000, (row) => `row${row}@a.example`));
  await holdsAllThere(world);
  expect(await world.run<number>('reading.slicesTaken()')).toBeGreaterThan(1);
});

/** Adds, moves, removes and rewrites at random; a text ticks a thousand times a second. */
const storm = (page: Page, seed: number): Promise<void> =>
  page.evaluate(async (seed) => {
    let state = seed;
    const random = (below: number): number => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((state / 2_147_483_648) * below);
    };
    const list = document.getElementById('list') as HTMLElement; // it is in the body
    const ticker = document.getElementById('ticker') as HTMLElement;
    const any = (): ChildNode | undefined => list.childNodes[random(list.childNodes.length)];
    const doings = [
      (): void =>
        list
          .insertBefore(document.createElement('p'), any() ?? null)
          .append(`n${random(99)}@a.example`),
      (): void => list.append(`text${random(99)}@a.example `),
      (): void => any()?.remove(),
      (): void => void list.insertBefore(any() ?? list.appendChild(new Text(' ')), any() ?? null),
      (): void => {
        const child = any();
        if (child) child.textContent = random(2) ? `new${random(99)}@a.example` : 'nobody';
      },
      (): void => {
        if (random(200) === 0) list.innerHTML = `<p>all${random(99)}@a.example`;
      },
    ];
    const end = performance.now() + 2_000;
    while (performance.now() < end) {
      for (let step = 0; step < 10; step += 1) {
        ticker.innerHTML = random(3) ? `tick${random(99)}@a.example` : 'silent';
        if (random(3) === 0) doings[random(doings.length)]?.();
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }, seed);

for (const seed of [1, 7, 2026]) {
  test(`after a storm (${seed}) what is held is what is there, in its order`, async () => {
    const { page, world } = await read(
      '<p id="ticker">-</p><div id="list"><p>first@a.example</div>',
    );
    await storm(page, seed);
    await holdsAllThere(world);
  });
}
