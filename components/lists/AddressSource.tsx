import type { Choice } from '@/lib/people/details';
import { Field } from '../ui/Field';
import { ImportSheet } from './ImportSheet';
import { PastedLines } from './PastedLines';
import type { AddressForm } from './use-address-source';

interface AddressSourceProps {
  form: AddressForm;
  fields: readonly Choice[];
}

/** A file that Octeth fetches by itself: the browser does not, so its lines are shown by a sample. */
export function AddressSource({ form, fields }: AddressSourceProps) {
  const { sample } = form;
  return (
    <div class="list-part">
      <Field
        label="Address of the CSV file"
        type="url"
        hint="Octeth fetches it, so it must reach it. Addressee does not, and keeps the address nowhere."
        placeholder="https://acme.com/people.csv"
        value={form.url}
        onInput={form.setUrl}
        onBlur={form.touch}
        error={form.error}
      />
      <PastedLines
        label="Its first lines"
        hint="Copy a few of them here, to say which column is what. They are sent nowhere."
        error={sample.problem ?? undefined}
        onRead={(text) => {
          form.touch();
          sample.take(text, null);
        }}
      />
      <ImportSheet form={sample} fields={fields} />
      {sample.chosen && (
        <p class="soft">
          The lines cannot be looked through before: Octeth takes one of titles, and each without a
          valid address, for one that failed, and says so at the end.
        </p>
      )}
    </div>
  );
}
