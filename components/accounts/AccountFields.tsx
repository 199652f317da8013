import type { Account, System } from '@/lib/people/account';
import { Field } from '../ui/Field';
import { KeyField } from './KeyField';
import { MatonHosts } from './MatonHosts';
import { sayHere } from './say-here';
import type { AccountFormState } from './use-account-form';

interface AccountFieldsProps {
  system: System;
  account: Account | null;
  state: AccountFormState;
}

export function AccountFields({ system, account, state }: AccountFieldsProps) {
  const { fields, stage, change } = state;
  const wrong = stage.is === 'failed' ? [stage, ...(stage.also ? [stage.also] : [])] : [];
  const errorAt = (field: string) => {
    const found = wrong.find((one) => one.field === field);
    return found ? sayHere(found.failure) : null;
  };
  return (
    <>
      {system === 'octeth' && (
        <Field
          label="Server address"
          value={fields.server}
          onInput={(server) => change({ server })}
          placeholder="https://mail.acme.com"
          hint="Where you open Octeth in the browser."
          error={errorAt('server')}
        />
      )}
      <KeyField
        system={system}
        keptTail={account?.keyTail ?? null}
        isRestored={state.isRestored}
        value={state.key}
        onInput={state.setKey}
        error={errorAt('key')}
      />
      <Field
        label="Name"
        value={fields.name}
        onInput={(name) => change({ name })}
        placeholder={system === 'octeth' ? 'Acme Mail' : 'Acme School'}
        hint="Optional. Shown wherever this account is meant."
        error={errorAt('name')}
      />
      {system === 'systeme' && <MatonHosts fields={fields} onChange={change} errorAt={errorAt} />}
    </>
  );
}
