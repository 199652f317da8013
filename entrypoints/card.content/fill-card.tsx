import { render } from 'preact';
import type { Asking, PageCalls } from '@/lib/messaging/protocol';
import type { EmailAddress } from '@/lib/people/address';
import { Card } from './Card';

export interface CardFill {
  address: EmailAddress;
  client: Asking<PageCalls>;
  onOpened: () => void;
}

/** Keyed by the address: of the one before, nothing stays on the screen. */
export function fillCard(body: HTMLElement, fill: CardFill): void {
  render(<Card key={fill.address} {...fill} />, body);
}

export const emptyCard = (body: HTMLElement): void => render(null, body);
