import { useEffect, useState } from 'preact/hooks';
import type { Slot } from '@/lib/people/person';
import { useAnnounce } from '../hooks/use-announce';
import { Skeleton } from '../ui/Skeleton';

/** The shape of the answer to come: lists that will be asked are named already. */
export function AccountWaiting({ slot: { account, places } }: { slot: Slot }) {
  const labels =
    account.system === 'systeme'
      ? ['Contact', 'Tags', 'Courses', 'Communities', 'Pays']
      : [...places.slice(0, 4).map((place) => place.name), 'Tags', 'Journeys'];
  const isLong = useLongWait(account.name);
  return (
    <dl class="rows" aria-busy="true">
      {labels.map((label, index) => (
        <div key={index} class="row">
          <dt dir="auto" title={label}>
            {label}
          </dt>
          <dd>
            {isLong && index === 0 ? (
              'Still waiting for an answer'
            ) : (
              <Skeleton widths={[WIDTHS[index % WIDTHS.length] ?? 50]} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Longer than an account takes that is well. */
const LONG_MS = 4_000;

function useLongWait(name: string): boolean {
  const announce = useAnnounce();
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setLong(true);
      announce(`Still waiting for ${name}.`);
    }, LONG_MS);
    return () => clearTimeout(timer);
  }, [name, announce]);
  return isLong;
}

const WIDTHS = [42, 56, 34];
