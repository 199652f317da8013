import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { Intent } from '@/lib/people/intent';
import { targetOf } from '@/lib/people/person';
import { profileKey } from '../details/details-book';
import { useCard } from '../people/card';
import { Button } from '../ui/Button';
import type { DeedProps } from './deeds';
import { NotDone } from './NotDone';
import { useSending } from './use-sending';
import './deed-form.css';

/** Octeth has two ways out of a journey, and does not say how they differ: both are offered. */
export function LeaveJourney({ findings, half }: DeedProps<'leave-journey'>) {
  const { address, setHalf, mayTakeFocus } = useCard();
  const sending = useSending(half);
  const id = useId();
  const room = useRef<HTMLDivElement>(null);
  const { journey } = half;
  const profile = findings.profiles.find((each) => profileKey(each) === half.profile);
  useLayoutEffect(() => {
    room.current?.scrollIntoView({ block: 'nearest' });
    if (mayTakeFocus()) room.current?.querySelector('button')?.focus();
  }, []);
  if (!profile) return null;
  const wayOut = (kind: 'leave-journey' | 'exit-journey') => {
    const intent: Intent = { kind, target: targetOf(profile, address), journey };
    return {
      busy: sending.isSending(intent),
      off: sending.isBusy,
      onClick: () => sending.send([intent]),
    };
  };
  return (
    <div ref={room} class="deed" role="group" aria-labelledby={id} aria-describedby={`${id}-ways`}>
      <h3 id={id} dir="auto">
        Leave “{journey.name}”
      </h3>
      <p id={`${id}-ways`}>
        The first is Octeth’s “remove”, the second its “exit”; how they differ is not documented.
        Mail that has been sent stays sent.
      </p>
      <NotDone sending={sending} />
      <div class="deed-answers">
        <Button size="small" {...wayOut('leave-journey')}>
          Take out
        </Button>
        <Button size="small" {...wayOut('exit-journey')}>
          Let it end here
        </Button>
        <Button size="small" kind="quiet" onClick={() => setHalf(null)}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
