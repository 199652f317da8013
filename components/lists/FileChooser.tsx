import { useId } from 'preact/hooks';
import { PastedLines } from './PastedLines';
import type { ImportForm } from './use-import-form';

const LABEL = 'CSV file';

/** A file, or lines that were copied somewhere. */
export function FileChooser({ form }: { form: ImportForm }) {
  const fileId = useId();
  return (
    <div class="list-ask">
      <div class="field">
        <label for={fileId}>{LABEL}</label>
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
      <PastedLines label="Or paste lines" onRead={(text) => form.take(text, null)} />
    </div>
  );
}
