/** Who is known, locally: pages are flagged from here, and the walk remembers here. */
import type { WalkMemory } from '../crm/needs';
import { type EmailAddress, foldAddress } from '../people/address';
import type { Findings } from '../people/findings';
import type { MarkKind } from '../people/mark';
import { askPlaces } from './asking';
import { markOf, type SearchedPlace } from './marks';
import { positionOf, UNSAID } from './news';
import { addNews, placesOf, readPlace, saying, withoutOld } from './places';
import { createRegisters, type Registers } from './registers';
import { bitsOf, type StandingBits } from './standing-bits';
import { createStore } from './store';
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
      const { database, printsOf } = await store();
      const prints = printsOf([address]);
      const accountId = findings.account.id;
      const transaction = database.transaction(['places', 'fillings', 'walks'], 'readwrite');
      const places = transaction.objectStore('places');
      const filled = await transaction.objectStore('fillings').getAllKeys(placesOf(accountId));
      const walked = await transaction.objectStore('walks').getAllKeys(accountId);
      const older = new Set([...filled.map((key) => key[1]), ...walked.map(() => '')]);
      for (const { placeId, says } of sightingsOf(findings)) {
        const known = await readPlace(places, { accountId, placeId });
        // What news outweighs would answer again without them: only where that is nothing, they go.
        const isOldest = known.register === null && !older.has(placeId);
        const record = isOldest ? withoutOld(known, findings.at) : known;
        await addNews(places, record, prints, (before) => saying(before, findings.at, says));
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
      const { database, printsOf } = await store();
      const prints = printsOf([address]);
      const transaction = database.transaction(['places', 'fillings', 'walks'], 'readwrite');
      const places = transaction.objectStore('places');
      // A register on its way may hold her already as she was, and a walk may have passed her.
      const filled = await transaction.objectStore('fillings').getAllKeys(placesOf(accountId));
      const walked = await transaction.objectStore('walks').getAllKeys(accountId);
      const known = (await places.getAll(placesOf(accountId)))
        .filter(({ register, news }) => register || positionOf(news, prints, 0) >= 0)
        .map(({ placeId }) => placeId);
      const asked = [...filled.map((key) => key[1]), ...walked.map(() => ''), ...known];
      for (const placeId of new Set(asked)) {
        const record = await readPlace(places, { accountId, placeId });
        await addNews(places, record, prints, (before) => saying(before, Date.now(), UNSAID));
      }
      await transaction.done;
    },

    walkMemory: (accountId) => createWalkMemory(store, accountId),

    async forgetAccount(accountId) {
      const { database } = await store();
      const transaction = database.transaction(['passings', 'walks'], 'readwrite');
      void transaction.objectStore('passings').delete(placesOf(accountId));
      void transaction.objectStore('walks').delete(accountId);
      await transaction.done;
      await registers.forgetAccount(accountId);
    },

    async accounts() {
      const { database } = await store();
      const transaction = database.transaction(['places', 'fillings', 'walks']);
      const filled = await transaction.objectStore('fillings').getAllKeys();
      const places = await transaction.objectStore('places').getAllKeys();
      const walked = await transaction.objectStore('walks').getAllKeys();
      return [...new Set([...walked, ...[...filled, ...places].map(([accountId]) => accountId)])];
    },
  };
}

/** What a look-up saw in one place: zero where she was not. */
interface Sighting {
  /** Empty in Systeme.io. */
  placeId: string;
  says: StandingBits;
}

/** A place that failed, or a walk that is not at its end, says nothing and changes nothing. */
function sightingsOf({ account, profiles, places, walk }: Findings): Sighting[] {
  const found = profiles.map(({ place, standings }) => ({
    placeId: place?.id ?? '',
    says: bitsOf(standings),
  }));
  if (walk && !walk.complete) return found;
  const absent = places
    .filter(({ outcome }) => outcome === 'absent')
    .map(({ place }) => ({ placeId: account.system === 'systeme' ? '' : place.id, says: 0 }));
  return [...absent, ...found];
}
