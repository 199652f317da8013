import type { Rights } from '../../people/ability';
import { rightsFrom } from '../../people/rights';
import type { OctethAccount } from '../../people/account';
import { askAll, createListener, QUIETLY } from '../rights';
import { createOctethClient } from './client';
import type { OctethClient, OctethClientOptions } from './client';

/**
 * What the key may do: told by the server itself from 5.9.3 on, found out by cheap reads before.
 * What only a write could tell stays unknown.
 */
export async function probeOctethRights(
  account: Pick<OctethAccount, 'lists'>,
  options: OctethClientOptions,
): Promise<Rights> {
  const { heard, rights } = createListener('octeth');
  const client = createOctethClient({ ...options, heard });
  let told: string | null | undefined = null;
  await askAll([
    async () => {
      told = (await client.currentUser(QUIETLY)).UserInfo.GroupInfo.Permissions;
    },
  ]);
  if (told) return rightsFrom(told);
  await askAll(readsOf(client, account.lists[0]?.id ?? '0'));
  return rights();
}

/** Whether there is such an export does not matter, only whether it may be asked for. */
const ANY_JOB = '1';

/** A list that cannot be is good enough: its key is looked at before its number. */
const readsOf = (client: OctethClient, listId: string) => [
  () => client.lists(QUIETLY),
  () => client.exists({ listId, address: 'nobody@addressee.invalid' }, QUIETLY),
  () => client.tags(listId, QUIETLY),
  () => client.customFields(listId, QUIETLY),
  () => client.segments(listId, QUIETLY),
  () => client.journeys(QUIETLY),
  () => client.exportState(listId, ANY_JOB, QUIETLY),
];
