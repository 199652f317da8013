import type { AccountRef, SystemeAccount } from '../../people/account';
import type { NewPerson, Target } from '../../people/intent';
import { attempt } from '../attempt';
import type { Ask, Crm } from '../crm';
import { assertAccount, assertId, badInput } from '../guards';
import type { Transport } from '../http';
import type { Budget, Key, Memory, WalkMemory } from '../needs';
import { accessDeeds } from './access-deeds';
import { catalogueDeeds } from './catalogue-deeds';
import { createSystemeClient } from './client';
import { connectionDeeds } from './connection-deeds';
import { assertSlug } from './field-names';
import { findInSysteme } from './find';
import { profileOf } from './map';
import { NO_LISTS } from './no-lists';
import { NO_JOURNEYS, personDeeds } from './person-deeds';
import { rollOfContacts } from './roll';
import { assignTag, ensureTag, readTags, removeTag } from './tags';
import { readAgain } from './target';
import { createWalker } from './walker';

export interface SystemeCrmOptions extends Transport {
  account: SystemeAccount;
  key: Key;
  budget: Budget;
  memory: Memory;
  walk: WalkMemory;
}

/** Between two looks at what Systeme.io has only queued. */
const LOOK_AGAIN_MS = 1_000;

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
  const systeme = { account: ref, client, memory, walker, now };
  const pauseMs = options.retryMs ?? LOOK_AGAIN_MS;

  const tagging =
    (where: string, change: typeof assignTag) => (target: Target, tagId: string, ask: Ask) =>
      attempt(where, async () => {
        assertAccount(ref, target.account);
        const contactId = assertId(target.profileId, 'person');
        return change(client, { contactId, tagId: assertId(tagId, 'tag') }, ask);
      });

  return {
    account: ref,
    ...personDeeds(systeme),
    ...accessDeeds({ ...systeme, pauseMs, gateway: account.gateway }),
    ...catalogueDeeds(systeme),
    ...connectionDeeds({ ...options, control: account.control, transport: options }),
    ...NO_LISTS,
    find: (address, ask) => findInSysteme(systeme, address, ask),
    reread: (target, ask) =>
      attempt('systeme reread', async () => {
        const contact = await readAgain({ account: ref, client, target }, ask);
        return contact === null || contact === 'moved' ? contact : profileOf(ref, contact);
      }),
    roll: (_, { from }, ask) => attempt('systeme roll', () => rollOfContacts(client, from, ask)),
    tags: (ask) => attempt('systeme tags', () => readTags(client, ask)),
    journeys: async () => ({ ok: true, value: [] }),
    ensureTag: (_, { name }, ask) =>
      attempt('systeme ensureTag', () => ensureTag(client, name, ask)),
    tag: tagging('systeme tag', assignTag),
    untag: tagging('systeme untag', removeTag),
    triggerJourney: async () => NO_JOURNEYS,
    leaveJourney: async () => NO_JOURNEYS,
    add: (person, ask) =>
      attempt('systeme add', async () => {
        assertAccount(ref, person.account);
        if (person.way === 'subscribe') throw badInput('way', NO_FORM);
        await client.createContact({ email: person.address, fields: fieldsFor(person) }, ask);
        return null;
      }),
  };
}

const NO_FORM = 'In Systeme.io people are added at once; it has no form to subscribe them by';

/** The names as typed outweigh the same fields carried over. */
function fieldsFor({ firstName, lastName, fields }: NewPerson) {
  const values = new Map(fields.map(({ id, after }) => [assertSlug(id), after]));
  if (firstName.trim() !== '') values.set('first_name', firstName);
  if (lastName.trim() !== '') values.set('surname', lastName);
  return [...values].map(([slug, value]) => ({ slug, value }));
}
