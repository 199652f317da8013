import { useRef } from 'preact/hooks';
import { useFirstFocus } from '../hooks/use-first-focus';
import { FieldFrame, type FieldWords } from './FieldFrame';

interface SelectFieldProps extends FieldWords {
  options: { value: string; label: string }[];
  value: string;
  onChange: (value: string) => void;
  /** Takes the focus when it appears. */
  takesFocus?: boolean;
}

export function SelectField({ options, value, onChange, takesFocus, ...words }: SelectFieldProps) {
  const select = useRef<HTMLSelectElement>(null);
  useFirstFocus(select, takesFocus);
  return (
    <FieldFrame {...words}>
      {(control) => (
        <select
          {...control}
          ref={select}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}
