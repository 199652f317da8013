import { expect, type Page } from '@playwright/test';
import { type Figure, median } from './figures.ts';
import { costOf } from './lab/cost.ts';
import { openFlaggedLab, type FlaggedLab, type Guest, settle } from './lab/flagged.ts';
import { ALL_ROWS, tablePage } from './lab/table.ts';
import type { World } from './lab/world.ts';

const ROUNDS = 2;
/** Scrolling is nearly seven screens, since what lies ahead is drawn in advance. */
const FRAMES = { mutate: 15, scroll: 120, scrollUnder: 120, insert: 4 };
const DOINGS = [
  { doing: 'mutate', work: 'A frame afterwards: the page changes a text', limit: 1.05 },
  { doing: 'scroll', work: 'A frame afterwards: scrolling', limit: 1.1 },
  { doing: 'insert', work: 'A frame afterwards: 300 rows are inserted', limit: 1.05 },
  {
    doing: 'scrollUnder',
    work: 'A frame afterwards: scrolling under a bar that stays',
    limit: 1.1,
  },
] as const;
type Doing = (typeof DOINGS)[number]['doing'];
const PEERS = { 'CSS highlights': 'highlights', 'an IntersectionObserver on all': 'observeAll' };

/** The page's own frames, once 7,407 addresses of 100,000 nodes are marked. */
export async function benchFrames(): Promise<Figure[]> {
  const lab = await openFlaggedLab();
  try {
    const nobody = await costs(lab, 'nobody');
    const ours = await costs(lab, 'ours');
    const peers: [string, Record<Doing, number>][] = [];
    for (const [name, guest] of Object.entries(PEERS)) peers.push([name, await costs(lab, guest)]);
    return DOINGS.map(({ doing, work, limit }) => ({
      work,
      floor: 'nobody there',
      ours: ours[doing] / nobody[doing],
      limit: { atMost: limit },
      unit: 'times',
      peers: Object.fromEntries(peers.map(([name, each]) => [name, each[doing] / nobody[doing]])),
    }));
  } finally {
    await lab.close();
  }
}

async function costs(lab: FlaggedLab, guest: Guest): Promise<Record<Doing, number>> {
  const taken: Record<Doing, number[]> = { mutate: [], scroll: [], scrollUnder: [], insert: [] };
  const rounds = Object.values(PEERS).includes(guest) ? 1 : ROUNDS;
  for (let round = 0; round < rounds; round += 1) {
    const { page, world, invite } = await lab.open(tablePage(ALL_ROWS));
    await invite(guest);
    await page.waitForTimeout(1_500);
    for (const { doing } of DOINGS) {
      await page.evaluate(setBar, doing === 'scrollUnder');
      await settle(page);
      if (doing === 'scrollUnder' && guest === 'ours') await untilCut(world);
      await run(page, doing, 3);
      taken[doing].push(await costOf(world, () => run(page, doing, FRAMES[doing])));
    }
    await page.close();
  }
  return {
    mutate: median(taken.mutate),
    scroll: median(taken.scroll),
    scrollUnder: median(taken.scrollUnder),
    insert: median(taken.insert),
  };
}

/** Painted among the page's ordinary content, so that it would lie under whatever comes after it. */
function setBar(isThere: boolean): void {
  if (!isThere) return document.querySelector('header')?.remove();
  const bar = document.createElement('header');
  bar.style.cssText = 'position:fixed;inset:0 0 auto;height:60px;background:white';
  document.body.prepend(bar);
}

/** Without it the row would measure scrolling under nothing. */
const untilCut = (world: World): Promise<void> =>
  expect
    .poll(() => world.run('guests.isCut()'), { message: 'the bar is cut out of the marks' })
    .toBe(true);

const run = (page: Page, doing: Doing, frames: number): Promise<void> =>
  page.evaluate(
    ({ doing, frames }) =>
      new Promise<void>((resolve) => {
        const table = document.querySelector('tbody');
        const text = document.querySelector('td:nth-child(2)')?.firstChild;
        const rows = doing === 'insert' ? 300 : 0;
        let frame = 0;
        const paint = (): void => {
          if ((frame += 1) > frames) return resolve();
          if (doing === 'mutate' && text) text.nodeValue = `Ada ${frame}`;
          if (doing.startsWith('scroll')) scrollBy(0, 40);
          for (let row = 0; row < rows; row += 1) {
            table?.insertRow(500 + row).append(`row ${frame} ${row}`);
          }
          requestAnimationFrame(paint);
        };
        requestAnimationFrame(paint);
      }),
    { doing, frames },
  );
