import type { Failure } from '../failure';
import type { Intent } from '../people/intent';
import type { Profile } from '../people/profile';

type OnProfile = Exclude<Intent, { kind: 'add' }>;

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
      return !profile.journeysFailure && !isActiveIn(profile, intent.journey.id);
  }
}

/** Set where this profile cannot tell whether it is so: her journeys could not be read. */
export const unreadOf = (intent: OnProfile, profile: Profile): Failure | null =>
  'journey' in intent && !isSo(intent, profile) ? (profile.journeysFailure ?? null) : null;

/** Sent twice it does what it does once. Starting a journey twice mails twice. */
export const isRepeatable = (intent: Intent): boolean =>
  ['tag', 'untag', 'leave-journey'].includes(intent.kind);

/** A tag that is still to be created may be there by its name; Octeth keeps names small. */
function hasTag(profile: Profile, tag: { id: string | null; name: string }): boolean {
  const wanted = tag.name.trim().toLowerCase();
  return profile.tags.some(({ id, name }) =>
    tag.id === null ? name.trim().toLowerCase() === wanted : id === tag.id,
  );
}

const isActiveIn = (profile: Profile, journeyId: string): boolean =>
  profile.journeys.some(({ id, state }) => id === journeyId && state === 'active');
