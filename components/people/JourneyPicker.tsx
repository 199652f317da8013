import { sayFailure } from '@/lib/failure-words';
import type { Findings } from '@/lib/people/findings';
import type { JourneyOffer } from '@/lib/people/offers';
import { targetOf } from '@/lib/people/person';
import type { Profile } from '@/lib/people/profile';
import { useOffers } from '../hooks/use-offers';
import { Button } from '../ui/Button';
import { Combobox } from '../ui/Combobox';
import { SelectField } from '../ui/SelectField';
import { useCard } from './card';
import { type JourneyOption, journeyOptions, profileFor } from './choices';
import type { HalfMade } from './half-made';

interface JourneyPickerProps {
  findings: Findings;
  half: Extract<HalfMade, { kind: 'journey' }>;
}

export function JourneyPicker({ findings, half }: JourneyPickerProps) {
  const { account, profiles } = findings;
  const { address, setHalf, acting, mayTakeFocus } = useCard();
  const all = useOffers(account.id);
  const offers = all?.ok ? all.value.journeys : all;
  const journeys = offers?.ok ? offers.value : [];
  const chosen = journeys.find((journey) => journey.id === half.chosen?.id);

  const start = (journey: JourneyOffer, profile: Profile) => {
    setHalf(null);
    const target = targetOf(profile, address);
    void acting.act({
      kind: 'trigger-journey',
      target,
      journey: { id: journey.id, name: journey.name },
    });
  };
  const handlePick = ({ journey }: JourneyOption) => {
    const profile = profileFor(journey, findings);
    if (!profile) return;
    if (profiles.length === 1) start(journey, profile);
    else setHalf({ ...half, chosen: { id: journey.id, placeId: profile.place?.id ?? null } });
  };
  if (chosen) return <ChosenJourneyForm {...{ findings, half, chosen }} onStart={start} />;
  return (
    <Combobox
      label="Journey"
      placeholder="Choose a journey"
      takesFocus={mayTakeFocus()}
      typed={half.typed}
      onType={(typed) => setHalf({ ...half, typed })}
      options={journeyOptions(journeys, half.typed)}
      onPick={handlePick}
      isLoading={offers === null}
      nothing={
        offers && !offers.ok
          ? sayFailure(offers.failure, account.name).what
          : NOTHING[half.typed ? 'typed' : 'untyped']
      }
    />
  );
}

const NOTHING = {
  typed: 'No journey of that name.',
  untyped: 'This account has no journeys.',
};

interface ChosenJourneyFormProps extends JourneyPickerProps {
  chosen: JourneyOffer;
  onStart: (journey: JourneyOffer, profile: Profile) => void;
}

/** She is on several lists: on which one the journey runs is shown and can be chosen. */
function ChosenJourneyForm({ findings, half, chosen, onStart }: ChosenJourneyFormProps) {
  const { setHalf, mayTakeFocus } = useCard();
  const { profiles } = findings;
  const profile =
    profiles.find(({ place }) => place?.id === half.chosen?.placeId) ??
    profileFor(chosen, findings);
  const handleSubmit = (event: Event) => {
    event.preventDefault();
    if (profile) onStart(chosen, profile);
  };
  return (
    <form class="picked-journey" onSubmit={handleSubmit}>
      <SelectField
        label={`Start “${chosen.name}” on`}
        takesFocus={mayTakeFocus()}
        options={profiles.map(({ place }) => ({
          value: place?.id ?? '',
          label: place?.name ?? '',
        }))}
        value={profile?.place?.id ?? ''}
        onChange={(placeId) => setHalf({ ...half, chosen: { id: chosen.id, placeId } })}
      />
      <Button type="submit" kind="primary">
        Start journey
      </Button>
      <Button onClick={() => setHalf({ ...half, chosen: null })}>Back</Button>
    </form>
  );
}
