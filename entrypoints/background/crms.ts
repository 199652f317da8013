/** One back end for each account, made when first asked for and again when the account changes. */
import type { Accounts } from '@/lib/accounts/accounts';
import type { Vault } from '@/lib/accounts/vault';
import type { Crm } from '@/lib/crm/crm';
import type { Budget, WalkMemory } from '@/lib/crm/needs';
import { createOctethCrm } from '@/lib/crm/octeth/crm';
import { createSystemeCrm } from '@/lib/crm/systeme/crm';
import type { Failure } from '@/lib/failure';
import type { Account } from '@/lib/people/account';
import { permittedFetch } from './permitted-fetch';

interface CrmDependencies {
  accounts: Pick<Accounts, 'get' | 'list' | 'memory'>;
  vault: Pick<Vault, 'key'>;
  walkMemory(accountId: string): Promise<WalkMemory>;
  budgetOf(account: Account, all: readonly Account[]): Budget;
  /** Told what the answers of an account say of its key. */
  hear(account: Account, operation: string, failure: Failure | null): void;
}

/**
 * Kept while the worker lives, because callers of one account must wait in one line and share
 * one walk; what has to outlive the worker (used calls, passed contacts) is in storage.
 */
export function createCrms({ accounts, vault, walkMemory, budgetOf, hear }: CrmDependencies) {
  const made = new Map<string, { like: string; crm: Promise<Crm> }>();

  const make = async (account: Account, budget: Budget): Promise<Crm> => {
    const common = {
      key: () => vault.key(account.id),
      budget,
      memory: accounts.memory(account.id),
      fetch: permittedFetch,
      heard: (operation: string, failure: Failure | null) => hear(account, operation, failure),
    };
    if (account.system === 'octeth') return createOctethCrm({ account, ...common });
    return createSystemeCrm({ account, walk: await walkMemory(account.id), ...common });
  };

  return async (accountId: string): Promise<Crm> => {
    const [account, all] = await Promise.all([accounts.get(accountId), accounts.list()]);
    // Every time: the limit of another account with this key may have changed.
    const budget = budgetOf(account, all);
    const like = JSON.stringify(account);
    const known = made.get(accountId);
    if (known?.like === like) return known.crm;
    const crm = make(account, budget);
    made.set(accountId, { like, crm });
    crm.catch(() => {
      if (made.get(accountId)?.crm === crm) made.delete(accountId);
    });
    return crm;
  };
}
