import { useId } from 'preact/hooks';
import plus from 'lucide-static/icons/plus.svg?raw';
import { sayFailure } from '@/lib/failure-words';
import { sayLacking } from '@/lib/people/ability';
import type { Findings } from '@/lib/people/findings';
import { type Intent, accountOf } from '@/lib/people/intent';
import { type Carried, journeysOf } from '@/lib/people/person';
import type { JourneyState } from '@/lib/people/profile';
import { LazyDeed } from '../deeds/lazy-deed';
import { detailsKey, profileKey } from '../details/details-book';
import { useAbility } from '../hooks/use-ability';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { OffReason } from '../ui/OffReason';
import { Spinner } from '../ui/Spinner';
import { JourneyPicker } from './JourneyPicker';
import { useCard } from './card';
import type { HalfMade } from './half-made';
import { dayOf } from './times';
import './journeys.css';

export function JourneyRow({ findings }: { findings: Findings }) {
  const { half, setHalf, acting } = useCard();
  const { account, profiles } = findings;
  const id = useId();
  const lacking = useAbility('trigger-journey');
  const open = half?.kind === 'journey' && half.accountId === account.id ? half : null;

  const leaving = half?.kind === 'leave-journey' && half.accountId === account.id ? half : null;
  const isOut = ({ id, profile }: Carried<JourneyState>) =>
    leaving?.journey.id === id && leaving.profile === profileKey(profile);
  const isStarting = acting.doing.some(
    (intent) => intent.kind === 'trigger-journey' && accountOf(intent).id === account.id,
  );
  const handleTrigger = () => {
    if (open) setHalf(null);
    else if (lacking === null)
      setHalf({ kind: 'journey', accountId: account.id, typed: '', chosen: null });
  };

  return (
    <div class="row">
      <dt>Journeys</dt>
      <dd class="journeys">
        {journeysOf(findings).map((journey) => (
          <JourneyLine
            key={`${profileKey(journey.profile)} ${journey.id}`}
            journey={journey}
            hasSeveral={profiles.length > 1}
            isBusy={acting.doing.some((intent) => isLeaving(intent, journey))}
            isOpen={isOut(journey)}
            onLeave={() => setHalf(isOut(journey) ? null : leaveOf(journey, account.id))}
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
          data-home="journey trigger-journey leave-journey exit-journey"
          aria-expanded={open !== null}
          aria-busy={isStarting || undefined}
          aria-disabled={lacking !== null || undefined}
          aria-describedby={lacking === null ? undefined : id}
          onClick={handleTrigger}
        >
          {isStarting ? <Spinner /> : <Icon svg={plus} />}
          Trigger journey
        </button>
        <OffReason id={id} reason={lacking && sayLacking(lacking)} />
      </dd>
      {open && (
        <dd class="row-wide">
          <JourneyPicker findings={findings} half={open} />
        </dd>
      )}
      {leaving && (
        <dd class="row-wide">
          <LazyDeed findings={findings} half={leaving} />
        </dd>
      )}
    </div>
  );
}

const leaveOf = ({ id, name, profile }: Carried<JourneyState>, accountId: string): HalfMade => ({
  kind: 'leave-journey',
  accountId,
  profile: profileKey(profile),
  journey: { id, name },
  sent: null,
});

const isLeaving = (intent: Intent, { id, profile }: Carried<JourneyState>): boolean =>
  (intent.kind === 'leave-journey' || intent.kind === 'exit-journey') &&
  intent.journey.id === id &&
  detailsKey(intent.target) === profileKey(profile);

interface JourneyLineProps {
  journey: Carried<JourneyState>;
  hasSeveral: boolean;
  isBusy: boolean;
  /** How she is to leave it is being asked. */
  isOpen: boolean;
  onLeave: () => void;
}

function JourneyLine({ journey, hasSeveral, isBusy, isOpen, onLeave }: JourneyLineProps) {
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
          aria-expanded={isOpen}
          aria-label={`Leave ${name}${place ? ` on ${place}` : ''}`}
          onClick={onLeave}
        >
          Leave
        </Button>
      )}
    </div>
  );
}
