import { useRef, useState } from 'preact/hooks';
import type { MatonConnection } from '@/lib/messaging/protocol';
import type { SystemeAccount } from '@/lib/people/account';
import { hashOf } from '../accounts/account-pages';
import { tryToConnect } from '../accounts/attempt';
import type { Powers } from '../accounts/powers';
import { SavedLine } from '../accounts/SavedLine';
import { sayHere } from '../accounts/say-here';
import { DeskNewsLine } from '../desk/DeskNewsLine';
import type { Asked } from '../desk/use-desk-acting';
import { useFocusHome } from '../hooks/use-focus-home';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { Skeleton } from '../ui/Skeleton';
import { ConnectionRow } from './ConnectionRow';
import { NewConnection } from './NewConnection';
import { RemoveConnection } from './RemoveConnection';
import { useConnectionsPage } from './use-connections-page';
import './connections.css';

interface ConnectionsPageProps {
  account: SystemeAccount;
  powers: Powers;
  onReload: () => Promise<void>;
}

/** Maton’s links to Systeme.io accounts: which there are, and which one is this account’s. */
export function ConnectionsPage({ account, powers, onReload }: ConnectionsPageProps) {
  const state = useConnectionsPage(account, powers.client);
  const { acting } = state;
  const [isTaking, setTaking] = useState(false);
  const room = useRef<HTMLDivElement>(null);
  useFocusHome(room, (element) => element.querySelector('button'));

  const handleUse = async (connection: MatonConnection) => {
    const attempt = tryToConnect(requestFor(account, connection.id), powers); // hosts: in the click
    setTaking(true);
    const ended = await attempt;
    setTaking(false);
    if (ended.outcome !== 'saved') {
      const failure =
        ended.outcome === 'failed' ? ended.failure : ({ kind: 'no-connection' } as const);
      state.say({ tone: 'stop', words: `Still as before. ${sayHere(failure)}` });
      return;
    }
    // Another connection is another account in the old one’s place.
    location.replace(hashOf({ accountId: ended.account.id, page: 'connections' }));
    await onReload();
  };

  return (
    <div ref={room} class="connections">
      <NewConnection
        account={account}
        state={state}
        isTaking={isTaking}
        onUse={(connection) => void handleUse(connection)}
      />
      <DeskNewsLine acting={acting} account={account} />
      <SavedLine saying={state.saying} />
      {state.failure && (
        <Notice
          tone="stop"
          live="alert"
          actions={<Button onClick={() => void state.read()}>Try again</Button>}
        >
          {sayHere(state.failure, account.name)}
        </Notice>
      )}
      {state.connections === null && !state.failure && <Skeleton widths={[50, 60]} />}
      {state.connections && (
        <ul aria-label="Connections">
          {state.connections.map((connection) => (
            <ConnectionRow
              key={connection.id}
              connection={connection}
              account={account}
              isBusy={acting.doing !== null || isTaking}
              onUse={() => void handleUse(connection)}
              onAuthorise={() => void state.authorise(connection.id)}
              onRemove={() => void state.remove(connection)}
            />
          ))}
        </ul>
      )}
      {state.connections?.length === 0 && <p class="soft">Maton has no connections here.</p>}
      {acting.asked && (
        <RemoveConnection
          asked={acting.asked}
          acting={acting}
          connection={state.connections?.find(({ id }) => id === removed(acting.asked))}
        />
      )}
    </div>
  );
}

const removed = (asked: Asked | null): string | null =>
  asked?.intent.kind === 'remove-connection' ? asked.intent.connection.id : null;

const requestFor = ({ id, name, gateway, control }: SystemeAccount, connectionId: string) => ({
  system: 'systeme' as const,
  accountId: id,
  name,
  gateway,
  control,
  key: null,
  connectionId,
});
