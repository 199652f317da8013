import type { Choice } from '@/lib/people/details';
import { Switch } from '../ui/Switch';
import { ColumnTable } from './ColumnTable';
import { SeparatorField } from './SeparatorField';
import type { ImportForm } from './use-import-form';

const SHOWN = 5;

interface ImportSheetProps {
  form: ImportForm;
  fields: readonly Choice[];
}

/** How the lines are read, and what each column is. */
export function ImportSheet({ form, fields }: ImportSheetProps) {
  if (!form.chosen) return null;
  const { sheet } = form.chosen;
  const [titles = []] = sheet.hasTitles ? sheet.rows : [];
  const first = sheet.hasTitles ? 1 : 0;
  return (
    <>
      <div class="list-ask">
        <SeparatorField value={sheet.separator} onChange={form.separate} />
        <Switch
          label="The first line has titles"
          checked={sheet.hasTitles}
          onChange={(hasTitles) => form.change({ hasTitles })}
        />
      </div>
      <ColumnTable
        titles={titles}
        rows={sheet.rows.slice(first, first + SHOWN)}
        columns={form.columns}
        fields={fields}
        onMap={form.map}
      />
    </>
  );
}
