import type { World } from './world.ts';

/** Milliseconds of the page's main thread alone: what else the machine did meanwhile is not in it. */
export async function costOf(world: World, work: () => Promise<unknown>): Promise<number> {
  const asking = await between(world, () => world.run('0'));
  return (await between(world, work)) - asking;
}

async function between({ session }: World, work: () => Promise<unknown>): Promise<number> {
  await session.send('Performance.enable');
  const now = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find((each) => each.name === 'ThreadTime')?.value ?? 0) * 1000;
  };
  const before = await now();
  await work();
  return (await now()) - before;
}
