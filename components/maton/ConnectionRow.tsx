import type { MatonConnection } from '@/lib/messaging/protocol';
import type { SystemeAccount } from '@/lib/people/account';
import type { Tone } from '@/lib/people/standing';
import { dayOf } from '../people/times';
import { Button } from '../ui/Button';
import { ToneMark } from '../ui/ToneMark';

interface ConnectionRowProps {
  connection: MatonConnection;
  account: SystemeAccount;
  isBusy: boolean;
  onUse: () => void;
  onAuthorise: () => void;
  onRemove: () => void;
}

const STATES: Record<MatonConnection['status'], { tone: Tone; word: string }> = {
  active: { tone: 'good', word: 'Active' },
  pending: { tone: 'wait', word: 'Not authorised yet' },
  failed: { tone: 'stop', word: 'Failed' },
  unclear: { tone: 'none', word: 'Unclear' },
};

export function ConnectionRow({
  connection,
  account,
  isBusy,
  onUse,
  onAuthorise,
  onRemove,
}: ConnectionRowProps) {
  const { id, label, status, since, usedBy } = connection;
  const { tone, word } = STATES[status];
  const isMine = account.connection.id === id;
  return (
    <li class="connection-row">
      <div>
        <p class="connection-row-name" dir="auto">
          {label}
        </p>
        <p class={`connection-row-facts ${tone}`}>
          <ToneMark tone={tone} />
          <b>{word}</b>
          {since && <span>made {dayOf(since)}</span>}
          {usedBy.length > 0 && <span dir="auto">used by {usedBy.join(' and ')}</span>}
        </p>
      </div>
      {status === 'active' && !isMine && (
        <Button size="small" off={isBusy} onClick={onUse}>
          <span>
            Use it
            <span class="unseen">
              {' '}
              for {account.name}: {label}
            </span>
          </span>
        </Button>
      )}
      {status === 'pending' && (
        <Button size="small" off={isBusy} onClick={onAuthorise}>
          <span>
            Open its page
            <span class="unseen"> to authorise {label}</span>
          </span>
        </Button>
      )}
      <Button size="small" kind="danger" off={isBusy} onClick={onRemove}>
        <span>
          Remove<span class="unseen"> {label}</span>
        </span>
      </Button>
    </li>
  );
}
