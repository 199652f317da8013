/** How things stand with what a write is for, before it is sent or after it left doubt. */
import { done, type Failure, failed, type Result } from '../failure';
import { foldAddress, sameAddress } from '../people/address';
import type { Agreed, Concern } from '../people/concern';
import { concernsOf } from '../people/consent';
import {
  type ConnectionIntent,
  type DeskIntent,
  type Intent,
  isConnectionIntent,
  isListIntent,
  type ListIntent,
  type PersonIntent,
  type Target,
} from '../people/intent';
import type { Profile } from '../people/profile';
import { isSo, isWantedAgain, unreadOf } from './effect';
import { seeInCatalogue } from './effect-catalogue';
import { seeConnections } from './effect-connections';
import { isOnDetails, seeInDetails } from './effect-details';
import { seeOnList } from './effect-list';
import type { Crm, Reread } from '../crm/crm';
import type { OutboxOptions } from './needs';
import { presentOfNew } from './present-new';
import { underNewAddress } from './present-moved';
import { MOVED, refusedBecause } from './words';

export interface Present {
  /** What is wanted is so already. */
  isSo: boolean;
  concerns: Concern[];
  /** Why it could not be read whether it is so. */
  unread: Failure | null;
  /** Why it may not be sent: what it would change is no longer what she saw. */
  stale: Failure | null;
  /** With what was seen that its receipt has to tell. */
  intent?: Intent;
}

/** Whether seeing the effect later would prove nothing, for it was to be seen before. */
export const wasSoBefore = (intent: Intent, { isSo, unread }: Present, agreed: Agreed): boolean =>
  // No server tells of an import by what was in it.
  intent.kind === 'import' ||
  (isWantedAgain(intent) &&
    (isSo || unread !== null || agreed.some(({ kind }) => kind === 'in-doubt')));

export const NOBODY: Failure = { kind: 'not-found', what: 'person' };
/** She may be there still: nobody who is “gone”. */
export const SOMEBODY_ELSE: Failure = refusedBecause(MOVED);
export const isNobody = (failure: Failure): boolean =>
  failure.kind === 'not-found' && failure.what === 'person';
const ASK = { urgency: 'click' } as const;

export interface Asking {
  crm: Crm;
  lookUp: OutboxOptions['lookUp'];
}

/**
 * Before a write is sent; fails where the very profile is gone, or is no longer what she saw.
 * Always asked afresh: neither “so already” (law 3) nor a standing (law 6) is believed of a
 * minute ago.
 */
export async function readPresent(intent: Intent, asking: Asking): Promise<Result<Present>> {
  const present = await readAny(intent, asking);
  if (!present.ok || present.value.isSo || !present.value.stale) return present;
  return failed(present.value.stale);
}

async function readAny(intent: Intent, { crm, lookUp }: Asking): Promise<Result<Present>> {
  if (isListIntent(intent)) return presentOnList(intent, crm);
  if (isConnectionIntent(intent)) return presentAmongConnections(intent, crm);
  if ('desk' in intent) return presentAtDesk(intent, crm);
  if (intent.kind === 'add') {
    const { account, address } = intent.person;
    return presentOfNew(intent, await lookUp(account.id, address, true));
  }
  const { target } = intent;
  const findings = await lookUp(target.account.id, target.address, true);
  const known = findings.profiles.find((profile) => isTarget(profile, target));
  if (!known && findings.failure) return failed(findings.failure);
  // Not among what was searched: a list no longer chosen, or a walk that is not there yet.
  const read: Result<Reread> = known ? done(known) : await rereadPerson(intent, crm);
  if (!read.ok) return read;
  if (read.value === null) return failed(NOBODY);
  if (read.value === 'moved') return failed(SOMEBODY_ELSE);
  return presentOn(intent, read.value, { crm, lookUp });
}

/** The very profile, under a new address too where she is to get one. */
export async function rereadPerson(intent: PersonIntent, crm: Crm): Promise<Result<Reread>> {
  let last: Reread = null;
  for (const target of targetsOf(intent)) {
    const read = await crm.reread(target, ASK);
    if (!read.ok) return read;
    if (read.value && read.value !== 'moved' && isTarget(read.value, target)) return read;
    if (read.value !== null) last = 'moved';
  }
  return done(last);
}

function targetsOf(intent: PersonIntent): Target[] {
  const { target } = intent;
  const moved = intent.kind === 'update' ? intent.newAddress : null;
  return moved ? [target, { ...target, address: foldAddress(moved.after) }] : [target];
}

/** Law 1: id, list and address must all be those the user saw. */
const isTarget = (profile: Profile, { profileId, place, address }: Target): boolean =>
  profile.id === profileId &&
  (profile.place?.id ?? null) === (place?.id ?? null) &&
  sameAddress(profile.address, address);

/** On her profile, or, where that cannot tell, in her details. */
export async function presentOn(
  intent: PersonIntent,
  profile: Profile,
  { crm, lookUp }: Asking,
): Promise<Result<Present>> {
  const concerns = concernsOf(intent, profile);
  if (!isOnDetails(intent)) {
    const unread = unreadOf(intent, profile);
    return done({ isSo: isSo(intent, profile), concerns, unread, stale: null });
  }
  const target = { ...intent.target, address: foldAddress(profile.address) };
  const seen = seeInDetails(intent, profile, await crm.details(target, ASK));
  if (!seen.ok) return seen;
  const all = [...concerns, ...seen.value.concerns];
  const present = { ...seen.value, concerns: all, unread: null };
  if (intent.kind !== 'update' || !intent.newAddress || present.isSo) return done(present);
  const after = foldAddress(intent.newAddress.after);
  // She may have it already, with fields that are still to be changed.
  if (sameAddress(profile.address, after)) return done(present);
  return underNewAddress(present, intent, await lookUp(target.account.id, after, true));
}

/** In the account's catalogue, as it is now. */
export async function presentAtDesk(intent: DeskIntent, crm: Crm): Promise<Result<Present>> {
  const seen = seeInCatalogue(intent, await crm.catalogue(ASK));
  if (!seen.ok) return seen;
  const { isSo: isSoNow, stale, intent: now } = seen.value;
  return done({ isSo: isSoNow, stale, concerns: concernsOf(now, null), unread: null });
}

/** On the list itself, as it is now. */
export async function presentOnList(intent: ListIntent, crm: Crm): Promise<Result<Present>> {
  const seen = await seeOnList(intent, crm);
  if (!seen.ok) return seen;
  const { isSo: isSoNow, stale, intent: now } = seen.value;
  return done({ isSo: isSoNow, stale, concerns: concernsOf(now, null), unread: null });
}

/** Among all of Maton's, as they are now. */
export async function presentAmongConnections(
  intent: ConnectionIntent,
  crm: Crm,
): Promise<Result<Present>> {
  const connections = await crm.connections(ASK);
  if (!connections.ok) return connections;
  const sight = seeConnections(intent, connections.value);
  return done({ ...sight, concerns: concernsOf(intent, null), unread: null });
}
