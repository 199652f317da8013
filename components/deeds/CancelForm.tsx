import type { CancelAt } from '@/lib/people/details';
import { targetOf } from '@/lib/people/person';
import { useCard } from '../people/card';
import { Choice } from '../ui/Choice';
import { DeedForm } from './DeedForm';
import type { DeedProps } from './deeds';

/** A subscription: when it ends is chosen here, its name is typed in the question that follows. */
export function CancelForm({ findings, half }: DeedProps<'cancel'>) {
  const { address, setHalf, acting } = useCard();
  const [profile] = findings.profiles;
  const { subscription, when } = half;
  const handleSubmit = () => {
    if (!profile) return;
    setHalf(null);
    void acting.act({
      kind: 'cancel',
      target: targetOf(profile, address),
      subscription,
      when,
    });
  };
  return (
    <DeedForm
      title={`Cancel “${subscription.name}”`}
      submit="Cancel subscription"
      cancel="Keep it"
      isDanger
      onSubmit={handleSubmit}
    >
      <Choice
        label="When"
        options={WHEN}
        value={when}
        onChange={(at) => setHalf({ ...half, when: at })}
      />
    </DeedForm>
  );
}

const WHEN: { value: CancelAt; label: string; hint: string }[] = [
  {
    value: 'period-end',
    label: 'At the end of its period',
    hint: 'What is paid for stays open until then.',
  },
  { value: 'now', label: 'Now', hint: 'What it pays for is closed at once.' },
];
