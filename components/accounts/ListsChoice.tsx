import { useEffect, useState } from 'preact/hooks';
import type { OctethAccount } from '@/lib/people/account';
import { CheckList } from '../ui/CheckList';
import type { Client } from './powers';
import { SavedLine } from './SavedLine';
import { useSaving } from './use-saving';

interface ListsChoiceProps {
  account: OctethAccount;
  client: Client;
  onChanged: () => void;
}

/** Which lists are searched; saved with every tick. */
export function ListsChoice({ account, client, onChanged }: ListsChoiceProps) {
  const kept = account.lists.filter((list) => list.searched).map((list) => list.id);
  const [searched, setSearched] = useState(kept);
  const { saying, say, save } = useSaving();
  const keptText = kept.join(' ');
  // Another window or a new test may have changed them: what is kept wins over what is shown.
  useEffect(() => setSearched(keptText === '' ? [] : keptText.split(' ')), [keptText]);

  const handleChange = async (ids: string[]) => {
    if (ids.length === 0) {
      say({
        tone: 'warn',
        words: `One list must stay. To stop asking ${account.name}, pause it.`,
      });
      return;
    }
    const before = searched;
    setSearched(ids);
    const words = `Saved: ${ids.length} of ${account.lists.length} lists are searched.`;
    if (await save(client.chooseLists({ accountId: account.id, searched: ids }), words)) {
      onChanged();
    } else setSearched(before);
  };

  return (
    <div class="lists-choice">
      {account.lists.length === 0 ? (
        <p class="soft">No list is known yet: nobody can be found here.</p>
      ) : (
        <CheckList
          label="Lists"
          options={account.lists.map(({ id, name }) => ({ value: id, label: name || id }))}
          values={searched}
          onChange={(ids) => void handleChange(ids)}
        />
      )}
      <SavedLine saying={saying} />
    </div>
  );
}
