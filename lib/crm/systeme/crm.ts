import { failed } from '../../failure';
import type { Result } from '../../failure';
import type { AccountRef, SystemeAccount } from '../../people/account';
import { sameAddress } from '../../people/address';
import type { Target } from '../../people/intent';
import type { Profile } from '../../people/profile';
import { attempt } from '../attempt';
import type { Ask, Crm } from '../crm';
import { assertAccount, assertId } from '../guards';
import type { Transport } from '../http';
import type { Budget, Key, Memory, WalkMemory } from '../needs';
import { createSystemeClient } from './client';
import type { SystemeClient } from './client';
import { findInSysteme } from './find';
import { profileOf } from './map';
import { isMissing } from './refusals';
import { assignTag, ensureTag, readTags, removeTag } from './tags';
import { createWalker } from './walker';

export interface SystemeCrmOptions extends Transport {
  account: SystemeAccount;
  key: Key;
  budget: Budget;
  memory: Memory;
  walk: WalkMemory;
}

const NO_JOURNEYS: Result<never> = failed({
  kind: 'refused',
  reason: 'Systeme.io has no journeys',
  code: null,
});

export function createSystemeCrm({ account, memory, walk, ...options }: SystemeCrmOptions): Crm {
  const { now = Date.now } = options;
  const client = createSystemeClient({
    ...options,
    gateway: account.gateway,
    connectionId: account.connection.id,
    windowSeconds: account.limit.seconds,
  });
  const ref: AccountRef = { id: account.id, name: account.name, system: account.system };
  const walker = createWalker({ client, walk }, now);

  const tagging =
    (where: string, change: typeof assignTag) => (target: Target, tagId: string, ask: Ask) =>
      attempt(where, async () => {
        assertAccount(ref, target.account);
        const contactId = assertId(target.profileId, 'person');
        return change(client, { contactId, tagId: assertId(tagId, 'tag') }, ask);
      });

  return {
    account: ref,
    find: (address, ask) =>
      findInSysteme({ account: ref, client, memory, walker, now }, address, ask),
    reread: (target, ask) => attempt('systeme reread', () => reread(client, { ref, target }, ask)),
    tags: (ask) => attempt('systeme tags', () => readTags(client, ask)),
    journeys: async () => ({ ok: true, value: [] }),
    ensureTag: (_, name, ask) => attempt('systeme ensureTag', () => ensureTag(client, name, ask)),
    tag: tagging('systeme tag', assignTag),
    untag: tagging('systeme untag', removeTag),
    triggerJourney: async () => NO_JOURNEYS,
    leaveJourney: async () => NO_JOURNEYS,
    add: (person, ask) =>
      attempt('systeme add', async () => {
        assertAccount(ref, person.account);
        const { address, firstName, lastName } = person;
        await client.createContact({ email: address, firstName, lastName }, ask);
        return null;
      }),
  };
}

async function reread(
  client: SystemeClient,
  { ref, target }: { ref: AccountRef; target: Target },
  ask: Ask,
): Promise<Profile | null> {
  assertAccount(ref, target.account);
  try {
    const contact = await client.contact(assertId(target.profileId, 'person'), ask);
    return sameAddress(contact.email, target.address) ? profileOf(ref, contact) : null;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
