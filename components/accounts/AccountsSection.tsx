import { useRef, useState } from 'preact/hooks';
import type { AccountsState } from '@/lib/messaging/protocol';
import type { Account, System } from '@/lib/people/account';
import { AccountCard } from './AccountCard';
import { AccountForm } from './AccountForm';
import type { TestNews } from './account-status';
import { AddAccount } from './AddAccount';
import type { FormId } from './drafts';
import type { Powers } from './powers';
import { SavedLine } from './SavedLine';
import { Trouble } from './Trouble';
import { useFormHome } from './use-form-home';
import { useOpenForm } from './use-open-form';
import type { Saying } from './use-saving';
import { Welcome } from './Welcome';
import './accounts-section.css';

interface AccountsSectionProps {
  state: AccountsState;
  powers: Powers;
  onReload: () => Promise<void>;
}

/** Every account, and the form that makes or changes one. */
export function AccountsSection({ state, powers, onReload }: AccountsSectionProps) {
  const { accounts, lock, trouble } = state;
  const forms = useOpenForm(powers.storage);
  const room = useRef<HTMLDivElement>(null);
  const home = useFormHome(room, forms.form);
  const [news, setNews] = useState<Record<string, TestNews>>({});
  const [saying, say] = useState<Saying | null>(null);
  const isEdited = ({ id }: Account) => forms.form === `edit:${id}`;
  const isBlank = accounts.length === 0 && !forms.form?.startsWith('new-');

  const handleNews = (accountId: string, told: TestNews) => {
    setNews((all) => ({ ...all, [accountId]: told }));
    if (told.is === 'answered') void onReload();
  };
  const handleSaved = async (form: FormId, account: Account, said: string[]) => {
    await onReload();
    setNews((all) => ({ ...all, [account.id]: { is: 'answered', said } }));
    home.toAccount(account.id);
    forms.close(form);
  };
  const handleRemoved = ({ id, name }: Account) => {
    forms.forget(id);
    home.toAdding();
    say({ tone: 'good', words: `${name} is removed, and its key with it.` });
    void onReload();
  };
  const formOf = (form: FormId, system: System, account: Account | null) => (
    <AccountForm
      key={form}
      form={form}
      system={system}
      account={account}
      powers={powers}
      onSaved={(saved, said) => void handleSaved(form, saved, said)}
      onClose={() => forms.close(form)}
    />
  );

  return (
    <div ref={room} class="accounts">
      <Trouble trouble={trouble} />
      {isBlank && <Welcome />}
      {accounts.map((account) =>
        isEdited(account) ? (
          <div key={account.id} class="accounts-edited">
            {formOf(`edit:${account.id}`, account.system, account)}
          </div>
        ) : (
          <AccountCard
            key={account.id}
            account={account}
            powers={powers}
            isLocked={lock === 'locked'}
            news={news[account.id] ?? null}
            onNews={(told) => handleNews(account.id, told)}
            onChange={() => forms.open(`edit:${account.id}`)}
            onTakeOffer={(hosts) => forms.openWithHosts(account, hosts)}
            onReload={() => void onReload()}
            onRemoved={() => handleRemoved(account)}
          />
        ),
      )}
      <SavedLine saying={saying} />
      {forms.form === 'new-octeth' && formOf('new-octeth', 'octeth', null)}
      {forms.form === 'new-systeme' && formOf('new-systeme', 'systeme', null)}
      <AddAccount isFirst={isBlank} onAdd={(system) => forms.open(`new-${system}`)} />
    </div>
  );
}
