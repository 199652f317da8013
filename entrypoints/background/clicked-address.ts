/** Who is meant by a right-click: what is selected, else the mail link, else the flag under it. */
import type { Menus, Tabs } from '@/lib/browser';
import { parseAddress, type EmailAddress } from '@/lib/people/address';
import { hoveredNow } from './opening';

export type Click = Pick<Menus.OnClickData, 'menuItemId' | 'selectionText' | 'linkUrl'>;

/**
 * Never a guess (law 1): a selection or a mail link that is not one address is nobody, whatever
 * flag was rested on before.
 */
export async function clickedAddress(
  click: Click,
  tab: Tabs.Tab | undefined,
): Promise<EmailAddress | null> {
  const link = click.linkUrl?.toLowerCase().startsWith('mailto:') ? click.linkUrl : '';
  const said = click.selectionText?.trim() || link || (await hoveredNow(tab?.id));
  const parsed = said ? parseAddress(said) : null;
  return parsed?.ok ? parsed.address : null;
}
