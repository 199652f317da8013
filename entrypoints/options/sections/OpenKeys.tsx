import { useState } from 'preact/hooks';
import type { Client } from '@/components/accounts/powers';
import type { useSaving } from '@/components/accounts/use-saving';
import { Button } from '@/components/ui/Button';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { Disclosure } from '@/components/ui/Disclosure';
import { PassphraseForm } from './PassphraseForm';

interface OpenKeysProps {
  client: Client;
  keep: ReturnType<typeof useSaving>['save'];
}

/** A passphrase is set and the keys are open. */
export function OpenKeys({ client, keep }: OpenKeysProps) {
  const [isAsking, setAsking] = useState(false);
  return (
    <div class="stack">
      <p>A passphrase is set. Your keys are open until you lock them or the browser closes.</p>
      <div class="buttons">
        <Button onClick={() => void keep(client.lock(), 'Locked.')}>Lock now</Button>
        <Button onClick={() => setAsking(true)}>Take passphrase away</Button>
      </div>
      <Disclosure summary="Change passphrase">
        <PassphraseForm
          button="Change passphrase"
          onSet={(passphrase) => keep(client.setPassphrase({ passphrase }), 'Passphrase changed.')}
        />
      </Disclosure>
      {isAsking && (
        <ConfirmDialog
          title="Take the passphrase away?"
          confirm="Take it away"
          onCancel={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            void keep(
              client.setPassphrase({ passphrase: null }),
              'Passphrase taken away. Your keys stay sealed in this browser.',
            );
          }}
        >
          <p>
            Your keys stay sealed in this browser, but open with it: whoever can use this browser
            can use your accounts.
          </p>
        </ConfirmDialog>
      )}
    </div>
  );
}
