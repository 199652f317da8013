import { useId } from 'preact/hooks';
import { sayLacking } from '@/lib/people/ability';
import { Button } from '../ui/Button';
import { OffReason } from '../ui/OffReason';
import type { AtList } from './ListWork';

interface LookFootProps {
  at: AtList;
  label: string;
  isLooking: boolean;
}

/** Lets the server look at where the people are; off where the key may not import them anyway. */
export function LookFoot({ at, label, isLooking }: LookFootProps) {
  const id = useId();
  const lacking = at.lacks('import');
  return (
    <div class="list-foot">
      <Button
        type="submit"
        busy={isLooking}
        off={lacking !== null}
        aria-describedby={lacking ? id : undefined}
      >
        {label}
      </Button>
      <OffReason id={id} reason={lacking && sayLacking(lacking)} />
    </div>
  );
}
