/** Who is known, locally: pages are flagged from here, and the walk remembers here. */
import type { WalkMemory } from '../crm/needs';
import { type EmailAddress, foldAddress } from '../people/address';
import type { Findings } from '../people/findings';
import type { MarkKind } from '../people/mark';
import { askPlaces } from './asking';
import { markOf, type SearchedPlace } from './marks';
import { positionOf, UNSAID } from './news';
import { addNews, placesOf, readPlace, saying } from './places';
import { createRegisters, type Registers } from './registers';
import { bitsOf } from './standing-bits';
import { createStore, type Sighting } from './store';
import { createWalkMemory } from './walk-memory';

export interface Directory {
  /** Everybody in a place, where that was wanted and filled. */
  registers: Registers;
  /** Keeps what a look-up found, and where it really found nothing. */
  remember(address: EmailAddress, findings: Findings): Promise<void>;
  /** How to mark these addresses, in their order; asks nobody. */
  recognise(addresses: readonly string[]): Promise<MarkKind[]>;
  /**
   * How she stands in this account may be otherwise by now: nothing is said until she is looked
   * up again. Whom the walk of Systeme.io has passed stays with it: it never comes back to her,
   * and would call her absent.
   */
  forget(accountId: string, address: EmailAddress): Promise<void>;
  walkMemory(accountId: string): WalkMemory;
  forgetAccount(accountId: string): Promise<void>;
  /** Of whom anything is kept. */
  accounts(): Promise<string[]>;
}

export interface DirectoryDependencies {
  /** The places a look-up would ask today; decides what may be called absent. */
  searchedPlaces(): Promise<SearchedPlace[]>;
}

export async function openDirectory({ searchedPlaces }: DirectoryDependencies): Promise<Directory> {
  const store = createStore();
  await store();
  const registers = createRegisters(store);

  return {
    registers,

    async remember(address, findings) {
      const { database, fingerprint, printsOf } = await store();
      const sightings = sightingsOf(await fingerprint(address), findings);
      const prints = printsOf([address]);
      const transaction = database.transaction(['sightings', 'places'], 'readwrite');
      const places = transaction.objectStore('places');
      for (const sighting of sightings) {
        await transaction.objectStore('sightings').put(sighting);
        const says = sighting.outcome === 'found' ? bitsOf(sighting.standings) : 0;
        const record = await readPlace(places, sighting);
        await addNews(places, record, prints, (before) => saying(before, sighting.at, says));
      }
      await transaction.done;
    },

    async recognise(addresses) {
      if (addresses.length === 0) return [];
      const [opened, searched] = await Promise.all([store(), searchedPlaces()]);
      const said = await askPlaces(opened, addresses.map(foldAddress), searched);
      return addresses.map((_, index) => {
        const words = said.map((place) => place[index] ?? null);
        return markOf(words, searched);
      });
    },

    async forget(accountId, address) {
      const { database, fingerprint, printsOf } = await store();
      const print = await fingerprint(address);
      const prints = printsOf([address]);
      const stores = ['sightings', 'places', 'fillings'] as const;
      const transaction = database.transaction(stores, 'readwrite');
      // The empty place of Systeme.io is the lower bound, and left out.
      const onLists = IDBKeyRange.bound([print, accountId, ''], [print, accountId, []], true);
      await transaction.objectStore('sightings').delete(onLists);
      const places = transaction.objectStore('places');
      // A register on its way may hold her already as she was.
      const filled = await transaction.objectStore('fillings').getAllKeys(placesOf(accountId));
      const known = (await places.getAll(placesOf(accountId)))
        .filter(({ register, news }) => register || positionOf(news, prints, 0) >= 0)
        .map(({ placeId }) => placeId);
      for (const placeId of new Set([...filled.map((key) => key[1]), ...known])) {
        const record = await readPlace(places, { accountId, placeId });
        await addNews(places, record, prints, (before) => saying(before, Date.now(), UNSAID));
      }
      await transaction.done;
    },

    walkMemory: (accountId) => createWalkMemory(store, accountId),

    async forgetAccount(accountId) {
      const { database } = await store();
      const transaction = database.transaction(['sightings', 'walks'], 'readwrite');
      const sightings = transaction.objectStore('sightings');
      for (const sighting of await sightings.index('byAccount').getAllKeys(accountId)) {
        void sightings.delete(sighting);
      }
      void transaction.objectStore('walks').delete(accountId);
      await transaction.done;
      await registers.forgetAccount(accountId);
    },

    async accounts() {
      const { database } = await store();
      const stores = ['places', 'fillings', 'walks', 'sightings'] as const;
      const transaction = database.transaction(stores);
      const filled = await transaction.objectStore('fillings').getAllKeys();
      const places = await transaction.objectStore('places').getAllKeys();
      const walked = await transaction.objectStore('walks').getAllKeys();
      const ids = new Set([...walked, ...[...filled, ...places].map(([accountId]) => accountId)]);
      const seen = transaction.objectStore('sightings').index('byAccount');
      let cursor = await seen.openKeyCursor(null, 'nextunique');
      for (; cursor; cursor = await cursor.continue()) ids.add(cursor.key);
      return [...ids];
    },
  };
}

/** A place that failed, or a walk that is not at its end, says nothing and changes nothing. */
function sightingsOf(fingerprint: string, findings: Findings): Sighting[] {
  const { account, at, profiles, places, walk } = findings;
  const common = { fingerprint, accountId: account.id, system: account.system, at };
  const found = profiles.map(({ place, id, standings }): Sighting => ({
    ...common,
    placeId: place?.id ?? '',
    outcome: 'found',
    id,
    standings,
  }));
  if (walk && !walk.complete) return found;
  const absent = places
    .filter(({ outcome }) => outcome === 'absent')
    .map(({ place }): Sighting => ({
      ...common,
      placeId: account.system === 'systeme' ? '' : place.id,
      outcome: 'absent',
      id: null,
      standings: [],
    }));
  return [...absent, ...found];
}
