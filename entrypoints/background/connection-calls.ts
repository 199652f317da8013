/** Maton's own connections, asked by the options page. */
import { browser } from '@/lib/browser';
import { patiently } from '@/lib/crm/patiently';
import {
  type ConnectionListing,
  createConnection,
  listConnections,
  type MatonAccess,
  readConnection,
  removeConnection,
} from '@/lib/crm/systeme/control';
import { FailureError, type Result, valueOf } from '@/lib/failure';
import type { MatonConnection } from '@/lib/messaging/protocol';
import type { Parts } from './assemble';
import type { PanelAnswers } from './panel-calls';
import { permittedFetch } from './permitted-fetch';

const TRANSPORT = { fetch: permittedFetch };

export function connectionCalls({ accounts, vault, budgetOf }: Parts) {
  /** Maton counts these calls with all others of the key, so they are taken from its budget. */
  const ask = async <Value>(
    accountId: string,
    call: (access: MatonAccess) => Promise<Result<Value>>,
  ): Promise<Value> => {
    const account = await accounts.get(accountId);
    if (account.system !== 'systeme') throw new FailureError({ kind: 'no-connection' });
    const budget = budgetOf(account, await accounts.list());
    const access = { control: account.control, key: await vault.key(accountId) };
    return patiently(async () => {
      const spent = await budget.spend('click');
      try {
        return valueOf(await call(access));
      } finally {
        spent.settled();
      }
    });
  };
  const shown = async ({ state, ...rest }: ConnectionListing): Promise<MatonConnection> => {
    const users = (await accounts.list()).filter(
      (account) => account.system === 'systeme' && account.connection.id === rest.id,
    );
    return { ...rest, status: state, usedBy: users.map(({ name }) => name) };
  };
  const read = async (accountId: string, connectionId: string) =>
    shown(await ask(accountId, (access) => readConnection({ ...access, connectionId }, TRANSPORT)));

  return {
    async connections({ accountId }) {
      const all = await ask(accountId, (access) => listConnections(access, TRANSPORT));
      return Promise.all(all.map(shown));
    },
    async createConnection({ accountId }) {
      const made = await ask(accountId, (access) => createConnection(access, TRANSPORT));
      // Law 5: whoever holds this address holds the session; it goes to the tab and nowhere else.
      await browser.tabs.create({ url: made.url });
      // It is made whatever this read says (law 3): then it is shown as it must stand now.
      return read(accountId, made.id).catch(() =>
        shown({
          id: made.id,
          label: `Connection ${made.id.slice(0, 8)}`,
          since: null,
          state: 'pending',
        }),
      );
    },
    connection: ({ accountId, connectionId }) => read(accountId, connectionId),
    async removeConnection({ accountId, connectionId }) {
      await ask(accountId, (access) => removeConnection({ ...access, connectionId }, TRANSPORT));
    },
  } satisfies Partial<PanelAnswers>;
}
