import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { Account, System } from '@/lib/people/account';
import { SYSTEM_NAMES } from '@/lib/people/account';
import { useFocusHome } from '../hooks/use-focus-home';
import { Button } from '../ui/Button';
import { AccountFields } from './AccountFields';
import { ConnectionChooser } from './ConnectionChooser';
import type { FormId } from './drafts';
import { FormOutcome } from './FormOutcome';
import type { Powers } from './powers';
import { useAccountForm } from './use-account-form';
import './account-form.css';

interface AccountFormProps {
  form: FormId;
  system: System;
  /** The account that is changed; null for a new one. */
  account: Account | null;
  powers: Powers;
  onSaved: (account: Account, said: string[]) => void;
  onClose: () => void;
}

/** Connects an account, or changes how one is connected. */
export function AccountForm(props: AccountFormProps) {
  const { system, account } = props;
  const state = useAccountForm(props);
  const { stage } = state;
  const id = useId();
  const element = useRef<HTMLFormElement>(null);
  // Before anybody else looks for where the focus went.
  useLayoutEffect(() => element.current?.querySelector('input')?.focus(), []);
  useEffect(() => {
    if (stage.is !== 'failed') return;
    element.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [stage]);
  useFocusHome(element, (form) => form.querySelector('[type=submit]'));
  const handleCancel = () => {
    state.discard();
    props.onClose();
  };
  return (
    <form
      ref={element}
      class="account-form"
      aria-labelledby={id}
      noValidate
      onSubmit={(event) => event.preventDefault()}
    >
      <h3 id={id} dir="auto">
        {account ? `Change ${account.name}` : `Connect ${SYSTEM_NAMES[system]}`}
      </h3>
      <AccountFields system={system} account={account} state={state} />
      <ConnectionChooser account={account} state={state} />
      <FormOutcome stage={stage} onTakeOffer={(offer) => void state.test(offer)} />
      <div class="account-form-actions">
        {/* In the click itself, not on submit: Firefox asks for hosts nowhere else. */}
        <Button
          type="submit"
          kind="primary"
          busy={stage.is === 'testing'}
          onClick={() => void state.test()}
        >
          Test and save
        </Button>
        <Button kind="quiet" onClick={handleCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
