import type { Page } from '@playwright/test';
import { type Figure, median } from './figures.ts';
import { type Lab, openLab } from './lab/browser.ts';
import { bundle } from './lab/bundle.ts';
import { costOf } from './lab/cost.ts';
import { ALL_ROWS, tablePage } from './lab/table.ts';
import { openWorld, type World } from './lab/world.ts';
import type { READERS } from './scan/readers.ts';

type Reader = keyof typeof READERS;

const ROUNDS = 5;
const READER_NAMES: Reader[] = ['floor', 'ours', 'everything', 'a TreeWalker', 'linkifyjs'];
const LIMITS = [
  { addresses: 0, limit: 1.1 },
  { addresses: 20, limit: 4 },
  { addresses: ALL_ROWS, limit: 9 },
];
const HEAP_LIMIT = 30;

/** The first scan of 100,000 nodes, each in a fresh world whose code has never run before. */
export async function benchScan(): Promise<Figure[]> {
  const lab = await openLab();
  const script = await bundle('bench/scan/readers.ts', 'readers');
  try {
    const figures: Figure[] = [];
    for (const { addresses, limit } of LIMITS) {
      const { costs, heaps } = await race(lab, script, addresses);
      const { floor = 1, ours = 0, everything = 0, ...peers } = costs;
      figures.push({
        work: `First scan of 100,000 nodes with ${addresses} addresses`,
        floor: '`textContent` and `indexOf`',
        ours: ours / floor,
        limit: { atMost: limit },
        unit: 'times',
        peers: {
          ...Object.fromEntries(Object.entries(peers).map(([name, cost]) => [name, cost / floor])),
          'ours with links and shadow roots': everything / floor,
        },
      });
      if (addresses === 20) figures.push(heapFigure(heaps));
    }
    return figures;
  } finally {
    await lab.close();
  }
}

const heapFigure = ({ ours = 0, ...heaps }: Record<string, number>): Figure => ({
  work: 'The same with 20: heap it takes',
  floor: '',
  ours,
  limit: { atMost: HEAP_LIMIT },
  unit: 'kilobytes',
  peers: { 'a TreeWalker': heaps['a TreeWalker'] ?? 0, linkifyjs: heaps.linkifyjs ?? 0 },
});

interface Race {
  /** Milliseconds of the main thread, the median. */
  costs: Record<string, number>;
  /** Kilobytes, the median. */
  heaps: Record<string, number>;
}

async function race(lab: Lab, script: string, addresses: number): Promise<Race> {
  const page = await lab.open(tablePage(addresses));
  const costs: Record<string, number[]> = {};
  const heaps: Record<string, number[]> = {};
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const reader of READER_NAMES) {
      if (reader === 'linkifyjs' && round >= 1) continue; // seconds, each time
      await changeTree(page);
      const world = await openWorld(page, script);
      const before = addresses === 20 ? await heapOf(world) : 0;
      let found = 0;
      const cost = await costOf(world, async () => {
        found = await world.run<number>(`readers.READERS['${reader}']()`);
      });
      if (reader !== 'floor' && found !== addresses) throw new Error(`${reader} found ${found}`);
      (costs[reader] ??= []).push(cost);
      if (addresses === 20) (heaps[reader] ??= []).push((await usedBy(world)) - before);
      await world.session.detach();
    }
  }
  await page.close();
  return { costs: medians(costs), heaps: medians(heaps) };
}

/** The browser keeps what it has counted until a list changes: no reader is to profit from another. */
const changeTree = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const list of document.querySelectorAll('body,tbody')) {
      list.append(document.createElement('tr'));
      list.lastChild?.remove();
    }
  });

const medians = (columns: Record<string, number[]>): Record<string, number> =>
  Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, median(values)]));

async function heapOf(world: World): Promise<number> {
  await world.session.send('HeapProfiler.collectGarbage');
  return usedBy(world);
}

async function usedBy({ session }: World): Promise<number> {
  return (await session.send('Runtime.getHeapUsage')).usedSize / 1000;
}
