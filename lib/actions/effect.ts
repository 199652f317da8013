/** Whether what is wanted is seen to be so on her profile; and what sending it twice would do. */
import type { Failure } from '../failure';
import type { Intent, IntentOf, PersonIntent } from '../people/intent';
import type { Profile } from '../people/profile';
import type { OnDetails } from './effect-details';

export type OnProfile = Exclude<PersonIntent, OnDetails>;

/** Whether what is wanted is seen to be so on this profile. */
export function isSo(intent: OnProfile, profile: Profile): boolean {
  switch (intent.kind) {
    case 'tag':
      return hasTag(profile, intent.tag);
    case 'untag':
      return !hasTag(profile, intent.tag);
    case 'trigger-journey':
      return isActiveIn(profile, intent.journey.id);
    case 'leave-journey':
    case 'exit-journey':
      return !profile.journeysFailure && !isActiveIn(profile, intent.journey.id);
    case 'unsubscribe':
      return isUnsubscribed(profile, intent.suppress);
    case 'confirm':
      return profile.standings.includes('subscribed');
    case 'delete':
      return false; // Here she is.
  }
}

/** Set where this profile cannot tell whether it is so: her journeys could not be read. */
export const unreadOf = (intent: OnProfile, profile: Profile): Failure | null =>
  'journey' in intent && !isSo(intent, profile) ? (profile.journeysFailure ?? null) : null;

/**
 * Whether it may be sent once more after a doubt. Not where the second would do more than the
 * first: a journey started twice mails twice, and so may an opt-in confirmed twice; what a second
 * cancelling does to somebody's payments is told by no server. Nor where the second is refused
 * because the first arrived late, and “no” would be a false word: adding, enrolling, joining. Nor the
 * emptying of a list: whoever stands on it by then are others.
 */
const REPEATABLE: Record<Intent['kind'], boolean> = {
  tag: true,
  untag: true,
  'trigger-journey': false,
  'leave-journey': true,
  'exit-journey': true,
  add: false,
  update: true,
  unsubscribe: true,
  confirm: false,
  enrol: false,
  unenrol: true,
  join: false,
  leave: true,
  cancel: false,
  delete: true,
  // The tag is looked for by its name before it is created.
  'create-tag': true,
  'rename-tag': true,
  'delete-tag': true,
  'create-field': true,
  'rename-field': true,
  'delete-field': true,
  // Two jobs of one file start every journey twice.
  import: false,
  // Who was ticked is compared once more before each sending, how many there are as well.
  'delete-people': true,
  'empty-list': false,
  // A second one would be another.
  'create-connection': false,
  'remove-connection': true,
};

export const isRepeatable = ({ kind }: Intent): boolean => REPEATABLE[kind];

/** Of what is so already a server says no, as if it could not be done: looking tells which. */
const SO_ALREADY: readonly Intent['kind'][] = [
  'exit-journey',
  'update',
  'unsubscribe',
  'unenrol',
  'leave',
  'delete',
  'rename-tag',
  'delete-tag',
  'create-field',
  'rename-field',
  'delete-field',
  'delete-people',
  'empty-list',
  'remove-connection',
];

export const isNoToBeLookedAt = ({ kind }: Intent, failure: Failure): boolean =>
  SO_ALREADY.includes(kind) && (failure.kind === 'refused' || failure.kind === 'not-found');

/**
 * Whether it is wanted although it is seen to be so: a journey may be started again, and which
 * modules of a course are open is not to be seen.
 */
export const isWantedAgain = (intent: Intent): boolean =>
  intent.kind === 'trigger-journey' || (intent.kind === 'enrol' && 'modules' in intent.access);

/** A tag that is still to be created may be there by its name; Octeth keeps names small. */
function hasTag(profile: Profile, tag: IntentOf<'tag' | 'untag'>['tag']): boolean {
  const wanted = tag.name.trim().toLowerCase();
  return profile.tags.some(({ id, name }) =>
    tag.id === null ? name.trim().toLowerCase() === wanted : id === tag.id,
  );
}

const isActiveIn = (profile: Profile, journeyId: string): boolean =>
  profile.journeys.some(({ id, state }) => id === journeyId && state === 'active');

const isUnsubscribed = ({ standings }: Profile, suppress: boolean): boolean =>
  standings.includes('unsubscribed') && (!suppress || standings.includes('suppressed'));
