/** What changes one person's own row. Each looks first whether her number is still hers. */
import { FailureError } from '../../failure';
import { isAddress, sameAddress } from '../../people/address';
import type { AddressChange, FieldChange } from '../../people/details';
import type { Target } from '../../people/intent';
import type { Ask } from '../crm';
import { badInput } from '../guards';
import type { OctethClient } from './client';
import type { OnList } from './commands/command';
import { rowOf } from './details';
import { valueIn } from './field-values';
import { learnHeeded, statusNow, tryPreview } from './preview';
import type { Previewing, Whom } from './preview';
import { assertIpAddress, valuesOf } from './writes';

interface Changes {
  fields: FieldChange[];
  address: AddressChange | null;
}

/** Some servers want the address with every change: where it stays, as they spell it. */
export async function updatePerson(
  client: OctethClient,
  { whom, changes }: { whom: Whom; changes: Changes },
  ask: Ask,
): Promise<null> {
  const fields = valuesOf(changes.fields);
  const moved = changes.address ? newAddress(changes.address, whom.address) : null;
  if (moved === null && changes.fields.length === 0) {
    throw badInput('fields', 'Nothing was changed, so nothing was sent');
  }
  const { SubscriberInformation: row } = await rowOf(client, whom, ask);
  for (const field of changes.fields) assertAsShown(field, row);
  await client.updateSubscriber(whom.who, { address: moved ?? row.EmailAddress, fields }, ask);
  return null;
}

function newAddress({ before, after }: AddressChange, shown: Target['address']): string {
  if (!sameAddress(before, shown)) throw new FailureError({ kind: 'broken', where: 'update' });
  const address = after.trim();
  if (isAddress(address)) return address;
  throw badInput('address', 'That is no email address, so nothing was sent');
}

/** What somebody else wrote in the meantime is not written over unseen. */
function assertAsShown(field: FieldChange, row: Record<string, unknown>): void {
  const stands = valueIn(row, field.id);
  if (stands === field.before || stands === field.after) return;
  const reason = `“${field.name}” was changed by somebody else meanwhile; look again first`;
  throw new FailureError({ kind: 'refused', reason, code: null });
}

export async function unsubscribePerson(
  previewing: Previewing,
  { whom, how }: { whom: Whom; how: { ipAddress: string; suppress: boolean } },
  ask: Ask,
): Promise<null> {
  const { client } = previewing;
  const ipAddress = assertIpAddress(how.ipAddress);
  const before = await statusNow(client, whom, ask);
  // Who is out by a preview could not be suppressed any more: servers refuse a second unsubscribing.
  const trial = how.suppress
    ? 'none'
    : await tryPreview(previewing, { whom, before, ipAddress }, ask);
  if (trial === 'taken') return null;
  await client.unsubscribe(whom.who, { ipAddress, suppress: how.suppress }, ask);
  if (trial === 'heeded') await learnHeeded(previewing);
  return null;
}

/** The code fits nobody else, so nobody else can be confirmed by it. */
export async function confirmPerson(
  client: OctethClient,
  { who, code }: { who: OnList; code: string },
  ask: Ask,
): Promise<null> {
  const typed = code.trim();
  if (typed === '') throw badInput('code', 'The code from the confirmation mail is needed');
  await client.confirmOptIn(who, typed, ask);
  return null;
}
