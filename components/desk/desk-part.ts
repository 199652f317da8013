import type { Account, AccountRef, Place } from '@/lib/people/account';
import type { Deed } from '@/lib/people/ability';
import type { Desk } from '@/lib/people/intent';
import type { DeskActing } from './use-desk-acting';

/** What each part of the desk is given. */
export interface DeskPartProps {
  account: Account;
  acting: DeskActing;
  /** The right that the key lacks for it; null where nothing says so. */
  lacks: (deed: Deed) => string | null;
  onRetry: () => void;
}

export function deskAt({ id, name, system }: Account, place: Place | null): Desk {
  const account: AccountRef = { id, name, system };
  return { account, place };
}

/** Longer lists are not drawn to their end: typing narrows them. */
export const SHOWN_CEILING = 100;

/** By list where there are lists, in the order in which they come. */
export function byPlace<Item extends { place: Place | null }>(
  items: readonly Item[],
): { place: Place | null; items: Item[] }[] {
  const groups = Map.groupBy(items, ({ place }) => place?.id ?? '');
  return [...groups.values()].map((group) => ({ place: group[0]?.place ?? null, items: group }));
}
