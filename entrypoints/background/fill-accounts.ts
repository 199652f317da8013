/** Which accounts the directory may ask now, and for which of their places. */
import type { Accounts } from '@/lib/accounts/accounts';
import type { Settings } from '@/lib/accounts/settings';
import type { Vault } from '@/lib/accounts/vault';
import type { FillAccount } from '@/lib/directory/fill';
import type { FlagSettings } from '@/lib/messaging/protocol';
import type { Account } from '@/lib/people/account';
import type { DirectoryState } from '@/lib/people/directory';

export interface AskableFrom {
  accounts: Pick<Accounts, 'list'>;
  settings: Pick<Settings, 'flags'>;
  vault: Pick<Vault, 'state'>;
}

/** Without a site there is no page to be marked. */
const flagsAny = ({ mode, sites }: FlagSettings): boolean =>
  mode === 'everywhere' || (mode === 'chosen' && sites.length > 0);

export async function whyWaiting(
  { settings, vault }: Pick<AskableFrom, 'settings' | 'vault'>,
  { paused }: Account,
): Promise<DirectoryState['waits']> {
  if (!flagsAny(await settings.flags())) return 'flags-off';
  if (paused) return 'account-paused';
  return (await vault.state()) === 'locked' ? 'locked' : null;
}

/** Those that may be asked now. */
export async function askableAccounts(parts: AskableFrom): Promise<FillAccount[]> {
  const list = await parts.accounts.list();
  const waiting = await Promise.all(list.map((account) => whyWaiting(parts, account)));
  return list.filter((_, index) => waiting[index] === null).map(fillAccountOf);
}

export function fillAccountOf(account: Account): FillAccount {
  const { id, limit } = account;
  if (account.system === 'systeme') {
    return { id, limit, places: [{ key: { accountId: id, placeId: '' }, place: null }] };
  }
  const searched = account.lists.filter((list) => list.searched);
  const places = searched.map(({ id: placeId, name }) => ({
    key: { accountId: id, placeId },
    place: { id: placeId, name },
  }));
  return { id, limit, places };
}
