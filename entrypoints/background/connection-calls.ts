/** Maton's own connections as the options page reads them; making and removing goes by `act`. */
import { browser } from '@/lib/browser';
import type { Ask } from '@/lib/crm/crm';
import { patientlyTold } from '@/lib/crm/patiently';
import { valueOf } from '@/lib/failure';
import type { MatonConnection } from '@/lib/messaging/protocol';
import type { ConnectionListing } from '@/lib/people/connection';
import type { Parts } from './assemble';
import type { PanelAnswers } from './panel-calls';

const CLICK: Ask = { urgency: 'click' };

export function connectionCalls({ accounts, crmOf }: Parts) {
  const shown = async ({ state, ...rest }: ConnectionListing): Promise<MatonConnection> => {
    const users = (await accounts.list()).filter(
      (account) => account.system === 'systeme' && account.connection.id === rest.id,
    );
    return { ...rest, status: state, usedBy: users.map(({ name }) => name) };
  };
  return {
    async connections({ accountId }) {
      const crm = await crmOf(accountId);
      const all = valueOf(await patientlyTold(() => crm.connections(CLICK)));
      return Promise.all(all.map(shown));
    },
    async connection({ accountId, connectionId }) {
      const crm = await crmOf(accountId);
      return shown(valueOf(await patientlyTold(() => crm.connection(connectionId, CLICK))));
    },
    async authorise({ accountId, connectionId }) {
      const crm = await crmOf(accountId);
      // Law 5: whoever holds this address holds the session; it goes to the tab and nowhere else.
      const url = valueOf(await patientlyTold(() => crm.connectionPage(connectionId, CLICK)));
      await browser.tabs.create({ url });
    },
  } satisfies Partial<PanelAnswers>;
}
