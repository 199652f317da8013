/** What a key may do, and the check-up: asked by our own pages. */
import { checkStep, type CheckProbes } from '@/lib/accounts/check-up';
import { knock } from '@/lib/crm/knock';
import { cleanServer } from '@/lib/crm/octeth/server-address';
import { valueOf } from '@/lib/failure';
import type { Account } from '@/lib/people/account';
import type { Parts } from './assemble';
import type { PanelAnswers } from './panel-calls';
import { mayReach, permittedFetch } from './permitted-fetch';
import { probeOcteth, probeSysteme } from './probes';

export function checkCalls(parts: Parts) {
  const { accounts, abilities } = parts;
  const probes = probesOf(parts);
  return {
    abilities: ({ accountId }) => abilities.read(accountId),
    checkAbilities: ({ accountId }) => abilities.check(accountId),
    async checkUp({ accountId, step }) {
      return checkStep(await accounts.get(accountId), step, probes);
    },
  } satisfies Partial<PanelAnswers>;
}

function probesOf({ accounts, vault, abilities, budgetOf }: Parts): CheckProbes {
  return {
    cleanServer,
    mayReach,
    knock: (account) => knock(account, { fetch: permittedFetch }),
    tryKey: async (account) => tryKey(account, await vault.key(account.id)),
    abilities: abilities.check,
    learnt: (accountId) => accounts.memory(accountId).read(),
    callsLeft: async (account) => budgetOf(account, await accounts.list()).left(),
    now: Date.now,
  };
}

async function tryKey(account: Account, key: string): Promise<void> {
  if (account.system === 'octeth') {
    valueOf(await probeOcteth({ server: account.server, key }));
    return;
  }
  const { gateway, control, connection } = account;
  valueOf(await probeSysteme({ gateway, control, connectionId: connection.id, key }));
}
