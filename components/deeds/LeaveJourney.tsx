import type { Intent } from '@/lib/people/intent';
import { targetOf } from '@/lib/people/person';
import { profileKey } from '../details/details-book';
import { useCard } from '../people/card';
import { Button } from '../ui/Button';
import { DeedGroup, NOT_THERE } from './DeedGroup';
import type { DeedProps } from './deeds';
import { NotDone } from './NotDone';
import { useSending } from './use-sending';

/** Octeth has two ways out of a journey, and does not say how they differ: both are offered. */
export function LeaveJourney({ findings, half }: DeedProps<'leave-journey'>) {
  const { address } = useCard();
  const sending = useSending(half);
  const { journey } = half;
  const profile = findings.profiles.find((each) => profileKey(each) === half.profile);
  const title = `Leave “${journey.name}”`;
  if (!profile) return <DeedGroup title={title} text={NOT_THERE} />;
  const wayOut = (kind: 'leave-journey' | 'exit-journey') => {
    const intent: Intent = { kind, target: targetOf(profile, address), journey };
    return {
      busy: sending.isSending(intent),
      off: sending.isBusy,
      onClick: () => sending.send([intent]),
    };
  };
  return (
    <DeedGroup title={title} text={WAYS} notDone={<NotDone sending={sending} />}>
      <Button size="small" {...wayOut('leave-journey')}>
        Take out
      </Button>
      <Button size="small" {...wayOut('exit-journey')}>
        Let it end here
      </Button>
    </DeedGroup>
  );
}

const WAYS =
  'The first is Octeth’s “remove”, the second its “exit”; how they differ is not documented. Mail that has been sent stays sent.';
