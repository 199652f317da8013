import { useId } from 'preact/hooks';
import './choice.css';

interface CheckProps {
  label: string;
  hint?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** One yes or no; the hint can be clicked too, but is no part of the name. */
export function Check({ label, hint, checked, onChange }: CheckProps) {
  const id = useId();
  return (
    <label class="choice-option">
      <input
        type="checkbox"
        aria-labelledby={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span id={id}>{label}</span>
      {hint && (
        <span id={`${id}-hint`} class="choice-hint">
          {hint}
        </span>
      )}
    </label>
  );
}
