import type { AccountRef, OctethAccount, Place } from '../../people/account';
import type { Target } from '../../people/intent';
import { attempt } from '../attempt';
import type { Ask, Crm } from '../crm';
import { createGate } from '../gate';
import { assertAccount, assertId, assertPlace } from '../guards';
import type { Transport } from '../http';
import type { Budget, Key, Memory } from '../needs';
import { catalogueDeeds, removePerson } from './catalogue';
import { createOctethClient } from './client';
import { findInOcteth } from './find';
import { listDeeds } from './list-deeds';
import { createNames } from './names';
import { NO_ACCESS } from './no-access';
import { NO_CONNECTIONS } from './no-connections';
import { ensureTag, readJourneys, readTags } from './offers';
import { personDeeds } from './person-deeds';
import type { OctethPersonDeeds } from './person-deeds';
import { readById } from './read-profile';
import { rollOfList } from './roll';
import { addPerson, leaveJourney, onList, triggerJourney } from './writes';

export interface OctethCrmOptions extends Transport {
  account: OctethAccount;
  key: Key;
  budget: Budget;
  memory: Memory;
}

export type OctethCrm = Crm & OctethPersonDeeds;

/** As many connections as a browser opens to one host. */
const ASKED_AT_ONCE = 6;

export function createOctethCrm({ account, memory, ...options }: OctethCrmOptions): OctethCrm {
  const { now = Date.now } = options;
  const client = createOctethClient({
    ...options,
    server: account.server,
    windowSeconds: account.limit.seconds,
  });
  const ref: AccountRef = { id: account.id, name: account.name, system: account.system };
  const { budget } = options;
  const names = createNames(client);
  const octeth = { account: ref, client, memory, names, gate: createGate(ASKED_AT_ONCE), now };
  const searched: Place[] = account.lists
    .filter((list) => list.searched)
    .map(({ id, name }) => ({ id, name }));

  const tagging = (action: 'tag' | 'untag') => (target: Target, tagId: string, ask: Ask) =>
    attempt(`octeth ${action}`, async () => {
      await client[action](onList(ref, target), assertId(tagId, 'tag'), ask);
      return null;
    });

  return {
    ...catalogueDeeds(client, { places: searched, now }),
    ...listDeeds({ client, memory }),
    ...personDeeds({ client, memory, now }, ref),
    ...NO_ACCESS,
    ...NO_CONNECTIONS,
    account: ref,
    removePerson: (target, ask) =>
      attempt('octeth removePerson', () => removePerson(client, { account: ref, target }, ask)),
    find: (address, ask) => findInOcteth(octeth, { places: searched, address }, ask),
    reread: (target, ask) =>
      attempt('octeth reread', async () => {
        const { personId } = onList(ref, target);
        const place = assertPlace(target.place);
        return readById(octeth, { place, personId, address: target.address }, ask);
      }),
    roll: (place, { from, order }, ask) =>
      attempt('octeth roll', () =>
        rollOfList({ client, budget, place: assertPlace(place), order }, from, ask),
      ),
    tags: (ask) => readTags(client, searched, ask),
    journeys: (ask) => attempt('octeth journeys', () => readJourneys(client, account, ask)),
    ensureTag: (place, tag, ask) =>
      attempt('octeth ensureTag', () => ensureTag(client, { place, ...tag }, ask)),
    tag: tagging('tag'),
    untag: tagging('untag'),
    triggerJourney: (target, journey, ask) =>
      attempt('octeth triggerJourney', async () =>
        triggerJourney(client, { who: onList(ref, target), journey }, ask),
      ),
    leaveJourney: (target, journey, ask) =>
      attempt('octeth leaveJourney', async () =>
        leaveJourney(client, { who: onList(ref, target), journey }, ask),
      ),
    add: (person, ask) =>
      attempt('octeth add', async () => {
        assertAccount(ref, person.account);
        return addPerson(octeth, { person, now: now() }, ask);
      }),
  };
}
