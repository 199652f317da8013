/** How things stand with the person a write is for, before it is sent or after it left doubt. */
import type { Crm } from '../crm/crm';
import { done, type Failure, failed, type Result } from '../failure';
import { sameAddress } from '../people/address';
import { concernsOf } from '../people/consent';
import { answerOf, type Findings } from '../people/findings';
import {
  type Agreed,
  type Concern,
  type Intent,
  type NewPerson,
  type Target,
  accountOf,
  addressOf,
} from '../people/intent';
import type { Profile } from '../people/profile';
import { isSo, unreadOf } from './effect';
import type { OutboxOptions } from './needs';

export interface Present {
  /** What is wanted is so already. */
  isSo: boolean;
  concerns: Concern[];
  /** Why it could not be read whether it is so. */
  unread: Failure | null;
}

/** Whether seeing the effect later would prove nothing, for it was to be seen before. */
export const wasSoBefore = (intent: Intent, { isSo, unread }: Present, agreed: Agreed): boolean =>
  intent.kind === 'trigger-journey' &&
  (isSo || unread !== null || agreed.some(({ kind }) => kind === 'in-doubt'));

export const NOBODY: Failure = { kind: 'not-found', what: 'person' };

export interface Asking {
  crm: Crm;
  lookUp: OutboxOptions['lookUp'];
}

/**
 * Before a write is sent; fails with `not-found` where the very profile is gone. Always asked
 * afresh: neither “so already” (law 3) nor a standing (law 6) is believed of a minute ago.
 */
export async function readPresent(intent: Intent, asking: Asking): Promise<Result<Present>> {
  const findings = await asking.lookUp(accountOf(intent).id, addressOf(intent), true);
  if (intent.kind === 'add') return presentOfNew(intent, findings);
  const { target } = intent;
  const known = findings.profiles.find((profile) => isTarget(profile, target));
  if (!known && findings.failure) return failed(findings.failure);
  // Not among what was searched: a list no longer chosen, or a walk that is not there yet.
  const read = known ? done(known) : await asking.crm.reread(target, { urgency: 'click' });
  if (!read.ok) return read;
  if (!read.value || !isTarget(read.value, target)) return failed(NOBODY);
  return done({
    isSo: isSo(intent, read.value),
    concerns: concernsOf(intent, read.value),
    unread: unreadOf(intent, read.value),
  });
}

/** Law 1: id, list and address must all be those the user saw. */
const isTarget = (profile: Profile, { profileId, place, address }: Target): boolean =>
  profile.id === profileId &&
  (profile.place?.id ?? null) === (place?.id ?? null) &&
  sameAddress(profile.address, address);

function presentOfNew(
  intent: Extract<Intent, { kind: 'add' }>,
  findings: Findings,
): Result<Present> {
  const there = profileOfNew(intent.person, findings);
  if (!there) {
    const absent = assureAbsent(intent.person, findings);
    if (!absent.ok) return absent;
    // On a list that could not be asked she may stand as one who must not be written to (law 6).
    const unasked = findings.places.find((search) => search.outcome === 'failed');
    if (unasked) return failed(unasked.failure);
  }
  const { standing } = intent.person;
  if (there && !there.standings.every((each) => each === standing || each === 'subscribed')) {
    const reason = 'This person is there already, with another standing; adding would change it';
    return failed({ kind: 'bad-input', field: 'address', reason });
  }
  const concerns = findings.profiles.flatMap((profile) => concernsOf(intent, profile));
  return done({ isSo: there !== undefined, concerns, unread: null });
}

export const profileOfNew = (person: NewPerson, { profiles }: Findings): Profile | undefined =>
  profiles.find((profile) => (profile.place?.id ?? null) === (person.place?.id ?? null));

const NOT_SEARCHED: Failure = {
  kind: 'bad-input',
  field: 'place',
  reason: 'That list is not searched: choose it in the options first',
};

/** That she is not there must be known, not guessed from a search that failed or goes on. */
export function assureAbsent(person: NewPerson, findings: Findings): Result<null> {
  if (findings.failure) return failed(findings.failure);
  const search = findings.places.find(({ place }) => place.id === person.place?.id);
  if (search?.outcome === 'failed') return failed(search.failure);
  if (person.place && !search) return failed(NOT_SEARCHED);
  const isSearching = answerOf({ ...findings, profiles: [] }) === 'searching';
  if (!isSearching) return done(null);
  const reason = 'The contacts are still being searched; add the person once that is over';
  return failed({ kind: 'bad-input', field: 'address', reason });
}
