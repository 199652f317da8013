/** The directories, asked by our own pages. */
import { placeStates } from '@/lib/directory/fill-states';
import type { Account } from '@/lib/people/account';
import type { DirectoryState } from '@/lib/people/directory';
import type { Parts } from './assemble';
import { fillAccountOf, whyWaiting } from './fill-accounts';
import { refreshFlags } from './flag-scripts';
import type { PanelAnswers } from './panel-calls';

export function directoryCalls(parts: Parts) {
  const { accounts, filling, plans } = parts;
  return {
    async directories() {
      const list = await accounts.list();
      // Whoever looks at it expects it to move.
      void filling.work();
      return Promise.all(list.map((account) => stateOf(parts, account)));
    },
    async setDirectory({ accountId, plan }) {
      await accounts.get(accountId);
      await plans.change(accountId, plan);
      if (plan.on === false) {
        await filling.stop(accountId);
        refreshFlags();
      }
      void filling.work();
    },
    async refreshDirectory({ accountId }) {
      await plans.change(accountId, { paused: false });
      void filling.refresh(accountId);
    },
  } satisfies Partial<PanelAnswers>;
}

async function stateOf(parts: Parts, account: Account): Promise<DirectoryState> {
  const { plans, log, filling, registers } = parts;
  const known = { registers: await registers(), log, pageMs: filling.pageMs(account.id) };
  const [plan, waits, places] = await Promise.all([
    plans.of(account.id),
    whyWaiting(parts, account),
    placeStates(fillAccountOf(account), known),
  ]);
  return { accountId: account.id, plan, waits, places };
}
