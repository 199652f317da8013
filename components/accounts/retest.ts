import type { ConnectRequest } from '@/lib/messaging/protocol';
import type { Account } from '@/lib/people/account';
import type { TestNews } from './account-status';
import { tryToConnect } from './attempt';
import type { Powers } from './powers';

/** Tests an account again with the key that is kept, and tells what becomes of it. */
export async function retest(
  account: Account,
  powers: Powers,
  onNews: (news: TestNews) => void,
): Promise<void> {
  const attempt = tryToConnect(asItStands(account), powers);
  onNews({ is: 'testing' });
  const ended = await attempt;
  if (ended.outcome === 'saved') onNews({ is: 'answered', said: ended.said });
  else if (ended.outcome === 'failed') {
    onNews({ is: 'failed', failure: ended.failure, offer: ended.offer });
  } else onNews({ is: 'failed', failure: { kind: 'no-connection' }, offer: null });
}

/** Without its name: it may have been given another one since this page was drawn. */
function asItStands(account: Account): ConnectRequest {
  const shared = { accountId: account.id, name: '', key: null };
  if (account.system === 'octeth') return { system: 'octeth', ...shared, server: account.server };
  const { gateway, control, connection } = account;
  return {
    system: 'systeme',
    ...shared,
    gateway,
    control,
    connectionId: connection.id,
  };
}
