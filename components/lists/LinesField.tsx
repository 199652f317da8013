import { FieldFrame, type FieldWords } from '../ui/FieldFrame';

interface LinesFieldProps extends FieldWords {
  value: string;
  onInput: (value: string) => void;
  rows: number;
  placeholder: string;
}

/** Several lines of text that somebody copied somewhere. */
export function LinesField({ label, hint, error, onInput, ...rest }: LinesFieldProps) {
  return (
    <FieldFrame {...{ label, hint, error }}>
      {(control) => (
        <textarea
          {...rest}
          {...control}
          spellcheck={false}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </FieldFrame>
  );
}
