/** Who is meant by a right-click: what is selected, else the mail link, else the flag under it. */
import type { Menus, Tabs } from '@/lib/browser';
import { parseAddress, type EmailAddress } from '@/lib/people/address';
import { hoveredNow } from './opening';

export type Click = Pick<Menus.OnClickData, 'menuItemId' | 'selectionText' | 'linkUrl'>;

/** Who was clicked, and how surely. */
export interface Clicked {
  address: EmailAddress;
  /** A flag that the pointer rests on by all we were told: the page may be another one by now. */
  isRestedOn: boolean;
}

/**
 * Never a guess (law 1): a selection or a mail link that is not one address is nobody, whatever
 * flag was rested on before.
 */
export async function clickedAddress(
  click: Click,
  tab: Tabs.Tab | undefined,
): Promise<Clicked | null> {
  const link = click.linkUrl?.toLowerCase().startsWith('mailto:') ? click.linkUrl : '';
  const said = click.selectionText?.trim() || link;
  const hovered = said ? null : await hoveredNow(tab?.id);
  const parsed = parseAddress(said || (hovered?.address ?? ''));
  if (!parsed.ok) return null;
  return { address: parsed.address, isRestedOn: hovered !== null && !hovered.hasLeft };
}
