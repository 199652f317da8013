import type { Profile } from '@/lib/people/profile';
import { targetOf } from '@/lib/people/person';
import { useCard } from '../people/card';
import { Field } from '../ui/Field';
import { DeedForm } from './DeedForm';
import { WhereChoice } from './WhereChoice';
import type { DeedProps } from './deeds';
import { useSending } from './use-sending';
import { profilesAt } from './where';

/** The opt-in of somebody pending: a code belongs to one list, so one is chosen. */
export function ConfirmForm({ findings, half }: DeedProps<'confirm'>) {
  const { address, setHalf } = useCard();
  const sending = useSending(half);
  const profiles = findings.profiles.filter(isPending);
  const [profile] = profilesAt(half.where, profiles);
  const code = half.code.trim();
  const handleSubmit = () => {
    if (profile) sending.send([{ kind: 'confirm', target: targetOf(profile, address), code }]);
  };
  return (
    <DeedForm
      title={`Confirm opt-in in ${findings.account.name}`}
      submit={saySubmit(profile, code)}
      isOff={!profile || code === ''}
      sending={sending}
      onSubmit={handleSubmit}
    >
      <WhereChoice
        profiles={profiles}
        where={half.where}
        onChange={(where) => setHalf({ ...half, where, sent: null })}
        onlyOne
      />
      <Field
        label="Confirmation code"
        value={half.code}
        onInput={(text) => setHalf({ ...half, code: text, sent: null })}
        hint="It is part of the link in the mail that asked them to confirm. Octeth tells it to nobody else: ask them for that link."
        required
      />
    </DeedForm>
  );
}

function saySubmit(profile: Profile | undefined, code: string): string {
  if (!profile) return 'Choose a list first';
  return code === '' ? 'Enter the code first' : 'Confirm opt-in';
}

export const isPending = ({ standings }: Profile): boolean => standings.includes('pending');
