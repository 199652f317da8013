import { type Separator, SEPARATORS } from '@/lib/people/list-work';
import { SelectField } from '../ui/SelectField';

const WORDS: Record<Separator, string> = {
  ',': 'Comma',
  ';': 'Semicolon',
  '\t': 'Tab',
  '|': 'Bar',
};

interface SeparatorFieldProps {
  value: Separator;
  onChange: (separator: Separator) => void;
}

/** What stands between the columns. */
export function SeparatorField({ value, onChange }: SeparatorFieldProps) {
  return (
    <SelectField
      label="Divided by"
      value={value}
      options={SEPARATORS.map((one) => ({ value: one, label: WORDS[one] }))}
      onChange={(chosen) => {
        const separator = SEPARATORS.find((one) => one === chosen);
        if (separator) onChange(separator);
      }}
    />
  );
}
