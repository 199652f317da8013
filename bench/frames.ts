import { expect, type Page } from '@playwright/test';
import { type Figure, median } from './figures.ts';
import { costOf } from './lab/cost.ts';
import { openFlaggedLab, type FlaggedLab, type Guest, settle, SETTLED_MS } from './lab/flagged.ts';
import { ALL_ROWS, tablePage } from './lab/table.ts';
import type { World } from './lab/world.ts';

/** Each is nobody's turn and then ours, and of so many peers too. */
const ROUNDS = 8;
const ROUNDS_OF_PEERS = 2;
/** Scrolling is nine screens, more than are drawn ahead at once, so that drawing them is in it. */
const FRAMES = { mutate: 15, scroll: 160, scrollUnder: 160, insert: 4 };
const WARMING = 3;
/** What the last frame has left to do is counted with it. */
const AFTER_MS = 500;
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

/**
 * The page's own frames, once 7,407 addresses of 100,000 nodes are marked. All take turns on pages
 * that stay open, and each round goes on where the last one has scrolled to: begun anew at the top,
 * it would find drawn what it has drawn before.
 */
export async function benchFrames(): Promise<Figure[]> {
  const lab = await openFlaggedLab();
  try {
    const nobody = await visit(lab, 'nobody');
    const ours = await visit(lab, 'ours');
    const peers: [string, Visit][] = [];
    for (const [name, guest] of Object.entries(PEERS)) peers.push([name, await visit(lab, guest)]);
    for (let round = 0; round < ROUNDS; round += 1) {
      const others = round < ROUNDS_OF_PEERS ? peers.map(([, each]) => each) : [];
      for (const { doing } of DOINGS) {
        for (const each of [nobody, ours, ...others]) await take(each, doing);
      }
    }
    return DOINGS.map(({ doing, work, limit }) => {
      const floor = median(nobody.taken[doing]);
      const timesOf = ({ taken }: Visit): number => median(taken[doing]) / floor;
      return {
        ...{ work, floor: 'nobody there', ours: timesOf(ours) },
        ...{ limit: { atMost: limit }, unit: 'times' },
        peers: Object.fromEntries(peers.map(([name, each]) => [name, timesOf(each)])),
      };
    });
  } finally {
    await lab.close();
  }
}

interface Visit {
  page: Page;
  world: World;
  guest: Guest;
  /** Milliseconds, by what was done. */
  taken: Record<Doing, number[]>;
}

async function visit(lab: FlaggedLab, guest: Guest): Promise<Visit> {
  const { page, world, invite } = await lab.open(tablePage(ALL_ROWS));
  await invite(guest);
  await page.waitForTimeout(SETTLED_MS);
  return { page, world, guest, taken: { mutate: [], scroll: [], scrollUnder: [], insert: [] } };
}

async function take({ page, world, guest, taken }: Visit, doing: Doing): Promise<void> {
  if (doing === 'scrollUnder') await page.evaluate(addBar);
  await settle(page);
  if (doing === 'scrollUnder' && guest === 'ours') await untilCut(world);
  await run(page, doing, WARMING);
  taken[doing].push(await costOf(world, () => run(page, doing, FRAMES[doing])));
  await page.evaluate(clear);
  // What has been removed is not to be collected in another's turn.
  await world.session.send('HeapProfiler.collectGarbage');
}

/** Painted among the page's ordinary content, so that it would lie under whatever comes after it. */
function addBar(): void {
  const bar = document.createElement('header');
  bar.style.cssText = 'position:fixed;inset:0 0 auto;height:60px;background:white';
  document.body.prepend(bar);
}

/** The bar, and the rows that were inserted: the next round is to find the page as this one did. */
function clear(): void {
  for (const each of document.querySelectorAll('header,.inserted')) each.remove();
}

/** Without it the row would measure scrolling under nothing. */
const untilCut = (world: World): Promise<void> =>
  expect
    .poll(() => world.run('guests.isCut()'), { message: 'the bar is cut out of the marks' })
    .toBe(true);

/** Texts change in view, and rows come some screens below it. */
const run = (page: Page, doing: Doing, frames: number): Promise<void> =>
  page.evaluate(
    ({ doing, frames, after }) =>
      new Promise<void>((resolve) => {
        const table = document.querySelector('table');
        const all = table?.rows.length ?? 0;
        const middle = Math.floor(
          (all * (scrollY + innerHeight / 2)) / document.documentElement.scrollHeight,
        );
        const text = table?.rows[middle]?.cells[1]?.firstChild;
        const rows = doing === 'insert' ? 300 : 0;
        let frame = 0;
        const paint = (): void => {
          if ((frame += 1) > frames) return void setTimeout(resolve, after);
          if (doing === 'mutate' && text) text.nodeValue = `Ada ${frame}`;
          if (doing.startsWith('scroll')) scrollBy(0, 40);
          for (let row = 0; row < rows; row += 1) {
            const inserted = table?.insertRow(middle + 300 + row);
            inserted?.append(`row ${frame} ${row}`);
            inserted?.classList.add('inserted');
          }
          requestAnimationFrame(paint);
        };
        requestAnimationFrame(paint);
      }),
    { doing, frames, after: AFTER_MS },
  );
