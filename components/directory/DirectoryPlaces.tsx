import { useId } from 'preact/hooks';
import { clockAfter } from '@/lib/failure-words';
import type { PlaceState } from '@/lib/people/directory';
import { sayKnown, sayProgress } from '@/lib/people/directory-words';
import { sayHere } from '../accounts/say-here';
import { ToneMark } from '../ui/ToneMark';

interface DirectoryPlacesProps {
  places: readonly PlaceState[];
  /** Nothing is asked now, so nothing is promised. */
  isStill: boolean;
}

/** Each list, or all contacts: who is known of it, and what is under way. */
export function DirectoryPlaces({ places, isStill }: DirectoryPlacesProps) {
  if (places.length === 0) {
    return <p class="soft">No list of this account is searched, so there is nothing to read.</p>;
  }
  return (
    <ul class="directory-places" aria-label="What is read">
      {places.map((state) => (
        <Place key={state.place?.id ?? ''} state={state} isStill={isStill} />
      ))}
    </ul>
  );
}

function Place({ state, isStill }: { state: PlaceState; isStill: boolean }) {
  const { place, filling, trouble } = state;
  const id = useId();
  // Nothing is promised while nothing is asked, and a beginning that failed is no progress.
  const isShown = filling !== null && (trouble === null || filling.done > 0);
  const minutesLeft = isStill || trouble !== null ? null : (filling?.minutesLeft ?? null);
  const progress = isShown ? { ...filling, minutesLeft } : null;
  return (
    <li>
      <h3 id={id} dir="auto">
        {place ? place.name || place.id : 'Contacts'}
      </h3>
      <p class="soft">{sayKnown(state, Date.now())}</p>
      {progress && (
        <>
          <progress
            aria-labelledby={id}
            {...(progress.total === null
              ? {}
              : { max: Math.max(1, progress.total), value: progress.done })}
          />
          <p class="directory-progress">{sayProgress(progress)}</p>
        </>
      )}
      {trouble && (
        <p class="directory-trouble warn" role="status">
          <ToneMark tone="warn" />{' '}
          <span>
            {sayHere(trouble.failure)}
            {!isStill && ` Tried again by itself at ${clockAfter(trouble.retryAt)}.`}
          </span>
        </p>
      )}
    </li>
  );
}
