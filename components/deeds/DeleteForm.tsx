import { SYSTEM_NAMES } from '@/lib/people/account';
import { targetOf } from '@/lib/people/person';
import { useCard } from '../people/card';
import { DeedForm } from './DeedForm';
import { WhereChoice } from './WhereChoice';
import type { DeedProps } from './deeds';
import { useSending } from './use-sending';
import { namesOf, profilesAt } from './where';

/** What goes is said first; then the name is typed, list by list (law 8). */
export function DeleteForm({ findings, half }: DeedProps<'delete'>) {
  const { address, setHalf } = useCard();
  const sending = useSending(half);
  const { account, profiles } = findings;
  const chosen = profilesAt(half.where, profiles);
  const handleSubmit = () =>
    sending.send(chosen.map((profile) => ({ kind: 'delete', target: targetOf(profile, address) })));
  return (
    <DeedForm
      title={`Delete from ${account.name}`}
      submit={chosen.length > 0 ? 'Delete' : 'Choose a list first'}
      isDanger
      isOff={chosen.length === 0}
      sending={sending}
      onSubmit={handleSubmit}
    >
      <WhereChoice
        profiles={profiles}
        where={half.where}
        onChange={(where) => setHalf({ ...half, where, sent: null })}
      />
      {chosen.length > 0 && (
        <p class="deed-preview" dir="auto">
          <b>{address}</b> is deleted from <b>{namesOf(chosen)}</b> with everything that{' '}
          {SYSTEM_NAMES[account.system]} keeps there: fields, tags, history. You are asked to type
          the address first.
        </p>
      )}
    </DeedForm>
  );
}
