import { FailureError } from '../../failure';
import type { Result } from '../../failure';
import { attempt } from '../attempt';
import type { Ask } from '../crm';
import type { Transport } from '../http';
import type { Learnt } from '../needs';
import { createSystemeClient } from './client';
import { readConnections } from './control';
import type { Connection } from '../../people/connection';
import { probeFilter } from './find';

export interface SystemeProbe {
  /** Those that are ACTIVE, to choose from. */
  connections: Connection[];
  /** Null without a connection, or where the account has nobody to tell it by. */
  emailFilter: Learnt['emailFilter'];
}

export interface SystemeProbeOptions extends Transport {
  gateway: string;
  control: string;
  key: string;
  /** Null: only say which there are. */
  connectionId: string | null;
}

const NOW: Ask = { urgency: 'click' };

/** Tries for real: does Maton know the key, is the connection active, does Systeme.io answer? */
export async function probeSysteme(options: SystemeProbeOptions): Promise<Result<SystemeProbe>> {
  const { gateway, control, connectionId, ...transport } = options;
  const key = options.key.trim();
  return attempt('systeme probe', async () => {
    const connections = await readConnections({ control, key }, transport);
    if (connectionId === null) return { connections, emailFilter: null };
    if (!connections.some(({ id }) => id === connectionId)) {
      throw new FailureError({ kind: 'no-connection' });
    }
    const client = createSystemeClient({
      ...transport,
      gateway,
      connectionId,
      key: async () => key,
    });
    const { items } = await client.contacts({ limit: 10 }, NOW);
    const emailFilter = items.length === 0 ? null : await probeFilter(client, NOW);
    return { connections, emailFilter };
  });
}
