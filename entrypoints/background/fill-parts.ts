/** What fills the directories, put together. */
import type { Accounts } from '@/lib/accounts/accounts';
import { createFilling, type FillingDependencies } from '@/lib/directory/fill';
import { createFillLog } from '@/lib/directory/fill-log';
import type { Area } from '@/lib/storage/kept';
import { wakeDirectoryAt } from './alarms';
import { askableAccounts, type AskableFrom } from './fill-accounts';
import { refreshFlags } from './flag-scripts';

interface FillPartsOptions
  extends AskableFrom, Pick<FillingDependencies, 'directory' | 'crmOf' | 'session' | 'plans'> {
  accounts: Pick<Accounts, 'list' | 'keptIds'>;
  local: Area;
}

export function createFillParts({ local, directory, crmOf, session, ...from }: FillPartsOptions) {
  const { plans, accounts } = from;
  const log = createFillLog(local);
  const filling = createFilling({
    ...{ directory, crmOf, plans, log, session },
    connected: accounts.keptIds,
    askable: () => askableAccounts(from),
    wakeAt: wakeDirectoryAt,
    changed: refreshFlags,
    now: Date.now,
  });
  /** Something may be due; nobody waits for it. */
  const fill = (): void => void filling.work();
  return { log, filling, fill };
}
