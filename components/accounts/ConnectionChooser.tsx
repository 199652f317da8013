import type { Account } from '@/lib/people/account';
import { Button } from '../ui/Button';
import { Choice } from '../ui/Choice';
import { Notice } from '../ui/Notice';
import type { AccountFormState } from './use-account-form';

interface ConnectionChooserProps {
  account: Account | null;
  state: AccountFormState;
}

/** Which Systeme.io account is meant, where one Maton key reaches several (law 2). */
export function ConnectionChooser({ account, state }: ConnectionChooserProps) {
  const { connections, isOtherWanted, wantOther, choose } = state.choice;
  if (!connections) {
    if (account?.system !== 'systeme') return null;
    return (
      <p class="account-form-aside">
        {isOtherWanted ? (
          'Test and save, and you can choose the connection.'
        ) : (
          <>
            Connection: <span dir="auto">{account.connection.label}</span>{' '}
            <Button kind="quiet" size="small" onClick={wantOther}>
              Choose another
            </Button>
          </>
        )}
      </p>
    );
  }
  return (
    <div class="account-form-connections">
      <Notice
        tone={connections.isMissed ? 'stop' : 'wait'}
        live={connections.isMissed ? 'alert' : 'status'}
      >
        {connections.isMissed
          ? 'Choose a connection first; nothing was saved.'
          : 'The key is right. Choose the Systeme.io account that is meant, then test and save.'}
      </Notice>
      <Choice
        label="Connection"
        value={connections.chosen}
        onChange={choose}
        options={connections.offered.map(({ id, label, since }) => ({
          value: id,
          label,
          hint: since && !label.includes(sayDay(since)) && `Connected ${sayDay(since)}`,
        }))}
      />
    </div>
  );
}

/** As a date where it is one, else as Maton wrote it. */
function sayDay(since: string): string {
  const day = new Date(since);
  if (Number.isNaN(day.getTime())) return since;
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }).format(day);
}
