import { useEffect } from 'preact/hooks';
import type { AccountsState } from '@/lib/messaging/protocol';
import type { Client } from './powers';
import { type Asked, useAsked } from './use-asked';

export type AccountsView = Asked<AccountsState>;

const askAccounts = (client: Client) => client.accounts();

export type HearAccounts = (changed: () => void) => () => void;

/**
 * The accounts as the background knows them; read again whenever this page is looked at again,
 * and, where that is heard, whenever they change beside it.
 */
export function useAccounts(
  client: Client,
  hear?: HearAccounts,
): { view: AccountsView; reload: () => Promise<void> } {
  const { asked: view, reload } = useAsked(client, askAccounts);
  useEffect(() => {
    const handleVisible = () => {
      if (document.visibilityState === 'visible') void reload();
    };
    document.addEventListener('visibilitychange', handleVisible);
    return () => document.removeEventListener('visibilitychange', handleVisible);
  }, [reload]);
  useEffect(() => hear?.(() => void reload()), [hear, reload]);
  return { view, reload };
}
