import { type Account, SYSTEM_NAMES } from '@/lib/people/account';
import { hostsOf } from './hosts';

const keyOf = ({ keyTail }: Account): string => (keyTail ? `key …${keyTail}` : 'key kept');

/** “Octeth · mail.acme.com · key …9f3c” */
export function factsOf(account: Account): string {
  const hosts = hostsOf(account).map(({ host }) => host);
  const connection = account.system === 'systeme' ? [account.connection.label] : [];
  return [SYSTEM_NAMES[account.system], ...connection, hosts[0], keyOf(account)]
    .filter(Boolean)
    .join(' · ');
}
