import { useState } from 'preact/hooks';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';

interface PassphraseFormProps {
  button: string;
  onSet: (passphrase: string) => Promise<boolean>;
}

/** Below this a passphrase can be guessed by trying, however slow each try is made. */
const FEWEST_CHARACTERS = 10;
const GOOD_CHARACTERS = 16;
const MOST_CHARACTERS = 1_000;

export function PassphraseForm({ button, onSet }: PassphraseFormProps) {
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState<{ at: 'first' | 'again'; words: string } | null>(null);
  const handleSet = async () => {
    const found = problemOf(passphrase, again);
    setProblem(found);
    if (found || !(await onSet(passphrase))) return;
    setPassphrase('');
    setAgain('');
  };
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void handleSet();
      }}
    >
      <div class="pair">
        <Field
          type="password"
          label="New passphrase"
          value={passphrase}
          onInput={setPassphrase}
          hint={strengthOf(passphrase)}
          error={problem?.at === 'first' ? problem.words : null}
        />
        <Field
          type="password"
          label="The same again"
          value={again}
          onInput={setAgain}
          error={problem?.at === 'again' ? problem.words : null}
        />
      </div>
      <p class="soft">Nobody can recover it. If you forget it, you enter your API keys again.</p>
      <div>
        <Button type="submit">{button}</Button>
      </div>
    </form>
  );
}

function problemOf(passphrase: string, again: string) {
  const length = passphrase.trim().length;
  const first = (words: string) => ({ at: 'first' as const, words });
  if (length < FEWEST_CHARACTERS) return first(`At least ${FEWEST_CHARACTERS} characters.`);
  if (length > MOST_CHARACTERS) return first(`At most ${MOST_CHARACTERS} characters.`);
  if (new Set(passphrase).size < 5) return first('Too easy to guess: use different characters.');
  if (passphrase !== again) return { at: 'again' as const, words: 'The two are not the same.' };
  return null;
}

function strengthOf(passphrase: string): string {
  const length = passphrase.trim().length;
  if (length === 0)
    return 'Four words that do not belong together are easy to keep and hard to guess.';
  if (length < FEWEST_CHARACTERS) return `Too short: ${FEWEST_CHARACTERS - length} more needed.`;
  return length < GOOD_CHARACTERS ? 'Fair. A longer one is better.' : 'Good.';
}
