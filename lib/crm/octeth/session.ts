/** The lists she is on, as she herself would see them: those not searched among them. */
import { FailureError } from '../../failure';
import { sameAddress } from '../../people/address';
import type { OnPlace } from '../../people/details';
import type { Target } from '../../people/intent';
import type { Ask } from '../crm';
import type { OctethClient } from './client';
import { standingNamed } from './map';

/** Law 1: a session of somebody else's is not used. */
export async function placesOf(
  client: OctethClient,
  who: { listId: string; address: Target['address'] },
  ask: Ask,
): Promise<OnPlace[]> {
  const { SessionID, SubscriberInformation: her } = await client.login(who, ask);
  if (!sameAddress(her.EmailAddress, who.address)) {
    throw new FailureError({ kind: 'not-found', what: 'person' });
  }
  const { Lists } = await client.listsOf(SessionID, ask);
  return Lists.map((row) => ({
    place: { id: row.ListID, name: row.ListName ?? row.Name ?? `List ${row.ListID}` },
    standing: standingNamed(row.SubscriptionStatus),
  }));
}
