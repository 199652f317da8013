import { useId, useState } from 'preact/hooks';
import { Button } from '../ui/Button';
import type { ImportForm } from './use-import-form';

const LABELS = { file: 'CSV file', text: 'Or paste lines' };

/** A file, or lines that were copied somewhere. */
export function FileChooser({ form }: { form: ImportForm }) {
  const [pasted, setPasted] = useState('');
  const fileId = useId();
  const textId = useId();
  return (
    <div class="list-ask">
      <div class="field">
        <label for={fileId}>{LABELS.file}</label>
        <input
          id={fileId}
          type="file"
          class="field-box"
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          aria-describedby={form.problem ? `${fileId}-problem` : undefined}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file) void form.takeFile(file);
            // The same file, changed meanwhile, can be chosen again.
            event.currentTarget.value = '';
          }}
        />
        {form.chosen?.name && <p class="field-hint">{form.chosen.name}</p>}
        {form.problem && (
          <p id={`${fileId}-problem`} class="field-error" role="alert">
            {form.problem}
          </p>
        )}
      </div>
      <form
        class="field"
        onSubmit={(event) => {
          event.preventDefault();
          form.take(pasted, null);
        }}
      >
        <label for={textId}>{LABELS.text}</label>
        <textarea
          id={textId}
          class="field-box"
          rows={5}
          spellcheck={false}
          placeholder={'Email,Company\nada@example.com,Acme'}
          value={pasted}
          onInput={(event) => setPasted(event.currentTarget.value)}
        />
        <Button type="submit" size="small">
          Read these lines
        </Button>
      </form>
    </div>
  );
}
