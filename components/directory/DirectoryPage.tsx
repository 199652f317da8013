import type { Account } from '@/lib/people/account';
import { type DirectoryPlan, type DirectoryState, REFRESHES } from '@/lib/people/directory';
import { REFRESH_WORDS, WAITS_WORDS } from '@/lib/people/directory-words';
import type { Client } from '../accounts/powers';
import { SavedLine } from '../accounts/SavedLine';
import { Unanswered } from '../accounts/Unanswered';
import { useSaving } from '../accounts/use-saving';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { SelectField } from '../ui/SelectField';
import { Switch } from '../ui/Switch';
import { DirectoryPlaces } from './DirectoryPlaces';
import { useDirectory } from './use-directory';
import './directory.css';

interface DirectoryPageProps {
  account: Account;
  client: Client;
}

/** What this browser keeps of everybody in one account: how far it is, how old, and how it is kept. */
export function DirectoryPage({ account, client }: DirectoryPageProps) {
  const { state, failure, reload } = useDirectory(account.id, client);
  return (
    <div class="directory">
      <p class="directory-lead">{LEAD}</p>
      {state ? (
        <Controls {...{ account, client, state }} onChanged={() => void reload()} />
      ) : (
        <Unanswered
          asked={failure ? { is: 'failed', failure } : { is: 'waiting' }}
          onRetry={() => void reload()}
        />
      )}
    </div>
  );
}

const LEAD =
  'With a directory, every address on a page is marked at once and without asking anybody. It is read from your account behind whatever you do, and keeps a fingerprint of each address and how that person stands: no address, no name.';

interface ControlsProps {
  account: Account;
  client: Client;
  state: DirectoryState;
  onChanged: () => void;
}

function Controls({ account, client, state, onChanged }: ControlsProps) {
  const { saying, save } = useSaving();
  const { plan, waits, places } = state;
  const { id: accountId } = account;
  const change = async (changes: Partial<DirectoryPlan>, words: string) => {
    if (await save(client.setDirectory({ accountId, plan: changes }), words)) onChanged();
  };
  const handleRefresh = async () => {
    if (await save(client.refreshDirectory({ accountId }), 'All of it is read anew.')) onChanged();
  };
  const isMoving = places.some(({ filling }) => filling !== null);
  const isStuck = places.some(({ trouble }) => trouble !== null);
  return (
    <>
      <Switch
        label={`Keep a directory of ${account.name}`}
        checked={plan.on}
        onChange={(on) => void change({ on }, on ? SWITCHED_ON : SWITCHED_OFF)}
      />
      {plan.on && waits && <Notice tone="wait">{WAITS_WORDS[waits]}</Notice>}
      {plan.on && plan.paused && !waits && <Notice tone="wait">{PAUSED}</Notice>}
      {plan.on && <DirectoryPlaces places={places} isStill={plan.paused || waits !== null} />}
      {plan.on && (
        <div class="directory-actions">
          <SelectField
            label="Read everybody anew"
            options={REFRESHES.map((each) => ({ value: each, label: REFRESH_WORDS[each] }))}
            value={plan.every}
            onChange={(value) => {
              const every = REFRESHES.find((each) => each === value);
              if (every) void change({ every }, `Saved: ${REFRESH_WORDS[every].toLowerCase()}.`);
            }}
          />
          {(isMoving || plan.paused) && (
            <Button
              onClick={() =>
                void change({ paused: !plan.paused }, plan.paused ? 'It goes on.' : 'Paused.')
              }
            >
              {plan.paused ? 'Go on' : 'Pause'}
            </Button>
          )}
          {(!isMoving || isStuck) && (
            <Button
              off={waits !== null || places.length === 0}
              onClick={() => void handleRefresh()}
            >
              {isStuck ? 'Try again now' : 'Read all anew now'}
            </Button>
          )}
        </div>
      )}
      <SavedLine saying={saying} />
    </>
  );
}

const SWITCHED_ON = 'It is read in the background.';
const SWITCHED_OFF = 'Switched off. What this browser knew of everybody in this account is gone.';
const PAUSED = 'Paused: nobody is asked until you let it go on. What is known stays.';
