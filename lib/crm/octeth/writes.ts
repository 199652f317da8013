/** Writes name one person by the server's own id; each is sent once. */
import { FailureError } from '../../failure';
import type { AccountRef } from '../../people/account';
import type { FieldChange } from '../../people/details';
import type { JourneyChoice, NewPerson, Target } from '../../people/intent';
import type { NewStanding } from '../../people/standing';
import type { Ask } from '../crm';
import { sqlDate } from '../dates';
import { assertAccount, assertId, assertPlace, badInput } from '../guards';
import { saidBy } from '../said-by';
import type { OctethClient } from './client';
import type { FieldValues, NewSubscriberStanding } from './commands/changes';
import type { OnList } from './commands/command';
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
  assertNotSkipped(await client.removeFromJourney(who, assertId(journey.id, 'journey'), ask));
  return null;
}

/** Takes her out too; no version's reference says in what the two differ, so neither do we. */
export async function exitJourney(
  client: OctethClient,
  { who, journey }: { who: OnList; journey: JourneyChoice },
  ask: Ask,
): Promise<null> {
  assertNotSkipped(await client.exitJourney(who, assertId(journey.id, 'journey'), ask));
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

/** By the list's own way in (`subscribe`) or straight onto it. */
export async function addPerson(
  { client, names }: { client: OctethClient; names: Names },
  { person, now }: { person: NewPerson; now: number },
  ask: Ask,
): Promise<null> {
  const { id: listId } = assertPlace(person.place);
  const ipAddress = assertIpAddress(person.ipAddress);
  const carried = valuesOf(person.fields);
  const fields = { ...(await names.fieldsFor(listId, person, ask)), ...carried };
  const { address } = person;
  if (person.way === 'subscribe') {
    await client.subscribe({ listId, address, ipAddress, fields }, ask);
    return null;
  }
  const at = person.since ?? sqlDate(now);
  const stands = standingOf(person.standing, { at, ipAddress });
  await client.createSubscriber({ listId, address, fields, ...stands }, ask);
  return null;
}

/** Which day and which IP address the server wants depends on how she is to stand. */
function standingOf(
  standing: NewStanding,
  { at, ipAddress }: { at: string; ipAddress: string },
): NewSubscriberStanding {
  switch (standing) {
    case 'subscribed':
      return { status: 'Subscribed', since: at, ipAddress };
    case 'pending':
      return { status: 'Opt-In Pending', since: at, ipAddress };
    case 'leaving':
      return { status: 'Opt-Out Pending', leftAt: at, leftFrom: ipAddress };
    case 'unsubscribed':
      return { status: 'Unsubscribed', leftAt: at, leftFrom: ipAddress };
  }
}

/** Law 6: shown or typed, never made up. */
export function assertIpAddress(text: string | null): string {
  const ipAddress = text?.trim() ?? '';
  if (ipAddress !== '') return ipAddress;
  throw badInput('ipAddress', 'Octeth wants the IP address from which she did this');
}

export const valuesOf = (fields: FieldChange[]): FieldValues =>
  Object.fromEntries(fields.map(({ id, after }) => [assertId(id, 'field'), after]));
