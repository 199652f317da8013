/** Whether what is wanted is seen to be so among Maton's connections. */
import type { Failure } from '../failure';
import type { Connection } from '../people/connection';
import type { ConnectionIntent, IntentOf } from '../people/intent';
import { staleOf } from './effect-catalogue';
import { refusedBecause } from './words';

export interface ConnectionSight {
  isSo: boolean;
  /** Why it may not be sent: the connections are no longer those she saw. */
  stale: Failure | null;
}

/** After it was sent, one that was not there before is the new one. */
export const isMade = (
  { known }: IntentOf<'create-connection'>,
  connections: readonly Connection[],
): boolean => connections.some(({ id }) => !known.includes(id));

export function seeConnections(
  intent: ConnectionIntent,
  connections: readonly Connection[],
): ConnectionSight {
  if (intent.kind === 'create-connection') {
    return { isSo: false, stale: isMade(intent, connections) ? OTHERS : null };
  }
  const found = connections.find(({ id }) => id === intent.connection.id);
  const named = found && { id: found.id, name: found.label };
  return { isSo: !found, stale: staleOf(intent.connection, named) };
}

const OTHERS = refusedBecause(
  'There are connections now that were not shown; look at the list again before you make another',
);
