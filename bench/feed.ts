import type { Page } from '@playwright/test';
import type { Figure } from './figures.ts';
import { openFlaggedLab, type FlaggedLab, type Guest, SETTLED_MS } from './lab/flagged.ts';
import { tablePage } from './lab/table.ts';
import { trace } from './lab/trace.ts';

const SECONDS = 6;
const ROWS_A_SECOND = 200;
/** Of ten thousand nodes. */
const ROWS_BEFORE = 740;

/** A page that goes on for ever: two hundred rows a second, each with an address. */
export async function benchFeed(): Promise<Figure[]> {
  const lab = await openFlaggedLab();
  try {
    const ours = await shareOf(lab, 'ours');
    const delays = await delaysOf(lab);
    const late = delays.toSorted((one, other) => one - other)[Math.floor(delays.length * 0.95)];
    return [
      {
        work: `Feed of ${ROWS_A_SECOND} rows a second: our script`,
        floor: 'the main thread',
        ours,
        limit: { atMost: 0.5 },
        unit: 'percent',
        peers: {
          'ours without drawing': await shareOf(lab, 'oursWatched'),
          'linkify-element': await shareOf(lab, 'linkifyAdded'),
        },
      },
      {
        work: 'The same: rows not found',
        floor: `${SECONDS * ROWS_A_SECOND} rows`,
        ours: SECONDS * ROWS_A_SECOND - delays.length,
        limit: { atMost: 0 },
        unit: 'count',
      },
      {
        work: 'The same: found after (95th percentile)',
        floor: '',
        ours: late ?? Infinity,
        limit: { atMost: 250 },
        unit: 'milliseconds',
      },
    ];
  } finally {
    await lab.close();
  }
}

async function shareOf(lab: FlaggedLab, guest: Guest): Promise<number> {
  const { page, invite } = await lab.open(tablePage(0, ROWS_BEFORE));
  await invite(guest);
  await page.waitForTimeout(SETTLED_MS);
  const { script } = await trace(page, () => feed(page));
  await page.close();
  return (script / (SECONDS * 1000)) * 100;
}

async function delaysOf(lab: FlaggedLab): Promise<number[]> {
  const { page, world, invite } = await lab.open(tablePage(0, ROWS_BEFORE));
  await invite('oursWatched');
  await feed(page);
  await page.waitForTimeout(1_000);
  const delays = await world.run<number[]>('guests.found');
  await page.close();
  return delays;
}

const feed = (page: Page): Promise<void> =>
  page.evaluate(
    ({ rows, pause }) =>
      new Promise((resolve) => {
        const table = document.querySelector('tbody');
        const start = performance.now();
        let row = 0;
        const timer = setInterval(() => {
          const due = Math.min(rows, ((performance.now() - start) / 1000) * 200);
          for (; row < due; row += 1) {
            const line = document.createElement('tr');
            line.dataset.came = String(performance.now());
            line.innerHTML = `<td>${row}<td>Ada ${row}<td>row${row}@feed.example.org<td>Sent`;
            table?.append(line);
          }
          if (row < rows) return;
          clearInterval(timer);
          resolve();
        }, pause);
      }),
    { rows: SECONDS * ROWS_A_SECOND, pause: 50 },
  );
