/** Who is known, locally: pages are flagged from here, and the walk remembers here. */
import type { WalkMemory } from '../crm/needs';
import { type EmailAddress, foldAddress } from '../people/address';
import type { Findings } from '../people/findings';
import type { MarkKind } from '../people/mark';
import { markOf, type SearchedPlace } from './marks';
import { createStore, type Sighting } from './store';
import { createWalkMemory } from './walk-memory';

export interface Directory {
  /** Keeps what a look-up found, and where it really found nothing. */
  remember(address: EmailAddress, findings: Findings): Promise<void>;
  /** How to mark these addresses, in their order; asks nobody. */
  recognise(addresses: readonly string[]): Promise<MarkKind[]>;
  /**
   * How she stands on this account's lists may be otherwise by now: nothing is said until she is
   * looked up again. Of Systeme.io nothing is forgotten: its walk never comes back to whom it has
   * passed, and would call her absent.
   */
  forget(accountId: string, address: EmailAddress): Promise<void>;
  walkMemory(accountId: string): WalkMemory;
  forgetAccount(accountId: string): Promise<void>;
}

export interface DirectoryDependencies {
  /** The places a look-up would ask today; decides what may be called absent. */
  searchedPlaces(): Promise<SearchedPlace[]>;
}

export async function openDirectory({ searchedPlaces }: DirectoryDependencies): Promise<Directory> {
  const store = createStore();
  await store();

  return {
    async remember(address, findings) {
      const { database, fingerprint } = await store();
      const sightings = sightingsOf(await fingerprint(address), findings);
      const transaction = database.transaction('sightings', 'readwrite');
      await Promise.all(sightings.map((sighting) => transaction.store.put(sighting)));
      await transaction.done;
    },

    async recognise(addresses) {
      const { database, fingerprint } = await store();
      const prints = await Promise.all(addresses.map((text) => fingerprint(foldAddress(text))));
      const searched = await searchedPlaces();
      const { store: sightings } = database.transaction('sightings');
      const known = await Promise.all(
        prints.map((print) => sightings.getAll(IDBKeyRange.bound([print], [print, []]))),
      );
      return known.map((rows) => markOf(rows, searched));
    },

    async forget(accountId, address) {
      const { database, fingerprint } = await store();
      const print = await fingerprint(address);
      // The empty place of Systeme.io is the lower bound, and left out.
      const onLists = IDBKeyRange.bound([print, accountId, ''], [print, accountId, []], true);
      await database.delete('sightings', onLists);
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
