import type { ComponentChildren } from 'preact';
import x from 'lucide-static/icons/x.svg?raw';
import { sayLacking } from '@/lib/people/ability';
import type { Intent } from '@/lib/people/intent';
import { useAbility } from '../hooks/use-ability';
import { intentKey } from '../people/intent-key';
import { useCard } from '../people/card';
import { Icon } from '../ui/Icon';
import { Spinner } from '../ui/Spinner';

interface HeldProps {
  /** What taking it away means. */
  intent: Intent;
  /** The name of the button that does. */
  remove: string;
  children: ComponentChildren;
}

/** Something she has, with the button that takes it away. */
export function Held({ intent, remove, children }: HeldProps) {
  const { acting } = useCard();
  const lacking = useAbility(intent.kind);
  const isBusy = acting.doing.some((one) => intentKey(one) === intentKey(intent));
  return (
    <li class="held">
      <span>{children}</span>
      <button
        type="button"
        class="held-remove"
        aria-label={remove}
        aria-busy={isBusy || undefined}
        aria-disabled={lacking !== null || undefined}
        title={lacking === null ? undefined : sayLacking(lacking)}
        onClick={() => !isBusy && lacking === null && void acting.act(intent)}
      >
        {isBusy ? <Spinner /> : <Icon svg={x} />}
      </button>
    </li>
  );
}
