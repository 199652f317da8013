import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { sayLacking } from '@/lib/people/ability';
import type { Findings } from '@/lib/people/findings';
import type { Intent } from '@/lib/people/intent';
import type { Slot } from '@/lib/people/person';
import { useAbility } from '../hooks/use-ability';
import { useCard } from '../people/card';
import { type HalfMade, beginAdding } from '../people/half-made';
import { Button } from '../ui/Button';
import { OffReason } from '../ui/OffReason';
import { isPending } from './ConfirmForm';
import { mayUnsubscribe } from './UnsubscribeForm';
import { BEGUN, type DeedProps } from './deeds';
import { onlyPlaceFor, placesWithout } from './where';
import './deed-form.css';

interface ActionsProps extends DeedProps<'actions'> {
  slot: Slot | null;
}

/** What can be done here besides what stands in the rows. */
export function Actions({ slot, findings, half }: ActionsProps) {
  const { setHalf, mayTakeFocus } = useCard();
  const room = useRef<HTMLDivElement>(null);
  const { account } = findings;
  useLayoutEffect(() => {
    if (mayTakeFocus()) room.current?.querySelector('button')?.focus();
  }, []);
  return (
    <div ref={room} class="deed-menu" role="group" aria-label={`Actions in ${account.name}`}>
      {offered(findings, slot, half.accountId).map((one) => (
        <ActionButton key={one.half.kind} {...one} onClick={() => setHalf(one.half)} />
      ))}
    </div>
  );
}

/** What the key may not do stays in sight, with the reason beside it. */
function ActionButton({ needs, label, isDanger, onClick }: Offered & { onClick: () => void }) {
  const id = useId();
  const lacking = useAbility(needs);
  return (
    <>
      <Button
        size="small"
        kind={isDanger ? 'danger' : undefined}
        off={lacking !== null}
        aria-describedby={lacking === null ? undefined : id}
        onClick={onClick}
      >
        {label}
      </Button>
      <OffReason id={id} reason={lacking && sayLacking(lacking)} />
    </>
  );
}

interface Offered {
  needs: Intent['kind'];
  half: HalfMade;
  label: string;
  isDanger?: boolean;
}

/** Only what has somebody it can be done to. */
function offered(findings: Findings, slot: Slot | null, accountId: string): Offered[] {
  const { account, profiles } = findings;
  const isOcteth = account.system === 'octeth';
  const canLeave = isOcteth && profiles.some(mayUnsubscribe);
  const canConfirm = isOcteth && profiles.some(isPending);
  const canAdd = isOcteth && slot !== null && placesWithout(slot, findings).length > 0;
  const begun = <Kind extends keyof typeof BEGUN>(kind: Kind) => ({ ...BEGUN[kind], accountId });
  return [
    { half: begun('edit'), needs: 'update', label: 'Edit' },
    ...(canAdd
      ? [
          {
            half: beginAdding(accountId, onlyPlaceFor(slot, findings)),
            ...{ needs: 'add' as const, label: 'Add to a list' },
          },
        ]
      : []),
    ...(canConfirm
      ? [{ half: begun('confirm'), needs: 'confirm' as const, label: 'Confirm opt-in' }]
      : []),
    ...(canLeave
      ? [{ half: begun('unsubscribe'), needs: 'unsubscribe' as const, label: 'Unsubscribe' }]
      : []),
    { half: begun('delete'), needs: 'delete', label: 'Delete', isDanger: true },
  ];
}
