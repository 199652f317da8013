import { useId } from 'preact/hooks';
import { PastedLines } from './PastedLines';
import type { ImportForm } from './use-import-form';

const LABEL = 'CSV file';

/** A file, or lines that were copied somewhere. */
export function FileChooser({ form }: { form: ImportForm }) {
  const fileId = useId();
  const name = form.chosen?.name;
  const describedBy = [name && `${fileId}-name`, form.problem && `${fileId}-problem`]
    .filter(Boolean)
    .join(' ');
  return (
    <div class="list-ask">
      <div class="field">
        <label for={fileId}>{LABEL}</label>
        <div class="file-choice field-box">
          {/* Over all of the box, unseen: it is clicked, dropped on and read out as its own. */}
          <input
            id={fileId}
            type="file"
            accept=".csv,.txt,.tsv,text/csv,text/plain"
            aria-describedby={describedBy || undefined}
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              if (file) void form.takeFile(file);
              // The same file, changed meanwhile, can be chosen again.
              event.currentTarget.value = '';
            }}
          />
          <span class="button small" aria-hidden="true">
            {name ? 'Choose another file' : 'Choose a file'}
          </span>
          {name && (
            <b id={`${fileId}-name`} dir="auto">
              {name}
            </b>
          )}
        </div>
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
