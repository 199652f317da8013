import { useEffect, useRef, useState } from 'preact/hooks';
import type { Account } from '@/lib/people/account';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { nameProblem } from '../ui/name-problem';
import { NAME_LENGTH } from './attempt';
import type { Client } from './powers';
import { sayHere } from './say-here';

interface AccountNameProps {
  account: Account;
  client: Client;
  onDone: () => void;
}

/** Renames an account where its name stands. */
export function AccountName({ account, client, onDone }: AccountNameProps) {
  const [name, setName] = useState(account.name);
  const [problem, setProblem] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);
  const handleSave = async () => {
    const found = nameProblem(name, NAME_LENGTH);
    if (found) return setProblem(found);
    setSaving(true);
    const reply = await client.rename({ accountId: account.id, name: name.trim() });
    setSaving(false);
    if (reply.ok) onDone();
    else setProblem(sayHere(reply.failure));
  };
  return (
    <form
      class="account-name"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void handleSave();
      }}
    >
      <Field
        ref={input}
        label="New name"
        value={name}
        onInput={setName}
        error={problem}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone();
        }}
      />
      <Button type="submit" kind="primary" busy={isSaving}>
        Save name
      </Button>
      <Button kind="quiet" onClick={onDone}>
        Cancel
      </Button>
    </form>
  );
}
