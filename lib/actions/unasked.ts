/** A list that could not be asked: somebody may stand there as one who must not be written to (law 6). */
import type { Failure } from '../failure';
import type { Findings } from '../people/findings';
import { refusedBecause } from './words';

/** Null where nothing stands in the way: on a list that is gone nobody stands. */
export function failureOfUnasked({ places }: Findings): Failure | null {
  for (const search of places) {
    if (search.outcome !== 'failed') continue;
    const { failure, place } = search;
    if (failure.kind === 'not-found' && failure.what === 'list') continue;
    // What may pass by itself keeps its kind, for it is waited for.
    if (failure.kind !== 'refused') return failure;
    return refusedBecause(`“${place.name}” could not be asked: ${failure.reason}`);
  }
  return null;
}
