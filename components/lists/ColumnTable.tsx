import type { Choice } from '@/lib/people/details';
import type { ImportColumn } from '@/lib/people/list-work';
import { SelectField } from '../ui/SelectField';
import { columnValue } from './columns';
import './list-table.css';

interface ColumnTableProps {
  /** Empty where no line has titles. */
  titles: string[];
  rows: string[][];
  columns: ImportColumn[];
  fields: readonly Choice[];
  onMap: (at: number, column: ImportColumn) => void;
}

/** The first lines, and what each column is. */
export function ColumnTable({ titles, rows, columns, fields, onMap }: ColumnTableProps) {
  const options = [
    { value: '', label: 'Leave out' },
    { value: 'address', label: 'Email address' },
    ...fields.map((field) => ({ value: columnValue(field), label: field.name })),
  ];
  const handleMap = (at: number, value: string) => {
    const field = fields.find((one) => columnValue(one) === value);
    onMap(at, value === 'address' ? 'address' : (field ?? null));
  };
  return (
    <div class="list-scroll" role="group" aria-label="First lines">
      <table class="import-table">
        <thead>
          <tr>
            {columns.map((column, at) => (
              <th key={at} scope="col">
                <SelectField
                  label={titles[at] || `Column ${at + 1}`}
                  value={columnValue(column)}
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
              {columns.map((_, at) => (
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
