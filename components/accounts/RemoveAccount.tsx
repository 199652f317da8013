import { useState } from 'preact/hooks';
import { type Account, SYSTEM_NAMES } from '@/lib/people/account';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { Notice } from '../ui/Notice';
import { hostsOf } from './hosts';
import type { Client } from './powers';
import { sayHere } from './say-here';

interface RemoveAccountProps {
  account: Account;
  client: Client;
  onRemoved: () => void;
  onCancel: () => void;
}

/** Asks before an account is removed, naming it and what goes with it. */
export function RemoveAccount({ account, client, onRemoved, onCancel }: RemoveAccountProps) {
  const [isRemoving, setRemoving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const handleConfirm = async () => {
    setRemoving(true);
    const reply = await client.remove({ accountId: account.id });
    setRemoving(false);
    if (reply.ok) onRemoved();
    else setProblem(sayHere(reply.failure));
  };
  return (
    <ConfirmDialog
      title={`Remove ${account.name}?`}
      confirm={`Remove ${account.name}`}
      busy={isRemoving}
      onConfirm={() => void handleConfirm()}
      onCancel={onCancel}
    >
      <p>
        Its key{account.keyTail && ` (…${account.keyTail})`}, its settings and what this browser
        remembers from{' '}
        {hostsOf(account)
          .map(({ host }) => host)
          .join(' and ')}{' '}
        are deleted. To use it again you need the key.
      </p>
      <p>Nothing changes in {SYSTEM_NAMES[account.system]} itself.</p>
      {problem && (
        <Notice tone="stop" live="alert">
          {problem}
        </Notice>
      )}
    </ConfirmDialog>
  );
}
