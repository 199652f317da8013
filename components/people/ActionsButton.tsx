import ellipsis from 'lucide-static/icons/ellipsis.svg?raw';
import type { Findings } from '@/lib/people/findings';
import { Icon } from '../ui/Icon';
import { useCard } from './card';

interface ActionsButtonProps {
  findings: Findings | null;
  isOpen: boolean;
}

/** Opens what can be done to her in this account; its place is kept while nobody is found. */
export function ActionsButton({ findings, isOpen }: ActionsButtonProps) {
  const { setHalf } = useCard();
  if (!findings || findings.profiles.length === 0) return <span class="icon-button" />;
  return (
    <button
      type="button"
      class="icon-button"
      data-home="actions edit update add unsubscribe confirm delete"
      aria-label="Actions"
      aria-expanded={isOpen}
      onClick={() => setHalf(isOpen ? null : { kind: 'actions', accountId: findings.account.id })}
    >
      <Icon svg={ellipsis} />
    </button>
  );
}
