import type { MarkKind } from '../people/mark';
import { type Tone, toneOf, worstOf } from '../people/standing';
import type { Sighting } from './store';

/** A place that a look-up would ask today. */
export interface SearchedPlace {
  accountId: string;
  /** Empty in Systeme.io. */
  placeId: string;
}

const LOUD: Partial<Record<Tone, MarkKind>> = {
  stop: 'stop',
  warn: 'attention',
  wait: 'pending',
};

/** How an address is marked, from what is known of its fingerprint in the places searched today. */
export function markOf(
  sightings: readonly Sighting[],
  searched: readonly SearchedPlace[],
): MarkKind {
  const said = searched.flatMap((place) => sightings.find((one) => isIn(place, one)) ?? []);
  const found = said.filter(({ outcome }) => outcome === 'found');
  if (found.length === 0) {
    // Law 3: not known is said only where every place that would be asked has said so.
    return said.length > 0 && said.length === searched.length ? 'absent' : 'unknown';
  }
  const worst = worstOf(found.flatMap(({ standings }) => standings));
  const systems = new Set(found.map(({ system }) => system));
  return LOUD[toneOf(worst)] ?? (systems.size > 1 ? 'both' : 'one');
}

const isIn = (place: SearchedPlace, { accountId, placeId }: Sighting): boolean =>
  accountId === place.accountId && placeId === place.placeId;
