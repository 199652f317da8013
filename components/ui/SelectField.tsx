import { useId, useRef } from 'preact/hooks';
import { useFirstFocus } from '../hooks/use-first-focus';
import './field.css';

interface SelectFieldProps {
  label: string;
  options: { value: string; label: string }[];
  value: string;
  onChange: (value: string) => void;
  /** Takes the focus when it appears. */
  takesFocus?: boolean;
}

export function SelectField({ label, options, value, onChange, takesFocus }: SelectFieldProps) {
  const id = useId();
  const select = useRef<HTMLSelectElement>(null);
  useFirstFocus(select, takesFocus);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        ref={select}
        id={id}
        class="field-box"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
