import { failureOf } from '../../failure';
import type { AccountRef, Place } from '../../people/account';
import { sameAddress } from '../../people/address';
import type { EmailAddress } from '../../people/address';
import type { Findings } from '../../people/findings';
import type { Ask } from '../crm';
import type { Memory } from '../needs';
import type { SystemeClient } from './client';
import { profileOf } from './map';
import { isInvalid } from './refusals';
import type { Contact } from './schemas';
import type { Walked, Walker } from './walker';

/** Where Systeme.io keeps everybody; it has no lists. */
const CONTACTS: Place = { id: 'contacts', name: 'Contacts' };
const FEWEST = 10;

export interface Systeme {
  account: AccountRef;
  client: SystemeClient;
  memory: Memory;
  walker: Walker;
  now: () => number;
}

export async function findInSysteme(
  systeme: Systeme,
  address: EmailAddress,
  ask: Ask,
): Promise<Findings> {
  try {
    const asked = await askByFilter(systeme, address, ask);
    if (asked !== 'ignored') {
      return findingsOf(systeme, { found: asked, walk: null, failure: null });
    }
    return findingsOf(systeme, await systeme.walker.find(address, ask));
  } catch (error) {
    const failure = failureOf(error, 'systeme find');
    return findingsOf(systeme, { found: null, walk: null, failure });
  }
}

/** Null where the filter was heeded and found nobody. What was ignored once is never trusted. */
async function askByFilter(
  { client, memory }: Systeme,
  address: EmailAddress,
  ask: Ask,
): Promise<Contact | null | 'ignored'> {
  const { emailFilter } = await memory.read();
  if (emailFilter === 'ignored') return 'ignored';
  const { items } = await client.contacts({ limit: FEWEST, email: address }, ask);
  const verdict = judgeFilter(items, address);
  if (verdict === 'ignored') {
    await memory.learn({ emailFilter: 'ignored' });
    return 'ignored';
  }
  if (emailFilter === null && items.length > 0) {
    await memory.learn({ emailFilter: await probeFilter(client, ask) });
  }
  return items.find((contact) => sameAddress(contact.email, address)) ?? null;
}

/** Whoever else is in the reply got past the filter, so there was none (law 1). */
const judgeFilter = (items: Contact[], address: EmailAddress): 'ignored' | 'heeded' =>
  items.every((contact) => sameAddress(contact.email, address)) ? 'heeded' : 'ignored';

/**
 * Whether the filter is heeded, by an address that cannot be. Nobody coming back proves it only
 * where somebody could have: an account without contacts proves nothing.
 */
export async function probeFilter(
  client: SystemeClient,
  ask: Ask,
): Promise<'honoured' | 'ignored'> {
  const nobody = `nobody-${crypto.randomUUID()}@addressee.invalid`;
  try {
    const { items } = await client.contacts({ limit: FEWEST, email: nobody }, ask);
    return items.length === 0 ? 'honoured' : 'ignored';
  } catch (error) {
    // A server that finds fault with the address has read it.
    if (isInvalid(error)) return 'honoured';
    throw error;
  }
}

function findingsOf(
  { account, now }: Systeme,
  { found, walk, failure }: Omit<Walked, 'walk'> & { walk: Walked['walk'] | null },
): Findings {
  const isSearched = found !== null || walk === null || walk.complete;
  const outcome = found ? ('found' as const) : ('absent' as const);
  return {
    account,
    at: now(),
    profiles: found ? [profileOf(account, found)] : [],
    places: failure
      ? [{ place: CONTACTS, outcome: 'failed', failure }]
      : isSearched
        ? [{ place: CONTACTS, outcome }]
        : [],
    walk,
    failure,
  };
}
