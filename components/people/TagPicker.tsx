import type { Place } from '@/lib/people/account';
import type { Findings } from '@/lib/people/findings';
import { sayFailure } from '@/lib/failure-words';
import { useOffers } from '../hooks/use-offers';
import { Combobox } from '../ui/Combobox';
import { useCard } from './card';
import { type TagOption, tagOptions } from './choices';

interface TagPickerProps {
  findings: Findings;
  typed: string;
  onType: (typed: string) => void;
}

export function TagPicker({ findings, typed, onType }: TagPickerProps) {
  const { account } = findings;
  const { address, setHalf, acting, mayTakeFocus } = useCard();
  const all = useOffers(account.id);
  const offers = all?.ok ? all.value.tags : all;
  const missing = (all?.ok && all.value.missing) || [];
  const whom = { findings, address, typed, missing };
  const options = offers?.ok ? tagOptions(offers.value, whom) : [];
  const handlePick = ({ intent }: TagOption) => {
    setHalf(null);
    void acting.act(intent);
  };
  return (
    <Combobox
      label="Tag"
      placeholder="Choose a tag, or type a new one"
      takesFocus={mayTakeFocus()}
      typed={typed}
      onType={onType}
      options={options}
      onPick={handlePick}
      isLoading={offers === null}
      note={missing.length > 0 ? `Tags of ${namesOf(missing)} could not be read.` : null}
      nothing={
        offers && !offers.ok
          ? sayFailure(offers.failure, account.name).what
          : 'No further tags yet: type a name to create one.'
      }
    />
  );
}

const namesOf = (places: Place[]): string => places.map((place) => place.name).join(', ');
