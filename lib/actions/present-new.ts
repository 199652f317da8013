/** How things stand with somebody who is to be added. */
import { done, failed, type Result } from '../failure';
import { concernsOf } from '../people/consent';
import { answerOf, type Findings } from '../people/findings';
import type { IntentOf, NewPerson } from '../people/intent';
import type { Profile } from '../people/profile';
import { hasLeft, type Standing } from '../people/standing';
import type { Present } from './present';
import { failureOfUnasked } from './unasked';
import { NOT_SEARCHED } from './words';

export function presentOfNew(intent: IntentOf<'add'>, findings: Findings): Result<Present> {
  const there = profileOfNew(intent.person, findings);
  if (!there) {
    const absent = assureAbsent(intent.person, findings);
    if (!absent.ok) return absent;
    const unasked = failureOfUnasked(findings);
    if (unasked) return failed(unasked);
  }
  const { standing } = intent.person;
  const isHarmless = (each: Standing): boolean => each === 'subscribed' && !hasLeft(standing);
  if (there && !there.standings.every((each) => each === standing || isHarmless(each))) {
    const reason = 'This person is there already, with another standing; adding would change it';
    return failed({ kind: 'bad-input', field: 'address', reason });
  }
  const concerns = [
    ...new Map(
      [null, ...findings.profiles]
        .flatMap((profile) => concernsOf(intent, profile))
        .map((concern) => [JSON.stringify(concern), concern]),
    ).values(),
  ];
  return done({ isSo: there !== undefined, concerns, unread: null, stale: null });
}

export const profileOfNew = (person: NewPerson, { profiles }: Findings): Profile | undefined =>
  profiles.find((profile) => (profile.place?.id ?? null) === (person.place?.id ?? null));

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
