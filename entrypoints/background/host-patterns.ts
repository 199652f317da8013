import type { Account } from '@/lib/people/account';
import { patternsOf } from '@/lib/people/site';

/** The match patterns of the hosts that these accounts talk to. */
export function hostPatterns(accounts: Account[]): string[] {
  const hosts = accounts.flatMap((account) =>
    account.system === 'octeth' ? [account.server] : [account.gateway, account.control],
  );
  return patternsOf(hosts);
}
