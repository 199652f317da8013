import { failureOf } from '../../failure';
import type { Result } from '../../failure';
import type { Place } from '../../people/account';
import { attempt } from '../attempt';
import type { Ask } from '../crm';
import type { Transport } from '../http';
import { createOctethClient } from './client';
import type { OctethClient } from './client';
import { readLists, unlessUntold } from './lists';

export interface OctethProbe {
  lists: Place[];
  /** This server or this key cannot tell the lists: ids must be typed. */
  listsByHand: boolean;
  /** Whose key it is, where the server says. */
  as: string | null;
}

const NOW: Ask = { urgency: 'click' };

/** Tries for real, as cheaply as possible: is this an Octeth server, and does it know the key? */
export async function probeOcteth({
  server,
  key,
  ...transport
}: { server: string; key: string } & Transport): Promise<Result<OctethProbe>> {
  const client = createOctethClient({ ...transport, server, key: async () => key.trim() });
  return attempt('octeth probe', async () => {
    const as = await unlessUntold(readUser(client));
    const lists = await readLists(client, NOW);
    if (as === null && lists === null) await assertKeyKnown(client);
    return { lists: lists ?? [], listsByHand: lists === null, as };
  });
}

async function readUser(client: OctethClient): Promise<string | null> {
  const { UserInfo } = await client.currentUser(NOW);
  return UserInfo.EmailAddress || UserInfo.Username || null;
}

/** Any answer to a list that cannot be, except about the key, comes from behind the key's check. */
async function assertKeyKnown(client: OctethClient): Promise<void> {
  try {
    await client.exists({ listId: '0', address: 'nobody@addressee.invalid' }, NOW);
  } catch (error) {
    const { kind } = failureOf(error, 'octeth probe');
    if (!['not-found', 'refused', 'not-allowed'].includes(kind)) throw error;
  }
}
