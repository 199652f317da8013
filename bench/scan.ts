import { type Figure, median } from './figures.ts';
import { type Lab, openLab } from './lab/browser.ts';
import { bundle } from './lab/bundle.ts';
import { costOf } from './lab/cost.ts';
import { settle } from './lab/flagged.ts';
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
/** With so many the heap is measured too. */
const HEAP_AT = 20;
const HEAP_LIMIT = 30;

/** The first scan of 100,000 nodes: each of a fresh page, by code that has never run before. */
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
      if (addresses === HEAP_AT) figures.push(heapFigure(heaps));
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
  peers: {
    'a TreeWalker': heaps['a TreeWalker'] ?? 0,
    linkifyjs: heaps.linkifyjs ?? 0,
    'ours once more, its code compiled by then': heaps[AGAIN] ?? 0,
  },
});

const AGAIN = 'once more';

interface Race {
  /** Milliseconds of the main thread, the median. */
  costs: Record<string, number>;
  /** Kilobytes, the median. */
  heaps: Record<string, number>;
}

async function race(lab: Lab, script: string, addresses: number): Promise<Race> {
  const costs: Record<string, number[]> = {};
  const heaps: Record<string, number[]> = {};
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const reader of READER_NAMES) {
      if (reader === 'linkifyjs' && round >= 1) continue; // seconds, each time
      const { world, read, close } = await prepare(lab, script, { reader, addresses });
      (costs[reader] ??= []).push(await costOf(world, read));
      await close();
      if (addresses !== HEAP_AT) continue;
      const [heap, again] = await heapsOf(lab, script, reader);
      (heaps[reader] ??= []).push(heap);
      if (reader === 'ours') (heaps[AGAIN] ??= []).push(again);
    }
  }
  return { costs: medians(costs), heaps: medians(heaps) };
}

const medians = (columns: Record<string, number[]>): Record<string, number> =>
  Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, median(values)]));

interface Prepared {
  world: World;
  /** Another world of the same page. */
  anew(): Promise<Prepared>;
  read(): Promise<void>;
  close(): Promise<void>;
}

/** The browser keeps what it has counted of a page: no reader is to profit from another. */
async function prepare(
  lab: Lab,
  script: string,
  { reader, addresses }: { reader: Reader; addresses: number },
): Promise<Prepared> {
  const page = await lab.open(tablePage(addresses));
  await settle(page);
  const prepareWorld = async (): Promise<Prepared> => {
    const world = await openWorld(page, script);
    return {
      world,
      anew: prepareWorld,
      async read() {
        const found = await world.run<number>(`readers.READERS['${reader}']()`);
        if (reader !== 'floor' && found !== addresses) throw new Error(`${reader} found ${found}`);
      },
      close: () => page.close(),
    };
  };
  return prepareWorld();
}

/**
 * For the first time and once more, in a process where the browser has set up its own interfaces,
 * which it does once for all scripts.
 */
async function heapsOf(lab: Lab, script: string, reader: Reader): Promise<[number, number]> {
  const before = await prepare(lab, script, { reader, addresses: HEAP_AT });
  await before.read();
  // What it has compiled for one world it would hand to the next.
  await before.world.session.send('HeapProfiler.collectGarbage');
  const { world, read, close } = await before.anew();
  const heaps: [number, number] = [await heapOf(world, read), await heapOf(world, read)];
  await close();
  return heaps;
}

/** Kilobytes, without what it takes to ask for it. */
async function heapOf(world: World, work: () => Promise<unknown>): Promise<number> {
  const asking = await grownBy(world, () => world.run('0'));
  return (await grownBy(world, work)) - asking;
}

async function grownBy({ session }: World, work: () => Promise<unknown>): Promise<number> {
  const used = async (): Promise<number> =>
    (await session.send('Runtime.getHeapUsage')).usedSize / 1000;
  await session.send('HeapProfiler.collectGarbage');
  const before = await used();
  await work();
  return (await used()) - before;
}
