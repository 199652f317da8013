import type { OctethAccount } from '@/lib/people/account';
import { SelectField } from '../ui/SelectField';
import type { WorkList } from './use-work-list';
import type { WorkPlace } from './work-place';

interface WorkWhereProps extends Pick<WorkList, 'account' | 'list'> {
  accounts: readonly OctethAccount[];
  /** Where one gets from here. */
  hashOf: (to: Partial<WorkPlace>) => string;
}

/** Which list of which account; what is not chosen yet says so. */
export function WorkWhere({ accounts, account, list, hashOf }: WorkWhereProps) {
  const go = (to: Partial<WorkPlace>) => {
    location.hash = hashOf(to);
  };
  return (
    <div class="workbench-where">
      <SelectField
        label="Account"
        value={account?.id ?? ''}
        options={choices(accounts, account, 'Choose an account')}
        onChange={(accountId) => accountId !== '' && go({ accountId, listId: '' })}
      />
      <SelectField
        label="List"
        value={list?.id ?? ''}
        options={choices(account?.lists ?? [], list, 'Choose a list')}
        onChange={(listId) => account && listId !== '' && go({ accountId: account.id, listId })}
      />
    </div>
  );
}

interface Named {
  id: string;
  name: string;
}

function choices(all: readonly Named[], chosen: Named | null, ask: string) {
  const options = all.map(({ id, name }) => ({ value: id, label: name }));
  return chosen ? options : [{ value: '', label: ask }, ...options];
}
