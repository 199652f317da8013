import type { Page } from '@playwright/test';
import { type Figure, median } from './figures.ts';
import { costOf } from './lab/cost.ts';
import { openFlaggedLab, settle, type FlaggedLab } from './lab/flagged.ts';
import { ALL_ROWS, tablePage } from './lab/table.ts';
import { trace, type Trace } from './lab/trace.ts';

const ROUNDS = 5;
const DISGUISED = 20;
/** Of ten thousand nodes, to begin with. */
const ROWS_BEFORE = 740;
/** For the first look, which comes after three, and whatever follows it. */
const SECONDS = 10;
/** Its limits are this part's own; those for all our script are the feed's and the ticker's. */
const LIMITS = { gate: 2.5, longest: 8, reading: 30, share: 0.1, feed: 0.5, ticker: 0.1 };

/** What it costs to find addresses in disguise, on a page that has some and on one without. */
export async function benchDisguises(): Promise<Figure[]> {
  const lab = await openFlaggedLab('bench/disguises/world.ts');
  try {
    const nothing = await watch(lab, tablePage(0), 'gateAlone', wait);
    const some = await watch(lab, disguisedPage(ALL_ROWS), 'readerAlone', wait);
    const feedOfNothing = await watch(lab, tablePage(0, ROWS_BEFORE), 'gateAlone', (page) =>
      feed(page, 'Nobody', 'Nobody'),
    );
    return [
      {
        work: 'Disguises, none in 100,000 nodes: the look for signs of them',
        floor: '`textContent` and `indexOf`',
        ours: await costOfGate(lab),
        limit: { atMost: LIMITS.gate },
        unit: 'times',
      },
      longest('The same: its longest task', nothing),
      {
        work: 'The same on a feed of 200 rows a second: our script',
        floor: 'the main thread',
        ours: shareOf(feedOfNothing),
        limit: { atMost: LIMITS.share },
        unit: 'percent',
      },
      longest(`${DISGUISED} disguised in 100,000 nodes: the reader's longest task`, some),
      {
        work: 'The same: all of its script in ten seconds of changes',
        floor: '',
        ours: some.script,
        limit: { atMost: LIMITS.reading },
        unit: 'milliseconds',
      },
      await inAll(lab, 'Feed with disguises: all our script', LIMITS.feed, (page) =>
        feed(page, 'row@feed.example.org', 'row [at] feed.example.org'),
      ),
      await inAll(lab, 'Ticker with disguises: all our script', LIMITS.ticker, tick),
    ];
  } finally {
    await lab.close();
  }
}

const longest = (work: string, traced: Trace): Figure => ({
  work,
  floor: '',
  ours: traced.longest,
  limit: { atMost: LIMITS.longest },
  unit: 'milliseconds',
});

const shareOf = ({ script }: Trace): number => (script / (SECONDS * 1000)) * 100;

async function inAll(
  lab: FlaggedLab,
  work: string,
  limit: number,
  during: (page: Page) => Promise<void>,
): Promise<Figure> {
  const body = disguisedPage(ROWS_BEFORE);
  return {
    work,
    floor: 'the main thread',
    ours: shareOf(await watch(lab, body, 'oursReading', during)),
    limit: { atMost: limit },
    unit: 'percent',
    peers: {
      'without the reader': shareOf(await watch(lab, body, 'ours', during)),
      'the reader alone': shareOf(await watch(lab, body, 'readerAlone', during)),
    },
  };
}

/** Of one look at all of it, over the floor. */
async function costOfGate(lab: FlaggedLab): Promise<number> {
  const costs: Record<'floor' | 'gate', number[]> = { floor: [], gate: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const work of ['floor', 'gate'] as const) {
      const { page, world } = await lab.open(tablePage(0));
      await world.run('guests.readBefore()');
      costs[work].push(await costOf(world, () => world.run(`guests.${work}()`)));
      await page.close();
    }
  }
  return median(costs.gate) / median(costs.floor);
}

async function watch(
  lab: FlaggedLab,
  body: string,
  guest: string,
  during: (page: Page) => Promise<void>,
): Promise<Trace> {
  const { page, world, invite } = await lab.open(body);
  const isWhole = guest.startsWith('ours');
  if (!isWhole) await invite('readBefore');
  await settle(page);
  const traced = await trace(page, async () => {
    await invite(guest);
    await during(page);
  });
  const found = await world.run<number>('guests.found()');
  const isWrong =
    guest === 'readerAlone' ? found < DISGUISED : await world.run('guests.isBrought()');
  if (isWrong) throw new Error(`${guest} found ${found}`);
  await page.close();
  return traced;
}

/** The addresses of a page, spelled out, in pieces and coded by turns. */
function disguisedPage(rows: number): string {
  let turn = 0;
  return tablePage(DISGUISED, rows).replace(/(person\d+)@(mail\d.example.org)/g, (_, name, at) => {
    turn += 1;
    if (turn % 3 === 0) return `${name} [at] ${at}`;
    if (turn % 3 === 1) return `<b>${name}</b>@<i>${at}</i>`;
    return `<a data-cfemail="00${Buffer.from(`${name}@${at}`).toString('hex')}">hidden</a>`;
  });
}

/**
 * Meanwhile the page reads itself: the memory of whoever sleeps may be taken away by the machine,
 * and to touch it again would be the most of all that is measured.
 */
const wait = (page: Page): Promise<void> =>
  page.evaluate(async (seconds) => {
    const start = performance.now();
    while (performance.now() - start < seconds * 1000) {
      if (document.body.textContent === '') return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }, SECONDS);

/** Two hundred rows a second, each tenth another. */
const feed = (page: Page, cell: string, tenth: string): Promise<void> =>
  page.evaluate(
    async ([seconds, cell, tenth]) => {
      const table = document.querySelector('tbody');
      const start = performance.now();
      for (let row = 0; row < seconds * 200;) {
        const due = ((performance.now() - start) / 1000) * 200;
        for (; row < due; row += 1) {
          const line = document.createElement('tr');
          line.innerHTML = `<td>${row}<td>Ada ${row}<td>${row}${row % 10 ? cell : tenth}<td>Sent`;
          table?.append(line);
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    [SECONDS, cell, tenth] as const,
  );

/** A thousand writes a second of one text. */
const tick = (page: Page): Promise<void> =>
  page.evaluate(async (seconds) => {
    const text = document.querySelector('td')?.firstChild;
    if (!text) return;
    const start = performance.now();
    for (let value = 0; performance.now() - start < seconds * 1000;) {
      for (let write = 0; write < 10; write += 1) text.nodeValue = `price ${(value += 1)}`;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }, SECONDS);
