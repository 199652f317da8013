/** Which of her lists a deed is for: pure. */
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

/** Lists she could be added to: those that were asked and do not know her. */
export function placesWithout({ places }: Slot, findings: Findings): Place[] {
  return places.filter(({ id }) => {
    const search = findings.places.find(({ place }) => place.id === id);
    return search?.outcome === 'absent';
  });
}
