import { useRef } from 'preact/hooks';
import type { OctethAccount } from '@/lib/people/account';
import type { WorkPlace } from './work-place';

type List = OctethAccount['lists'][number];

export interface WorkList {
  account: OctethAccount | null;
  /** Null where it is to be chosen, or is not there any more. */
  list: List | null;
  /** What the hash names, or what was shown before, and is there no longer. */
  lost: string | null;
}

/**
 * The account and list at work: those named, else the first. Where `mustChoose`, none is taken
 * for granted but the only one; and one that has gone is not replaced by another (law 2).
 */
export function useWorkList(
  accounts: readonly OctethAccount[],
  named: Pick<WorkPlace, 'accountId' | 'listId'>,
  mustChoose: boolean,
): WorkList {
  const names = useRef(new Map<string, string>());
  const shown = useRef<string | null>(null);
  for (const { id, name } of accounts) names.current.set(id, name);
  const accountId = named.accountId || shown.current;
  const account = accountId
    ? (accounts.find(({ id }) => id === accountId) ?? null)
    : theFirst(accounts, mustChoose);
  if (!account) {
    if (!accountId) return { account, list: null, lost: null };
    const name = names.current.get(accountId);
    const who = name === undefined ? 'The account that was chosen' : `“${name}”`;
    return { account, list: null, lost: `${who} is no longer connected.` };
  }
  const list = named.listId
    ? (account.lists.find(({ id }) => id === named.listId) ?? null)
    : theFirst(account.lists, mustChoose);
  // Chosen by nobody, but seen: should it go, that is told all the same.
  shown.current = list && !named.accountId ? account.id : null;
  const isLost = named.listId !== '' && !list;
  return { account, list, lost: isLost ? `This list of “${account.name}” is gone.` : null };
}

function theFirst<Thing>(things: readonly Thing[], mustChoose: boolean): Thing | null {
  return mustChoose && things.length > 1 ? null : (things[0] ?? null);
}
