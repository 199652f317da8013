/** Which of her lists a deed is for: pure. */
import { sayFailure } from '@/lib/failure-words';
import type { Place } from '@/lib/people/account';
import type { Findings } from '@/lib/people/findings';
import type { Slot } from '@/lib/people/person';
import type { Profile } from '@/lib/people/profile';
import { EVERYWHERE, type Where } from './deeds';

/**
 * Never silently one of several: nothing is chosen until she has, and what she has chosen is
 * never another one, though that be the only one left (law 2).
 */
export function profilesAt(where: Where, profiles: readonly Profile[]): Profile[] {
  if (where === EVERYWHERE || (where === null && profiles.length === 1)) return [...profiles];
  return profiles.filter((profile) => where !== null && profile.place?.id === where);
}

const LIST = new Intl.ListFormat('en');

/** “Newsletter and Customers”, or the account where there are no lists. */
export const namesOf = (profiles: readonly Profile[]): string =>
  LIST.format(profiles.map(({ place, account }) => place?.name ?? account.name));

/** What has become of a list on which she could have been added; null while she still can be. */
export function whyNotOn(placeId: string, { places }: Slot, findings: Findings): string | null {
  const place = places.find(({ id }) => id === placeId);
  if (!place) return 'The list that was chosen is not searched any more.';
  const search = findings.places.find((each) => each.place.id === placeId);
  switch (search?.outcome) {
    case 'absent':
      return null;
    case 'found':
      return `This address is on “${place.name}” by now.`;
    case 'failed':
      return `“${place.name}” could not be asked: ${sayFailure(search.failure).what}`;
    case undefined:
      return `“${place.name}” was not asked.`;
  }
}

/** Lists she could be added to: those that were asked and do not know her. */
export function placesWithout({ places }: Slot, findings: Findings): Place[] {
  return places.filter(({ id }) => {
    const search = findings.places.find(({ place }) => place.id === id);
    return search?.outcome === 'absent';
  });
}

/**
 * The list that is meant without being chosen: the only one on which she is not. Beside one that
 * could not be asked it is not the only one.
 */
export function onlyPlaceFor(slot: Slot, findings: Findings): string | null {
  const isOnAllOthers = findings.places.filter(({ outcome }) => outcome !== 'found').length === 1;
  const [place] = placesWithout(slot, findings);
  return place && isOnAllOthers ? place.id : null;
}
