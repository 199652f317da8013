import type { MatonConnection } from '@/lib/messaging/protocol';
import type { Account } from '@/lib/people/account';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { Spinner } from '../ui/Spinner';
import type { ConnectionsState } from './use-connections-page';

interface NewConnectionProps {
  account: Account;
  state: ConnectionsState;
  isTaking: boolean;
  onUse: (connection: MatonConnection) => void;
}

/** Making a connection: the button, the waiting with its way out, and the offer to use it. */
export function NewConnection({ account, state, isTaking, onUse }: NewConnectionProps) {
  const { waiting } = state;
  const { made } = waiting;
  if (waiting.isOn) {
    return (
      <div class="notice wait" role="group" aria-label="Waiting for Maton">
        <Spinner />
        <p class="notice-words" role="status">
          Maton’s page is open in another tab: enter the key of Systeme.io there. This page goes on
          by itself once that is done.
        </p>
        <div class="notice-actions">
          <Button onClick={waiting.stop}>Stop waiting</Button>
        </div>
      </div>
    );
  }
  if (made) {
    return (
      <Notice
        tone="good"
        live="status"
        actions={
          <>
            <Button kind="primary" busy={isTaking} onClick={() => onUse(made)}>
              Use it for {account.name}
            </Button>
            <Button onClick={waiting.forget}>Not now</Button>
          </>
        }
      >
        <b dir="auto">{made.label}</b> is ready. {account.name} still goes through its old one.
      </Notice>
    );
  }
  return (
    <div>
      <Button
        busy={state.acting.doing !== null}
        off={state.connections === null}
        onClick={() => void state.create()}
      >
        Connect another Systeme.io
      </Button>
      <p class="connections-hint">Opens Maton’s own page in a tab, where the key is entered.</p>
    </div>
  );
}
