import type { Profile } from '@/lib/people/profile';
import { Choice } from '../ui/Choice';
import { EVERYWHERE, type Where } from './deeds';
import { profilesAt } from './where';

interface WhereChoiceProps {
  /** The lists it can be done on. */
  profiles: readonly Profile[];
  where: Where;
  onChange: (where: string) => void;
  /** It cannot be done on all of them at once. */
  onlyOne?: boolean;
}

/**
 * One named list or all of them. Where there is only one, nothing is asked, unless another was
 * chosen before that is no longer there.
 */
export function WhereChoice({ profiles, where, onChange, onlyOne }: WhereChoiceProps) {
  const isGone = where !== null && where !== EVERYWHERE && profilesAt(where, profiles).length === 0;
  if (profiles.length < 2 && !isGone) return null;
  const lists = profiles.map(({ place }) => ({ value: place?.id ?? '', label: place?.name ?? '' }));
  const all = {
    value: EVERYWHERE,
    label: profiles.length === 2 ? 'Both lists' : `All ${profiles.length} lists`,
  };
  const options = onlyOne || lists.length < 2 ? lists : [...lists, all];
  return <Choice label="List" options={options} value={where} onChange={onChange} />;
}
