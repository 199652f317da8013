import { useState } from 'preact/hooks';
import { sayFailure } from '@/lib/failure-words';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { usePanel } from './panel';
import './welcome.css';

export function Unlock({ onUnlocked }: { onUnlocked: () => void }) {
  const { client } = usePanel();
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const handleSubmit = async (event: Event) => {
    event.preventDefault();
    if (isBusy) return;
    if (passphrase === '') return setProblem('Type your passphrase.');
    setBusy(true);
    const reply = await client.unlock({ passphrase });
    setBusy(false);
    if (reply.ok) onUnlocked();
    else setProblem(sayFailure(reply.failure).what);
  };
  return (
    <form class="unlock" onSubmit={(event) => void handleSubmit(event)}>
      <h1 class="unlock-title">Locked</h1>
      <Field
        label="Passphrase"
        type="password"
        takesFocus
        value={passphrase}
        onInput={(typed) => {
          setPassphrase(typed);
          setProblem(null);
        }}
        hint="Your keys are locked. Nobody is looked up until you unlock them."
        error={problem}
      />
      <Button type="submit" kind="primary" busy={isBusy}>
        Unlock
      </Button>
    </form>
  );
}
