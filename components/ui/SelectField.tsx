import { useId, useRef } from 'preact/hooks';
import { useFirstFocus } from '../hooks/use-first-focus';
import './field.css';

interface SelectFieldProps {
  label: string;
  options: { value: string; label: string }[];
  value: string;
  onChange: (value: string) => void;
  /** What is wrong, in words; read out when it appears. */
  error?: string | null;
  /** Takes the focus when it appears. */
  takesFocus?: boolean;
}

export function SelectField(props: SelectFieldProps) {
  const { label, options, value, onChange, error, takesFocus } = props;
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
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {error && (
        <p id={`${id}-error`} class="field-error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
