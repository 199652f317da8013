import type { Account } from '@/lib/people/account';
import { Disclosure } from '../ui/Disclosure';
import { ByHand } from './ByHand';
import { LimitField } from './LimitField';
import { ListsChoice } from './ListsChoice';
import type { Client } from './powers';

interface AccountDetailsProps {
  account: Account;
  client: Client;
  onChanged: () => void;
}

/** What of an account is searched, and what hardly anybody changes. */
export function AccountDetails({ account, client, onChanged }: AccountDetailsProps) {
  const isOcteth = account.system === 'octeth';
  return (
    <>
      {isOcteth && <ListsChoice account={account} client={client} onChanged={onChanged} />}
      {isOcteth && account.listsByHand && (
        <ByHand what="list" account={account} client={client} onChanged={onChanged} />
      )}
      <Disclosure summary={isOcteth ? 'Limit of calls, journeys by hand' : 'Limit of calls'}>
        <LimitField account={account} client={client} onChanged={onChanged} />
        {isOcteth && (
          <ByHand what="journey" account={account} client={client} onChanged={onChanged} />
        )}
      </Disclosure>
    </>
  );
}
