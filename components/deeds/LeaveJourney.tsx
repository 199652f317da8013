import { useId } from 'preact/hooks';
import type { Intent } from '@/lib/people/intent';
import { targetOf } from '@/lib/people/person';
import { profileKey } from '../details/details-book';
import { useCard } from '../people/card';
import { Button } from '../ui/Button';
import { DeedForm } from './DeedForm';
import type { DeedProps } from './deeds';
import { LostForm } from './LostForm';
import { useSending } from './use-sending';

/** Octeth has two ways out of a journey, and does not say how they differ: both are offered, one leads. */
export function LeaveJourney({ findings, half }: DeedProps<'leave-journey'>) {
  const { address } = useCard();
  const sending = useSending(half);
  const id = useId();
  const { journey } = half;
  const title = `Leave “${journey.name}”`;
  const profile = findings.profiles.find((each) => profileKey(each) === half.profile);
  if (!profile) return <LostForm title={title} />;
  const wayOut = (kind: 'leave-journey' | 'exit-journey') => {
    const intent: Intent = { kind, target: targetOf(profile, address), journey };
    return {
      'aria-describedby': id,
      busy: sending.isSending(intent),
      off: sending.isBusy,
      onClick: () => sending.send([intent]),
    };
  };
  const ways = (
    <>
      <Button kind="primary" size="small" {...wayOut('leave-journey')}>
        Take out
      </Button>
      <Button size="small" {...wayOut('exit-journey')}>
        Let it end here
      </Button>
    </>
  );
  return (
    <DeedForm title={title} answers={ways} sending={sending}>
      <p id={id}>
        “Take out” is the usual way, Octeth’s “remove”. “Let it end here” is its “exit”: choose it
        only where your team works with exits. Mail that has been sent stays sent.
      </p>
    </DeedForm>
  );
}
