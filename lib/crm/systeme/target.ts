import { FailureError } from '../../failure';
import type { AccountRef } from '../../people/account';
import { sameAddress } from '../../people/address';
import type { Target } from '../../people/intent';
import type { Ask } from '../crm';
import { assertAccount, assertId } from '../guards';
import type { SystemeClient } from './client';
import { isMissing } from './refusals';
import type { Contact } from './schemas';

export interface Aim {
  account: AccountRef;
  client: SystemeClient;
  target: Target;
}

/** The contact, if it still carries the address it is meant for (law 1); null where it does not. */
export async function heldBy(aim: Aim, ask: Ask): Promise<Contact | null> {
  const found = await readAgain(aim, ask);
  return found === 'moved' ? null : found;
}

/** Null where the number is gone, `moved` where it carries another address by now. */
export async function readAgain(
  { account, client, target }: Aim,
  ask: Ask,
): Promise<Contact | 'moved' | null> {
  assertAccount(account, target.account);
  try {
    const contact = await client.contact(assertId(target.profileId, 'person'), ask);
    return sameAddress(contact.email, target.address) ? contact : 'moved';
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** The same, or `not-found`: before whatever is written by the contact's number. */
export async function needHer(aim: Aim, ask: Ask): Promise<Contact> {
  const contact = await heldBy(aim, ask);
  if (contact) return contact;
  throw new FailureError({ kind: 'not-found', what: 'person' });
}
