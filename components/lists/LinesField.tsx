import { useId } from 'preact/hooks';

interface LinesFieldProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  rows: number;
  placeholder: string;
  hint?: string;
  error?: string | undefined;
}

/** Several lines of text that somebody copied somewhere. */
export function LinesField({ label, hint, error, onInput, ...rest }: LinesFieldProps) {
  const id = useId();
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <textarea
        {...rest}
        id={id}
        class="field-box"
        spellcheck={false}
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
