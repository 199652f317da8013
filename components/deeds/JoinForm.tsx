import { sayFailure } from '@/lib/failure-words';
import { targetOf } from '@/lib/people/person';
import { partOf, useCatalogue } from '../hooks/use-catalogue';
import { useDetails, wantedOf } from '../hooks/use-details';
import { useCard } from '../people/card';
import { Combobox } from '../ui/Combobox';
import { communityOptions } from './choices';
import type { DeedProps } from './deeds';

export function JoinForm({ findings, half }: DeedProps<'join'>) {
  const { address, setHalf, acting, mayTakeFocus } = useCard();
  const { account } = findings;
  const communities = partOf(useCatalogue(account.id), (catalogue) => catalogue.communities);
  const [state] = useDetails(wantedOf(findings, address));
  const handlePick = ({ id, label }: { id: string; label: string }) => {
    const [profile] = findings.profiles;
    setHalf(null);
    if (!profile) return;
    const target = targetOf(profile, address);
    void acting.act({ kind: 'join', target, community: { id, name: label } });
  };
  return (
    <Combobox
      label="Community"
      placeholder="Choose a community"
      takesFocus={mayTakeFocus()}
      typed={half.typed}
      onType={(typed) => setHalf({ ...half, typed })}
      options={communityOptions(
        communities?.ok ? communities.value : [],
        state?.details ?? null,
        half.typed,
      )}
      onPick={handlePick}
      isLoading={communities === null}
      nothing={
        communities && !communities.ok
          ? sayFailure(communities.failure, account.name).what
          : NOTHING[half.typed ? 'typed' : 'untyped']
      }
    />
  );
}

const NOTHING = {
  typed: 'No community of that name.',
  untyped: 'This account has no communities.',
};
