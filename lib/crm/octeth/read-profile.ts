/** One person on one list, journeys included, whatever this server's way of telling them. */
import { FailureError, failureOf } from '../../failure';
import type { AccountRef, Place } from '../../people/account';
import { sameAddress } from '../../people/address';
import type { EmailAddress } from '../../people/address';
import type { Profile } from '../../people/profile';
import type { Ask, Reread } from '../crm';
import { isFresh } from '../needs';
import type { Memory } from '../needs';
import type { OctethClient } from './client';
import { journeyOf, profileOf, stateOf } from './map';
import type { Names } from './names';
import type { SubscriberReply } from './schemas/person';

export interface Octeth {
  account: AccountRef;
  client: OctethClient;
  memory: Memory;
  names: Names;
  now: () => number;
}

/** No answer that tells none says whether the server would have told any: it may be another by now. */
const TOLD_LASTS_MS = 10 * 60_000;

/** Null where the list does not have her. Throws where that cannot be told. */
export async function readByAddress(
  octeth: Octeth,
  { place, address }: { place: Place; address: EmailAddress },
  ask: Ask,
): Promise<Profile | null> {
  const reply = await orNull(octeth.client.subscriber({ listId: place.id, address }, ask));
  if (!reply) return null;
  assertAddress(reply, address);
  return completed(octeth, { place, reply }, ask);
}

/** `moved` where the id carries another address by now. */
export async function readById(
  octeth: Octeth,
  { place, personId, address }: { place: Place; personId: string; address: EmailAddress },
  ask: Ask,
): Promise<Reread> {
  const reply = await orNull(octeth.client.subscriber({ listId: place.id, personId }, ask));
  if (!reply) return null;
  if (!sameAddress(reply.SubscriberInformation.EmailAddress, address)) return 'moved';
  return completed(octeth, { place, reply }, ask);
}

async function completed(
  octeth: Octeth,
  told: { place: Place; reply: SubscriberReply },
  ask: Ask,
): Promise<Profile> {
  const [profile, name] = await Promise.all([
    withJourneys(octeth, told, ask),
    octeth.names.nameOf(told.place.id, told.reply, ask),
  ]);
  return { ...profile, name };
}

/** Law 1: what the server says of somebody else is not shown, whoever was asked for. */
function assertAddress(reply: SubscriberReply, address: EmailAddress): void {
  if (sameAddress(reply.SubscriberInformation.EmailAddress, address)) return;
  throw new FailureError({
    kind: 'changed-shape',
    where: 'subscriber.get SubscriberInformation.EmailAddress',
    expected: 'the address asked for, not somebody else’s,',
  });
}

/**
 * Up to 5.9.0 `subscriber.get` says `[]` whether or not she is in journeys; later it tells them.
 * A server is known to tell them once it has told one, and not to once its other command has.
 */
async function withJourneys(
  { account, client, memory, now }: Octeth,
  { place, reply }: { place: Place; reply: SubscriberReply },
  ask: Ask,
): Promise<Profile> {
  const profile = profileOf(account, place, reply);
  const { journeysWithPerson, journeysSeenAt } = await memory.read();
  const isSure = journeysWithPerson === true && isFresh(journeysSeenAt, now(), TOLD_LASTS_MS / 2);
  if (reply.SubscriberJourneys?.InProgress) {
    if (!isSure) await memory.learn({ journeysWithPerson: true, journeysSeenAt: now() });
    return profile;
  }
  // Completed ones alone are how those servers tell them that leave out the others.
  const isTold = journeysWithPerson === true && profile.journeys.length === 0;
  if (isTold && isFresh(journeysSeenAt, now(), TOLD_LASTS_MS)) return profile;
  try {
    const { Journeys } = await client.journeysOf({ listId: place.id, personId: profile.id }, ask);
    const told = new Set(profile.journeys.map((journey) => journey.id));
    const others = Journeys.filter((row) => !told.has(row.JourneyID));
    if (others.length > 0 && journeysWithPerson !== false) {
      // Where it told them before it is another server: what that does with a preview is not known.
      const replaced = journeysWithPerson === true && { preview: null };
      await memory.learn({ journeysWithPerson: false, journeysSeenAt: null, ...replaced });
    }
    return {
      ...profile,
      journeys: [...others.map((row) => journeyOf(row, stateOf(row.Status))), ...profile.journeys],
    };
  } catch (error) {
    return { ...profile, journeysFailure: failureOf(error, 'journeys') };
  }
}

async function orNull<Value>(asking: Promise<Value>): Promise<Value | null> {
  try {
    return await asking;
  } catch (error) {
    const failure = failureOf(error, 'octeth');
    if (failure.kind === 'not-found' && failure.what === 'person') return null;
    throw error;
  }
}
