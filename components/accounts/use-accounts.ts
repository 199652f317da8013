import { useEffect } from 'preact/hooks';
import type { AccountsState } from '@/lib/messaging/protocol';
import type { Client } from './powers';
import { type Asked, useAsked } from './use-asked';

export type AccountsView = Asked<AccountsState>;

const askAccounts = (client: Client) => client.accounts();

/** The accounts as the background knows them; read again whenever this page is looked at again. */
export function useAccounts(client: Client): { view: AccountsView; reload: () => Promise<void> } {
  const { asked: view, reload } = useAsked(client, askAccounts);
  useEffect(() => {
    const handleVisible = () => {
      if (document.visibilityState === 'visible') void reload();
    };
    document.addEventListener('visibilitychange', handleVisible);
    return () => document.removeEventListener('visibilitychange', handleVisible);
  }, [reload]);
  return { view, reload };
}
