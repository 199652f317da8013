import type { Slot } from '@/lib/people/person';
import { Skeleton } from '../ui/Skeleton';

/** The shape of the answer to come: lists that will be asked are named already. */
export function AccountWaiting({ slot: { account, places } }: { slot: Slot }) {
  const labels =
    account.system === 'systeme'
      ? ['Contact', 'Tags', 'Courses', 'Communities', 'Pays']
      : [...places.slice(0, 4).map((place) => place.name), 'Tags', 'Journeys'];
  return (
    <dl class="rows" aria-busy="true">
      {labels.map((label, index) => (
        <div key={index} class="row">
          <dt dir="auto" title={label}>
            {label}
          </dt>
          <dd>
            <Skeleton widths={[WIDTHS[index % WIDTHS.length] ?? 50]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

const WIDTHS = [42, 56, 34];
