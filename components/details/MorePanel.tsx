import type { Details } from '@/lib/people/details';
import type { Findings } from '@/lib/people/findings';
import type { Profile } from '@/lib/people/profile';
import { targetOf } from '@/lib/people/person';
import { standingWord } from '@/lib/people/standing';
import { useDetails } from '../hooks/use-details';
import { useCard } from '../people/card';
import { Skeleton } from '../ui/Skeleton';
import { FieldFacts } from './FieldFacts';
import { PartFailure } from './PartFailure';
import { Timeline } from './Timeline';
import { WeeksPicture } from './WeeksPicture';
import { originFacts } from './origin-words';
import './more.css';

export interface MorePanelProps {
  findings: Findings;
  profile: Profile;
}

/** Everything a list or an account knows of her, beyond a glance. */
export function MorePanel({ findings, profile }: MorePanelProps) {
  const { address } = useCard();
  const target = targetOf(profile, address);
  const [state] = useDetails([{ target, at: findings.at }]);
  if (!state) return null;
  const { details } = state;
  if (!details) {
    return (
      <div class="more" aria-busy={state.isAsking}>
        {state.isAsking && <Skeleton widths={[62, 48, 70, 54]} />}
        <PartFailure part={null} state={state} target={target} />
      </div>
    );
  }
  const part = { state, target };
  return (
    <div class="more">
      <dl class="more-facts">
        {[...originFacts(details, profile), ...placeFacts(details), ...segmentFacts(details)].map(
          ({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ),
        )}
      </dl>
      <PartFailure {...part} part={details.segments} />
      <FieldFacts part={details.fields} />
      <PartFailure {...part} part={details.fields} />
      {details.activity?.ok && (
        <>
          <WeeksPicture activity={details.activity.value} />
          <Timeline activity={details.activity.value} />
        </>
      )}
      <PartFailure {...part} part={details.activity} />
    </div>
  );
}

/** Every list she is on, those that are not searched among them. */
function placeFacts({ places }: Details) {
  if (!places || places.length === 0) return [];
  const each = places.map(
    ({ place, standing }) => `${place.name} (${standingWord(standing, 'octeth')})`,
  );
  return [{ label: 'On lists', value: each.join(', ') }];
}

function segmentFacts({ segments }: Details) {
  if (!segments?.ok) return [];
  const names = segments.value.join(', ');
  return [{ label: 'Segments', value: names === '' ? 'In none' : names }];
}
