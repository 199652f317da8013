import type { Page } from '@playwright/test';
import { type Figure, median } from './figures.ts';
import { openFlaggedLab, type FlaggedLab, type Guest, SETTLED_MS } from './lab/flagged.ts';
import { tablePage } from './lab/table.ts';
import { trace } from './lab/trace.ts';

const SECONDS = 5;
const ROUNDS = 1;
/** Of ten thousand nodes. */
const ROWS = 740;
const KINDS = ['nodeValue', 'textContent', 'innerHTML'] as const;
type Kind = (typeof KINDS)[number];

interface Ticked {
  /** Our script, in hundredths of the main thread. */
  share: number;
  /** What one write costs the page, in microseconds, with whoever hears of it. */
  write: number;
}

/** A page that rewrites one text a thousand times a second. */
export async function benchTicker(): Promise<Figure[]> {
  const lab = await openFlaggedLab();
  try {
    const figures: Figure[] = [];
    for (const kind of KINDS) {
      const nobody = await tickAll(lab, 'nobody', kind);
      const ours = await tickAll(lab, 'ours', kind);
      const idle = await tickAll(lab, 'watchIdly', kind);
      const rescan = await tickAll(lab, 'rescan', kind);
      figures.push(
        {
          work: `Ticker by ${kind}, 1,000 writes a second: our script`,
          floor: 'the main thread',
          ours: ours.share,
          limit: { atMost: 0.1 },
          unit: 'percent',
          peers: { 'an empty observer': idle.share, 'a full rescan': rescan.share },
        },
        {
          work: 'The same: a write of the page',
          floor: 'nobody there',
          ours: ours.write / nobody.write,
          limit: { atMost: 1.5 },
          unit: 'times',
          peers: { 'an empty observer': idle.write / nobody.write },
        },
      );
    }
    return figures;
  } finally {
    await lab.close();
  }
}

async function tickAll(lab: FlaggedLab, guest: Guest, kind: Kind): Promise<Ticked> {
  const rounds = guest === 'rescan' ? 1 : ROUNDS;
  const ticked: Ticked[] = [];
  for (let round = 0; round < rounds; round += 1) ticked.push(await tick(lab, guest, kind));
  return {
    share: median(ticked.map((each) => each.share)),
    write: median(ticked.map((each) => each.write)),
  };
}

async function tick(lab: FlaggedLab, guest: Guest, kind: Kind): Promise<Ticked> {
  const { page, invite } = await lab.open(`<p id="ticker">0</p>${tablePage(20, ROWS)}`);
  await invite(guest);
  await page.waitForTimeout(SETTLED_MS);
  let write = 0;
  const { script } = await trace(page, async () => {
    write = await rewrite(page, kind);
  });
  await page.close();
  return { share: (script / (SECONDS * 1000)) * 100, write };
}

/** Ten writes every ten milliseconds; the mean, without those that the machine interrupted. */
const rewrite = (page: Page, kind: Kind): Promise<number> =>
  page.evaluate(
    async ({ kind, seconds }) => {
      const element = document.getElementById('ticker');
      const text = element?.firstChild;
      if (!element || !text) return 0;
      const node = kind === 'nodeValue' ? text : element;
      const interrupted = 0.3;
      let value = 0;
      let spent = 0;
      let writes = 0;
      const start = performance.now();
      while (performance.now() - start < seconds * 1000) {
        const before = performance.now();
        for (let write = 0; write < 10; write += 1) {
          (node as unknown as Record<string, string>)[kind] = `price ${(value += 1)}`; // each has its kind
        }
        // Observers hear of it before this goes on.
        await Promise.resolve();
        const taken = performance.now() - before;
        if (taken < interrupted) {
          spent += taken;
          writes += 10;
        }
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      return (spent / writes) * 1000;
    },
    { kind, seconds: SECONDS },
  );
