import type { CancelAt, Details } from '@/lib/people/details';
import { targetOf } from '@/lib/people/person';
import { useDetails, wantedOf } from '../hooks/use-details';
import { useCard } from '../people/card';
import { Choice, type ChoiceOption } from '../ui/Choice';
import { DeedForm } from './DeedForm';
import type { DeedProps } from './deeds';
import { useSending } from './use-sending';

/** A subscription: when it ends is chosen here, its name is typed in the question that follows. */
export function CancelForm({ findings, half }: DeedProps<'cancel'>) {
  const { address, setHalf } = useCard();
  const sending = useSending(half);
  const [profile] = findings.profiles;
  const [state] = useDetails(wantedOf(findings, address));
  const seen = state?.details?.periodEnd;
  const { subscription } = half;
  const when = seen === 'ignored' ? 'now' : half.when;
  const handleSubmit = () => {
    if (!profile) return;
    sending.send([{ kind: 'cancel', target: targetOf(profile, address), subscription, when }]);
  };
  return (
    <DeedForm
      title={`Cancel “${subscription.name}”`}
      submit="Cancel subscription"
      cancel="Keep it"
      isDanger
      sending={sending}
      onSubmit={handleSubmit}
    >
      {seen === 'ignored' && (
        <p class="deed-preview">This server was seen to know no other way than at once.</p>
      )}
      <Choice
        label="When"
        options={waysOf(seen)}
        value={when}
        onChange={(at) => setHalf({ ...half, when: at, sent: null })}
      />
    </DeedForm>
  );
}

/** Law 3: what the server was not seen to do is not promised. */
const waysOf = (seen: Details['periodEnd']): ChoiceOption<CancelAt>[] =>
  seen === 'ignored' ? [NOW] : [{ ...AT_END, hint: AT_END_HINTS[seen ?? 'untried'] }, NOW];

const NOW = { value: 'now', label: 'Now', hint: 'What it pays for is closed at once.' } as const;
const AT_END = { value: 'period-end', label: 'At the end of its period' } as const;
const UNTIL_THEN = 'What is paid for stays open until then.';
const AT_END_HINTS = {
  honoured: UNTIL_THEN,
  untried: `${UNTIL_THEN} Older servers may end it at once.`,
};
