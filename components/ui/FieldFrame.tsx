import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import './field.css';

export interface FieldWords {
  label: string;
  hint?: ComponentChildren;
  /** What is wrong, in words; read out when it appears. */
  error?: string | null | undefined;
}

interface FieldFrameProps extends FieldWords {
  children: (control: Control) => JSX.Element;
}

/** What ties whatever is filled in to the words around it. */
interface Control {
  id: string;
  class: 'field-box';
  'aria-invalid': true | undefined;
  'aria-describedby': string | undefined;
}

/** A label, what is filled in, and what is said of it. */
export function FieldFrame({ label, hint, error, children }: FieldFrameProps) {
  const id = useId();
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id} dir="auto">
        {label}
      </label>
      {children({
        ...{ id, class: 'field-box' },
        'aria-invalid': error ? true : undefined,
        'aria-describedby': describedBy || undefined,
      })}
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
