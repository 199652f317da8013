import { sayFailure } from '@/lib/failure-words';
import { targetOf } from '@/lib/people/person';
import { partOf, useCatalogue } from '../hooks/use-catalogue';
import { useDetails, wantedOf } from '../hooks/use-details';
import { useCard } from '../people/card';
import { Combobox } from '../ui/Combobox';
import { communityOptions } from './choices';
import type { DeedProps } from './deeds';
import { NotDone } from './NotDone';
import { useSending } from './use-sending';

export function JoinForm({ findings, half }: DeedProps<'join'>) {
  const { address, setHalf, mayTakeFocus } = useCard();
  const sending = useSending(half);
  const { account } = findings;
  const communities = partOf(useCatalogue(account.id), (catalogue) => catalogue.communities);
  const [state] = useDetails(wantedOf(findings, address));
  const handlePick = ({ id, label }: { id: string; label: string }) => {
    const [profile] = findings.profiles;
    if (!profile) return;
    const target = targetOf(profile, address);
    sending.send([{ kind: 'join', target, community: { id, name: label } }]);
  };
  return (
    <div class="deed">
      <Combobox
        label="Community"
        placeholder="Choose a community"
        takesFocus={mayTakeFocus()}
        typed={half.typed}
        onType={(typed) => setHalf({ ...half, typed, sent: null })}
        options={communityOptions(
          communities?.ok ? communities.value : [],
          state?.details ?? null,
          half.typed,
        )}
        onPick={handlePick}
        isLoading={communities === null}
        isBusy={sending.isBusy}
        nothing={
          communities && !communities.ok
            ? sayFailure(communities.failure, account.name).what
            : NOTHING[half.typed ? 'typed' : 'untyped']
        }
      />
      <NotDone sending={sending} />
    </div>
  );
}

const NOTHING = {
  typed: 'No community of that name.',
  untyped: 'This account has no communities.',
};
