import plus from 'lucide-static/icons/plus.svg?raw';
import type { System } from '@/lib/people/account';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';

interface AddAccountProps {
  /** Whether adding one is the thing to do now. */
  isFirst: boolean;
  onAdd: (system: System) => void;
}

export function AddAccount({ isFirst, onAdd }: AddAccountProps) {
  const kind = isFirst ? 'primary' : undefined;
  return (
    <div class="add-account">
      <Button kind={kind} data-opens="new-octeth" onClick={() => onAdd('octeth')}>
        <Icon svg={plus} />
        Add Octeth account
      </Button>
      <Button kind={kind} data-opens="new-systeme" onClick={() => onAdd('systeme')}>
        <Icon svg={plus} />
        Add Systeme.io account
      </Button>
    </div>
  );
}
