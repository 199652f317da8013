import type { System } from '@/lib/people/account';
import { Field } from '../ui/Field';

interface KeyFieldProps {
  system: System;
  /** The last characters of the key that is already kept; null for a new account. */
  keptTail: string | null;
  /** The other fields came back from an earlier visit; a key never does. */
  isRestored: boolean;
  value: string;
  onInput: (value: string) => void;
  error: string | null;
}

const WHERE = {
  octeth: 'From your user settings in Octeth.',
  systeme: 'From your settings at maton.ai. Systeme.io is reached through Maton.',
};

/** Write-only: a key goes in and only its last characters are ever shown again. */
export function KeyField(props: KeyFieldProps) {
  const kept =
    props.keptTail !== null &&
    `Key ${props.keptTail && `…${props.keptTail}, `}kept in this browser. Leave empty to keep it.`;
  return (
    <Field
      type="password"
      label={props.system === 'octeth' ? 'API key' : 'Maton API key'}
      value={props.value}
      onInput={props.onInput}
      error={props.error}
      hint={
        props.isRestored && !kept
          ? 'What you had typed is back, except the key: keys are not kept before they are saved.'
          : kept || `${WHERE[props.system]} Kept in this browser alone.`
      }
    />
  );
}
