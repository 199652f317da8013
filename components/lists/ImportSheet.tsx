import type { Choice } from '@/lib/people/details';
import { Disclosure } from '../ui/Disclosure';
import { SelectField } from '../ui/SelectField';
import { Switch } from '../ui/Switch';
import { type BadLine, SEPARATORS, type Sheet, widthOf } from './read-csv';
import { columnValue, type ImportForm } from './use-import-form';

const SHOWN = 5;
const SEPARATOR_WORDS = { ',': 'Comma', ';': 'Semicolon', '\t': 'Tab', '|': 'Bar' };

interface ImportSheetProps {
  form: ImportForm;
  fields: readonly Choice[];
}

/** The first lines, and what each column is. */
export function ImportSheet({ form, fields }: ImportSheetProps) {
  const { chosen, sorted } = form;
  if (!chosen || !sorted) return null;
  const { sheet } = chosen;
  return (
    <>
      <div class="list-ask">
        <SelectField
          label="Divided by"
          value={sheet.separator}
          options={SEPARATORS.map((value) => ({ value, label: SEPARATOR_WORDS[value] }))}
          onChange={(value) => {
            const separator = SEPARATORS.find((one) => one === value);
            if (separator) form.separate(separator);
          }}
        />
        <Switch
          label="The first line has titles"
          checked={sheet.hasTitles}
          onChange={(hasTitles) => form.change({ hasTitles })}
        />
      </div>
      <Preview {...{ form, fields, sheet }} />
      <BadLines bad={sorted.bad} />
    </>
  );
}

function Preview({ form, fields, sheet }: ImportSheetProps & { sheet: Sheet }) {
  const [titles = []] = sheet.hasTitles ? sheet.rows : [];
  const first = sheet.hasTitles ? 1 : 0;
  const rows = sheet.rows.slice(first, first + SHOWN);
  const columns = Array.from({ length: widthOf(sheet.rows) }, (_, at) => at);
  const options = [
    { value: '', label: 'Leave out' },
    { value: 'address', label: 'Email address' },
    ...fields.map((field) => ({ value: columnValue(field), label: field.name })),
  ];
  const handleMap = (at: number, value: string) => {
    const field = fields.find((one) => columnValue(one) === value);
    form.map(at, value === 'address' ? 'address' : (field ?? null));
  };
  return (
    <div class="list-scroll" role="group" aria-label="First lines">
      <table class="import-table">
        <thead>
          <tr>
            {columns.map((at) => (
              <th key={at} scope="col">
                <SelectField
                  label={titles[at] || `Column ${at + 1}`}
                  value={columnValue(form.columns[at] ?? null)}
                  options={options}
                  onChange={(value) => handleMap(at, value)}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, index) => (
            <tr key={index}>
              {columns.map((at) => (
                <td key={at} dir="auto">
                  {cells[at]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const LISTED = 50;

function BadLines({ bad }: { bad: BadLine[] }) {
  if (bad.length === 0) return null;
  const words = bad.length === 1 ? '1 line has' : `${bad.length} lines have`;
  return (
    <Disclosure summary={`${words} no valid address and will be left out`} open>
      <ul class="bad-lines">
        {bad.slice(0, LISTED).map(({ number, text }) => (
          <li key={number} dir="auto">
            <b>Row {number}</b> {text}
          </li>
        ))}
      </ul>
      {bad.length > LISTED && <p class="soft">and {bad.length - LISTED} more</p>}
    </Disclosure>
  );
}
