import type { Accounts } from '@/lib/accounts/accounts';
import type { Vault } from '@/lib/accounts/vault';
import type { Budget } from '@/lib/crm/needs';
import { probeOctethRights } from '@/lib/crm/octeth/rights';
import { probeSystemeRights } from '@/lib/crm/systeme/rights';
import type { Rights } from '@/lib/people/ability';
import type { Account } from '@/lib/people/account';
import { permittedFetch } from './permitted-fetch';

interface ProbeDependencies {
  accounts: Pick<Accounts, 'get' | 'list'>;
  vault: Pick<Vault, 'key'>;
  budgetOf(account: Account, all: readonly Account[]): Budget;
}

/** Asks an account what its key may do, within the same budget as everything else. */
export const createProbe =
  ({ accounts, vault, budgetOf }: ProbeDependencies) =>
  async (accountId: string): Promise<Rights> => {
    const [account, all] = await Promise.all([accounts.get(accountId), accounts.list()]);
    const common = {
      key: () => vault.key(accountId),
      budget: budgetOf(account, all),
      windowSeconds: account.limit.seconds,
      fetch: permittedFetch,
    };
    if (account.system === 'octeth') {
      return probeOctethRights(account, { ...common, server: account.server });
    }
    const { gateway, connection } = account;
    return probeSystemeRights({ ...common, gateway, connectionId: connection.id });
  };
