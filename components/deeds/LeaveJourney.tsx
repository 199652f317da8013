import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { targetOf } from '@/lib/people/person';
import { profileKey } from '../details/details-book';
import { useCard } from '../people/card';
import { Button } from '../ui/Button';
import type { DeedProps } from './deeds';
import './deed-form.css';

/** Octeth has two ways out of a journey, and does not say how they differ: both are offered. */
export function LeaveJourney({ findings, half }: DeedProps<'leave-journey'>) {
  const { address, setHalf, acting, mayTakeFocus } = useCard();
  const id = useId();
  const room = useRef<HTMLDivElement>(null);
  const { journey } = half;
  const profile = findings.profiles.find((each) => profileKey(each) === half.profile);
  useLayoutEffect(() => {
    room.current?.scrollIntoView({ block: 'nearest' });
    if (mayTakeFocus()) room.current?.querySelector('button')?.focus();
  }, []);
  if (!profile) return null;
  const act = (kind: 'leave-journey' | 'exit-journey') => {
    setHalf(null);
    void acting.act({ kind, target: targetOf(profile, address), journey });
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
      <div class="deed-answers">
        <Button size="small" onClick={() => act('leave-journey')}>
          Take out
        </Button>
        <Button size="small" onClick={() => act('exit-journey')}>
          Let it end here
        </Button>
        <Button size="small" kind="quiet" onClick={() => setHalf(null)}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
