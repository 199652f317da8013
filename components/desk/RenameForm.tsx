import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';

interface RenameFormProps {
  name: string;
  isBusy: boolean;
  onSave: (name: string) => Promise<void>;
  onCancel: () => void;
}

export const NAME_LENGTH = 64;

/** Why this cannot be a name; null where it can. The server has the last word. */
export function nameProblem(name: string): string | null {
  if (name.trim() === '') return 'Type a name.';
  return name.trim().length > NAME_LENGTH ? `At most ${NAME_LENGTH} characters.` : null;
}

export function RenameForm({ name, isBusy, onSave, onCancel }: RenameFormProps) {
  const [typed, setTyped] = useState(name);
  const [problem, setProblem] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);
  const handleSave = () => {
    const found = nameProblem(typed);
    setProblem(found);
    if (found || isBusy) return;
    if (typed.trim() === name) onCancel();
    else void onSave(typed.trim());
  };
  return (
    <form
      class="desk-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        handleSave();
      }}
    >
      <Field
        ref={input}
        label={`New name for ${name}`}
        value={typed}
        onInput={setTyped}
        error={problem}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel();
        }}
      />
      <Button type="submit" kind="primary" busy={isBusy}>
        Save name
      </Button>
      <Button kind="quiet" onClick={onCancel}>
        Cancel
      </Button>
    </form>
  );
}
