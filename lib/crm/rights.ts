/** Finding out what a key may do, by reads alone: nothing is changed to learn it. */
import { type Failure, FailureError, failureOf } from '../failure';
import type { Rights } from '../people/ability';
import { toldBy } from '../people/rights';
import type { System } from '../people/account';
import type { Ask } from './crm';
import { patiently } from './patiently';

export type Heard = (operation: string, failure: Failure | null) => void;

export const QUIETLY: Ask = { urgency: 'background' };

/** Whoever is refused for one read is asked the next; whoever cannot be asked at all is not. */
const NOT_ASKED = new Set<Failure['kind']>([
  'offline',
  'timeout',
  'wrong-key',
  'no-permission',
  'busy',
  'no-connection',
  'locked',
]);

/** Collects what answers tell, for as long as somebody asks. */
export function createListener(system: System): { heard: Heard; rights: () => Rights } {
  let rights: Rights = {};
  return {
    heard: (operation, failure) => {
      rights = { ...rights, ...toldBy(system, operation, failure) };
    },
    rights: () => rights,
  };
}

/** Asks one after another; throws where no further question would be answered either. */
export async function askAll(reads: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const read of reads) {
    await patiently(read).catch((error: unknown) => {
      const failure = failureOf(error, 'abilities');
      if (NOT_ASKED.has(failure.kind)) throw new FailureError(failure);
    });
  }
}
