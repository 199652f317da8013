import { useState } from 'preact/hooks';
import type { Account } from '@/lib/people/account';
import { Button } from '../ui/Button';
import type { Client } from './powers';
import { RemoveAccount } from './RemoveAccount';
import { SavedLine } from './SavedLine';
import { useSaving } from './use-saving';

interface AccountActionsProps {
  account: Account;
  client: Client;
  isTesting: boolean;
  onTest: () => void;
  onRename: () => void;
  onChange: () => void;
  onRemoved: () => void;
  onReload: () => void;
}

/** The account's name rides along unseen: lists of buttons make sense without their cards. */
export function AccountActions(props: AccountActionsProps) {
  const { account, client } = props;
  const [isRemoving, setRemoving] = useState(false);
  const { saying, save, isSaving } = useSaving();
  const name = <span class="unseen"> {account.name}</span>;
  const handlePause = async () => {
    const paused = !account.paused;
    const words = paused ? `${account.name} is paused.` : `${account.name} is asked again.`;
    if (await save(client.pause({ accountId: account.id, paused }), words)) props.onReload();
  };
  return (
    <footer>
      <Button size="small" busy={props.isTesting} onClick={props.onTest}>
        <span>Test again{name}</span>
      </Button>
      <Button size="small" kind="quiet" data-opens={`edit:${account.id}`} onClick={props.onChange}>
        <span>Change{name}</span>
      </Button>
      <Button size="small" kind="quiet" onClick={props.onRename}>
        <span>Rename{name}</span>
      </Button>
      <Button size="small" kind="quiet" busy={isSaving} onClick={() => void handlePause()}>
        <span>
          {account.paused ? 'Resume' : 'Pause'}
          {name}
        </span>
      </Button>
      <Button size="small" kind="danger" onClick={() => setRemoving(true)}>
        <span>Remove{name}</span>
      </Button>
      <SavedLine saying={saying} />
      {isRemoving && (
        <RemoveAccount
          account={account}
          client={client}
          onRemoved={props.onRemoved}
          onCancel={() => setRemoving(false)}
        />
      )}
    </footer>
  );
}
