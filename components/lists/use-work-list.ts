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
 * The account and list at work: those named, else those shown before, else the first. Where
 * `mustChoose`, none is taken for granted but the only one; and one that has gone is not replaced by
 * another (law 2).
 */
export function useWorkList(
  accounts: readonly OctethAccount[],
  named: Pick<WorkPlace, 'accountId' | 'listId'>,
  mustChoose: boolean,
): WorkList {
  const names = useRef(new Map<string, string>());
  /** Chosen by nobody, but seen: should it go, that is told all the same. */
  const shown = useRef<Pick<WorkPlace, 'accountId' | 'listId'> | null>(null);
  for (const { id, name } of accounts) names.current.set(id, name);
  const seen = shown.current;
  const account = pick(accounts, named.accountId || null, seen?.accountId ?? null, mustChoose);
  if (account === 'gone') {
    const name = names.current.get(named.accountId || (seen?.accountId ?? ''));
    const who = name === undefined ? 'The account that was chosen' : `“${name}”`;
    return { account: null, list: null, lost: `${who} is no longer connected.` };
  }
  if (!account) return { account, list: null, lost: null };
  const seenList = seen?.accountId === account.id ? seen.listId : null;
  const list = pick(account.lists, named.listId || null, seenList, mustChoose);
  if (list === 'gone') {
    return { account, list: null, lost: `This list of “${account.name}” is gone.` };
  }
  if (named.accountId && named.listId) shown.current = null;
  else if (list) shown.current = { accountId: account.id, listId: list.id };
  return { account, list, lost: null };
}

function pick<Thing extends { id: string }>(
  things: readonly Thing[],
  named: string | null,
  seen: string | null,
  mustChoose: boolean,
): Thing | 'gone' | null {
  const byId = (wanted: string) => things.find(({ id }) => id === wanted);
  if (named !== null) return byId(named) ?? 'gone';
  const last = seen === null ? null : (byId(seen) ?? 'gone');
  if (last === 'gone' || (last && !mustChoose)) return last;
  return mustChoose && things.length > 1 ? null : (things[0] ?? null);
}
