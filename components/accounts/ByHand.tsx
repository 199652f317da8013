import { useState } from 'preact/hooks';
import type { OctethAccount, Place } from '@/lib/people/account';
import { IdRows } from './IdRows';
import type { Client } from './powers';
import { SavedLine } from './SavedLine';
import { useSaving } from './use-saving';

interface ByHandProps {
  what: 'list' | 'journey';
  account: OctethAccount;
  client: Client;
  onChanged: () => void;
}

const WHY = {
  list: 'This server cannot say which lists it has. Type their ids; Octeth shows them beside each list.',
  journey: 'Only needed where the server cannot say which journeys it has.',
};

/** Lists or journeys typed by hand, for a server that cannot tell them. */
export function ByHand({ what, account, client, onChanged }: ByHandProps) {
  const lists = account.listsByHand ? account.lists.map(plain) : [];
  const journeys = account.journeysByHand;
  const [rows, setRows] = useState<Place[]>(what === 'list' ? lists : journeys);
  const { saying, save } = useSaving();
  const handleChange = async (next: Place[], words: string) => {
    const before = rows;
    setRows(next);
    const sent = what === 'list' ? { lists: next, journeys } : { lists, journeys: next };
    if (await save(client.nameByHand({ accountId: account.id, ...sent }), words)) onChanged();
    else setRows(before);
  };
  return (
    <div class="by-hand">
      <IdRows
        what={what}
        why={WHY[what]}
        rows={rows}
        onChange={(next, words) => void handleChange(next, words)}
      />
      <SavedLine saying={saying} />
    </div>
  );
}

const plain = ({ id, name }: Place): Place => ({ id, name });
