import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './choice.css';

export interface ChoiceOption<Value extends string> {
  value: Value;
  label: string;
  hint?: ComponentChildren;
}

interface ChoiceProps<Value extends string> {
  /** The radiogroup's name. */
  label: string;
  options: ChoiceOption<Value>[];
  /** Null while nothing is chosen yet. */
  value: Value | null;
  onChange: (value: Value) => void;
}

/** One of several, all of them in sight. Hints can be clicked too, but are no part of the name. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const id = useId();
  return (
    <div class="choice" role="radiogroup" aria-labelledby={id}>
      <span id={id} class="choice-label">
        {props.label}
      </span>
      {props.options.map((option, index) => (
        <label key={option.value} class="choice-option">
          <input
            type="radio"
            name={id}
            aria-labelledby={`${id}-${index}`}
            aria-describedby={option.hint ? `${id}-${index}-hint` : undefined}
            checked={props.value === option.value}
            onChange={() => props.onChange(option.value)}
          />
          <span id={`${id}-${index}`} dir="auto">
            {option.label}
          </span>
          {option.hint && (
            <span id={`${id}-${index}-hint`} class="choice-hint">
              {option.hint}
            </span>
          )}
        </label>
      ))}
    </div>
  );
}
