import { useState } from 'preact/hooks';
import type { Client } from '@/components/accounts/powers';
import { sayHere } from '@/components/accounts/say-here';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';

interface UnlockFormProps {
  client: Client;
  onUnlocked: () => Promise<void>;
}

export function UnlockForm({ client, onUnlocked }: UnlockFormProps) {
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const handleUnlock = async () => {
    if (passphrase === '') {
      setProblem('Type your passphrase.');
      return;
    }
    setBusy(true);
    const reply = await client.unlock({ passphrase });
    setBusy(false);
    if (reply.ok) {
      setPassphrase('');
      await onUnlocked();
    } else setProblem(sayHere(reply.failure));
  };
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void handleUnlock();
      }}
    >
      <div class="one-line">
        <Field
          type="password"
          label="Passphrase"
          value={passphrase}
          onInput={(typed) => {
            setPassphrase(typed);
            setProblem(null);
          }}
          error={problem}
        />
        <Button type="submit" kind="primary" busy={isBusy}>
          Unlock
        </Button>
      </div>
      <p class="soft">
        Forgotten? Remove the accounts above and connect them again with their keys.
      </p>
    </form>
  );
}
