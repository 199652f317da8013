/** Writes name one person by the server's own id; each is sent once. */
import { FailureError } from '../../failure';
import type { AccountRef } from '../../people/account';
import type { JourneyChoice, NewPerson, Target } from '../../people/intent';
import type { Ask } from '../crm';
import { sqlDate } from '../dates';
import { assertAccount, assertId, assertPlace, badInput } from '../guards';
import { saidBy } from '../said-by';
import type { OctethClient } from './client';
import type { OnList } from './commands';
import type { Names } from './names';

export function onList(account: AccountRef, target: Target): OnList {
  assertAccount(account, target.account);
  return {
    listId: assertPlace(target.place).id,
    personId: assertId(target.profileId, 'person'),
  };
}

/** Newer servers answer that all went well and name the journey among those they skipped. */
export async function triggerJourney(
  client: OctethClient,
  { who, journey }: { who: OnList; journey: JourneyChoice },
  ask: Ask,
): Promise<null> {
  const reply = await client.triggerJourney(who, assertId(journey.id, 'journey'), ask);
  assertNotSkipped(reply);
  return null;
}

export async function leaveJourney(
  client: OctethClient,
  { who, journey }: { who: OnList; journey: JourneyChoice },
  ask: Ask,
): Promise<null> {
  const reply = await client.removeFromJourney(who, assertId(journey.id, 'journey'), ask);
  assertNotSkipped(reply);
  return null;
}

function assertNotSkipped(reply: {
  SkippedJourneys?: { Reason?: string | null | undefined }[] | undefined;
}): void {
  const [skipped] = reply.SkippedJourneys ?? [];
  if (!skipped) return;
  const reason = saidBy(skipped.Reason) || 'The journey was skipped';
  throw new FailureError({ kind: 'refused', reason, code: null });
}

export async function addPerson(
  { client, names }: { client: OctethClient; names: Names },
  { person, now }: { person: NewPerson; now: number },
  ask: Ask,
): Promise<null> {
  const place = assertPlace(person.place);
  const ipAddress = person.ipAddress?.trim() ?? '';
  if (ipAddress === '') {
    throw badInput('ipAddress', 'Octeth wants the IP address from which she subscribed');
  }
  await client.createSubscriber(
    {
      listId: place.id,
      address: person.address,
      status: person.standing === 'pending' ? 'Opt-In Pending' : 'Subscribed',
      since: sqlDate(now),
      ipAddress,
      fields: await names.fieldsFor(place.id, person, ask),
    },
    ask,
  );
  return null;
}
