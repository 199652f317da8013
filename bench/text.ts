import type { Figure } from './figures.ts';
import { openLab } from './lab/browser.ts';
import { bundle } from './lab/bundle.ts';
import { openWorld } from './lab/world.ts';

/** The finder against the least that finding an @ costs, and against others. */
export async function benchText(): Promise<Figure[]> {
  const lab = await openLab();
  try {
    const page = await lab.open('');
    const world = await openWorld(page, await bundle('bench/text/finders.ts', 'finders'));
    const taken = await world.run<Record<string, Record<string, number>>>('finders.texts()');
    const differing = await world.run<number>('finders.differing()');
    const { page: text = {}, nodes = {}, plain = {} } = taken;
    return [
      row('No @ in 1 MB', plain, 1.05),
      row('Addresses in page text, 1 MB', text, 1.5),
      {
        work: 'The same, faster than linkify-it',
        floor: 'ours',
        ours: (text['linkify-it'] ?? 0) / (text.ours ?? 0),
        limit: { atLeast: 200 },
        unit: 'times',
      },
      row('The same in pieces of 36 characters', nodes, 1.05),
      {
        work: 'Texts read otherwise than by a slow oracle',
        floor: 'page text, and hostile text',
        ours: differing,
        limit: { atMost: 0 },
        unit: 'count',
      },
    ];
  } finally {
    await lab.close();
  }
}

function row(
  work: string,
  { floor = 1, ours = 0, ...peers }: Record<string, number>,
  atMost: number,
): Figure {
  return {
    work,
    floor: 'a bare pass of `indexOf("@")`',
    ours: ours / floor,
    limit: { atMost },
    unit: 'times',
    peers: Object.fromEntries(Object.entries(peers).map(([name, value]) => [name, value / floor])),
  };
}
