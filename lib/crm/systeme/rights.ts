import type { Rights } from '../../people/ability';
import { askAll, createListener, QUIETLY } from '../rights';
import { createSystemeClient } from './client';
import type { SystemeClientOptions } from './request';

/** The shortest page that Systeme.io serves. */
const PAGE = { limit: 10 };

/** What the key may read; what only a write could tell stays unknown. */
export async function probeSystemeRights(options: SystemeClientOptions): Promise<Rights> {
  const { heard, rights } = createListener('systeme');
  const client = createSystemeClient({ ...options, heard });
  let contact: string | undefined;
  await askAll([
    async () => {
      contact = (await client.contacts(PAGE, QUIETLY)).items[0]?.id;
    },
    () => client.tags(PAGE, QUIETLY),
    () => client.contactFields(QUIETLY),
    () => client.courses(PAGE, QUIETLY),
    () => client.communities(PAGE, QUIETLY),
    // Newer servers tell subscriptions of one contact alone.
    async () => contact && client.subscriptions({ ...PAGE, contact }, QUIETLY),
  ]);
  return rights();
}
