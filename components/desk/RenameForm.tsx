import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { nameProblem } from '../ui/name-problem';

interface RenameFormProps {
  name: string;
  isBusy: boolean;
  onSave: (name: string) => Promise<void>;
  onCancel: () => void;
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
