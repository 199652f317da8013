import type { Agreed, Concern, Intent, JourneyChoice } from './intent';
import type { Profile } from './profile';

/**
 * Why this write needs a deliberate yes (law 6), from how the person stands now. For `add` the
 * profile is one she already has in the account; null where she has none.
 */
export function concernsOf(intent: Intent, profile: Profile | null): Concern[] {
  switch (intent.kind) {
    case 'untag':
    case 'leave-journey':
      return [];
    case 'add':
      return standingConcerns(profile);
    case 'tag':
      return [
        ...standingConcerns(profile),
        ...(intent.tag.id === null ? [{ kind: 'new-tag' as const, name: intent.tag.name }] : []),
      ];
    case 'trigger-journey':
      return [...standingConcerns(profile), ...journeyConcerns(intent.journey, profile)];
  }
}

/** Whether every concern was among those shown when the yes was given, word for word. */
export function isAgreed(concerns: readonly Concern[], agreed: Agreed): boolean {
  const shown = new Set(agreed.map(keyOf));
  return concerns.every((concern) => shown.has(keyOf(concern)));
}

const keyOf = (concern: Concern): string =>
  concern.kind === 'standing'
    ? `standing ${concern.place?.id ?? ''} ${concern.standing}`
    : `${concern.kind} ${concern.name}`;

function standingConcerns(profile: Profile | null): Concern[] {
  if (!profile) return [];
  return profile.standings
    .filter((standing) => standing !== 'subscribed')
    .map((standing) => ({ kind: 'standing', standing, place: profile.place }));
}

function journeyConcerns({ id, name }: JourneyChoice, profile: Profile | null): Concern[] {
  const journey = profile?.journeys.find((entry) => entry.id === id && entry.state === 'active');
  if (journey) return [{ kind: 'already-in-journey', name: journey.name }];
  return profile?.journeysFailure ? [{ kind: 'journeys-unknown', name }] : [];
}
