/** What an earlier life had no time to forget: of an account that is gone, or is switched off. */
import type { Directory } from './directory';
import type { FillPlans } from './fill-plans';

export interface LeftOversFrom {
  directory(): Promise<Pick<Directory, 'accounts' | 'registers'>>;
  /** Ids of the accounts that there are, also of those that cannot be read. */
  connected(): Promise<readonly string[]>;
  plans: Pick<FillPlans, 'of'>;
}

export interface LeftOvers {
  gone: string[];
  /** There, but filled although that is not wanted any more. */
  off: string[];
}

export async function findLeftOvers(from: LeftOversFrom): Promise<LeftOvers> {
  const { registers, accounts } = await from.directory();
  // Read first: whoever is connected meanwhile is not among them.
  const kept = await accounts();
  const known = [...(await registers.states()), ...(await registers.fillings())];
  const connected = await from.connected();
  const off: string[] = [];
  for (const id of new Set(known.map(({ key }) => key.accountId))) {
    if (connected.includes(id) && !(await from.plans.of(id)).on) off.push(id);
  }
  return { gone: kept.filter((id) => !connected.includes(id)), off };
}
