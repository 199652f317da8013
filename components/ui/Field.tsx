import type { Ref } from 'preact';
import { useRef } from 'preact/hooks';
import { useFirstFocus } from '../hooks/use-first-focus';
import { FieldFrame, type FieldWords } from './FieldFrame';

interface FieldProps extends FieldWords {
  value: string;
  onInput: (value: string) => void;
  type?: 'text' | 'password' | 'url' | 'email' | 'search' | 'date';
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

export function Field(props: FieldProps) {
  const { label, hint, error, value, onInput, type = 'text', takesFocus, ref, ...rest } = props;
  const input = useRef<HTMLInputElement>(null);
  useFirstFocus(input, takesFocus);
  return (
    <FieldFrame {...{ label, hint, error }}>
      {(control) => (
        <input
          {...rest}
          {...control}
          ref={ref ?? input}
          // Preact's types take one literal at a time.
          {...({ type } as { type: 'text' })}
          dir="auto"
          spellcheck={false}
          autocomplete="off"
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </FieldFrame>
  );
}
