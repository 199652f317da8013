import plus from 'lucide-static/icons/plus.svg?raw';
import { sayFailure } from '@/lib/failure-words';
import type { Findings } from '@/lib/people/findings';
import { type Intent, accountOf } from '@/lib/people/intent';
import { type Carried, journeysOf, targetOf } from '@/lib/people/person';
import type { JourneyState } from '@/lib/people/profile';
import { intentKey } from '../hooks/use-acting';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { Spinner } from '../ui/Spinner';
import { JourneyPicker } from './JourneyPicker';
import { useCard } from './card';
import { dayOf } from './times';
import './journeys.css';

export function JourneyRow({ findings }: { findings: Findings }) {
  const { address, half, setHalf, acting } = useCard();
  const { account, profiles } = findings;
  const open = half?.kind === 'journey' && half.accountId === account.id ? half : null;

  const leave = (journey: Carried<JourneyState>): Intent => ({
    kind: 'leave-journey',
    target: targetOf(journey.profile, address),
    journey: { id: journey.id, name: journey.name },
  });
  const isStarting = acting.doing.some(
    (intent) => intent.kind === 'trigger-journey' && accountOf(intent).id === account.id,
  );
  const handleTrigger = () =>
    setHalf(open ? null : { kind: 'journey', accountId: account.id, typed: '', chosen: null });

  return (
    <div class="row">
      <dt>Journeys</dt>
      <dd class="journeys">
        {journeysOf(findings).map((journey) => (
          <JourneyLine
            key={`${journey.profile.id} ${journey.id}`}
            journey={journey}
            hasSeveral={profiles.length > 1}
            isBusy={acting.underWay.includes(intentKey(leave(journey)))}
            onLeave={() => void acting.act(leave(journey))}
          />
        ))}
        {profiles.map(
          ({ id, place, journeysFailure }) =>
            journeysFailure && (
              <p key={id} dir="auto">
                {profiles.length > 1 && place && `${place.name}: `}Journeys could not be read:{' '}
                {sayFailure(journeysFailure).what}
              </p>
            ),
        )}
        <button
          type="button"
          class="chip-add"
          data-home="trigger-journey leave-journey"
          aria-expanded={open !== null}
          aria-busy={isStarting || undefined}
          onClick={handleTrigger}
        >
          {isStarting ? <Spinner /> : <Icon svg={plus} />}
          Trigger journey
        </button>
      </dd>
      {open && (
        <dd class="row-wide">
          <JourneyPicker findings={findings} half={open} />
        </dd>
      )}
    </div>
  );
}

interface JourneyLineProps {
  journey: Carried<JourneyState>;
  hasSeveral: boolean;
  isBusy: boolean;
  onLeave: () => void;
}

function JourneyLine({ journey, hasSeveral, isBusy, onLeave }: JourneyLineProps) {
  const { name, state, step, steps, since, profile } = journey;
  const isActive = state === 'active';
  const place = hasSeveral ? profile.place?.name : null;
  return (
    <div class="journey">
      <span class="journey-name" dir="auto" title={since ? `${name}, since ${dayOf(since)}` : name}>
        {name}
      </span>
      <small dir="auto">
        {!isActive && 'completed'}
        {isActive && step !== null && `step ${step}${steps === null ? '' : ` of ${steps}`}`}
        {place && ` · ${place}`}
      </small>
      {isActive && (
        <Button
          kind="quiet"
          size="small"
          busy={isBusy}
          aria-label={`Leave ${name}${place ? ` on ${place}` : ''}`}
          onClick={onLeave}
        >
          Leave
        </Button>
      )}
    </div>
  );
}
