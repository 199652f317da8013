/** From Systeme.io's words to ours. Past here nobody says contact. */
import type { AccountRef } from '../../people/account';
import { foldAddress } from '../../people/address';
import type { Profile } from '../../people/profile';
import { STANDINGS } from '../../people/standing';
import type { Standing } from '../../people/standing';
import { plainDate } from '../dates';
import type { Passed } from '../needs';
import { valueIn } from './map-details';
import type { Contact } from './schemas';

export function profileOf(account: AccountRef, contact: Contact): Profile {
  return {
    account,
    place: null,
    id: contact.id,
    address: contact.email,
    name: nameOf(contact),
    standings: standingsOf(contact),
    since: plainDate(contact.registeredAt),
    tags: contact.tags,
    journeys: [],
  };
}

export const passedOf = (contact: Contact): Passed => ({
  address: foldAddress(contact.email),
  id: contact.id,
  standings: standingsOf(contact),
});

/** Systeme.io knows one kind of bounce, and it is final. */
function standingsOf(contact: Contact): Standing[] {
  const found = new Set<Standing>();
  if (contact.unsubscribed) found.add('unsubscribed');
  if (contact.bounced) found.add('hard-bounced');
  if (contact.needsConfirmation) found.add('pending');
  if (found.size === 0) found.add('subscribed');
  return STANDINGS.filter((standing) => found.has(standing));
}

const nameOf = (contact: Contact): string | null =>
  `${valueIn(contact, 'first_name')} ${valueIn(contact, 'surname')}`.trim() || null;
