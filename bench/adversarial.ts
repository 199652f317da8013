import { fastest, type Figure } from './figures.ts';
import { openLab } from './lab/browser.ts';
import { bundle } from './lab/bundle.ts';
import { costOf } from './lab/cost.ts';
import { openWorld, type World } from './lab/world.ts';

const MEGABYTE = 1_000_000;
const ROUNDS = { ours: 5, 'linkify-it': 1 };
type Finder = keyof typeof ROUNDS;

interface Hostile {
  family: string;
  /** Milliseconds for a megabyte, and for half of it. */
  whole: number;
  half: number;
}

/** Texts written to make a finder slow: the worst of twenty families and more. */
export async function benchAdversarial(): Promise<Figure[]> {
  const lab = await openLab();
  try {
    const page = await lab.open('');
    const world = await openWorld(page, await bundle('bench/text/hostile.ts', 'hostile'));
    const ours = await measure(world, 'ours');
    const peer = await measure(world, 'linkify-it');
    const slowest = worst(ours, (each) => each.whole);
    const steepest = worst(ours, growth);
    return [
      {
        work: `Hostile text, 1 MB: the slowest of ${ours.length} families (${slowest.family})`,
        floor: '',
        ours: slowest.whole,
        limit: { atMost: 35 },
        unit: 'milliseconds',
        peers: { 'linkify-it': worst(peer, (each) => each.whole).whole },
      },
      {
        work: `The same: twice the text (${steepest.family})`,
        floor: 'half of it',
        ours: growth(steepest),
        limit: { atMost: 2.3 },
        unit: 'times',
      },
    ];
  } finally {
    await lab.close();
  }
}

async function measure(world: World, finder: Finder): Promise<Hostile[]> {
  const all: Hostile[] = [];
  for (const family of await world.run<string[]>('hostile.families()')) {
    const cost = async (length: number): Promise<number> => {
      await world.run(`hostile.prepare(${JSON.stringify(family)},${length})`);
      const costs: number[] = [];
      for (let round = 0; round < ROUNDS[finder]; round += 1) {
        costs.push(await costOf(world, () => world.run(`hostile.run('${finder}')`)));
      }
      return fastest(costs);
    };
    const name = family.length > 12 ? `${family.slice(0, 12)}…` : family;
    all.push({ family: name, half: await cost(MEGABYTE / 2), whole: await cost(MEGABYTE) });
  }
  return all;
}

/** A millisecond more or less is the asking's, not the text's. */
const growth = ({ whole, half }: Hostile): number => (whole + 1) / (half + 1);

function worst(all: readonly Hostile[], by: (each: Hostile) => number): Hostile {
  const [first, ...rest] = all;
  if (!first) throw new Error('Nothing was measured');
  return rest.reduce((one, other) => (by(other) > by(one) ? other : one), first);
}
