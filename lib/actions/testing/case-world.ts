/** The world of a case, and writes in it to which she says yes. */
import type { Intent } from '../../people/intent';
import type { Receipt } from '../../people/receipt';
import { type Case, yesToAll } from './cases';
import { DROPPED, type Fault } from './server';
import { actIn, createWorld, type World } from './world';

export const NO: Fault = { kind: 'answer', failure: { kind: 'refused', reason: 'No', code: 9 } };
export const LOST: Fault = { kind: 'answer', failure: DROPPED };

export function worldOf(each: Case, faults: Fault[] = []): World {
  const world = createWorld(each.account);
  each.prepare(world.server);
  world.server.faults = faults;
  return world;
}

export const actAgreed = (world: World, intent: Intent): Promise<Receipt> =>
  actIn(world, intent, yesToAll(intent, world.server));
