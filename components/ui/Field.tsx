import type { ComponentChildren, Ref } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { useFirstFocus } from '../hooks/use-first-focus';
import './field.css';

interface FieldProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  type?: 'text' | 'password' | 'url' | 'email' | 'search' | 'date';
  hint?: ComponentChildren;
  /** What is wrong, in words; read out when it appears. */
  error?: string | null | undefined;
  name?: string;
  placeholder?: string;
  /** The last day that can be chosen. */
  max?: string;
  required?: boolean;
  /** Takes the focus when it appears. */
  takesFocus?: boolean;
  readOnly?: boolean;
  onBlur?: () => void;
  onKeyDown?: (event: KeyboardEvent) => void;
  ref?: Ref<HTMLInputElement>;
}

export function Field({
  label,
  value,
  onInput,
  hint,
  error,
  type = 'text',
  takesFocus,
  ref,
  ...rest
}: FieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useFirstFocus(input, takesFocus);
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id} dir="auto">
        {label}
      </label>
      <input
        {...rest}
        ref={ref ?? input}
        id={id}
        type={type as 'text'} // oxlint-disable-line typescript/no-unnecessary-type-assertion -- tsc needs it: Preact's types take one literal at a time
        class="field-box"
        dir="auto"
        spellcheck={false}
        autocomplete="off"
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy || undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {hint && (
        <p id={`${id}-hint`} class="field-hint">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} class="field-error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
