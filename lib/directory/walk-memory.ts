import { WALK_START } from '../crm/needs';
import type { WalkMemory } from '../crm/needs';
import type { DirectoryStore, Sighting } from './store';

/** Whom the walk of one Systeme.io account has passed: kept as sightings, so flags know too. */
export function createWalkMemory(
  store: () => Promise<DirectoryStore>,
  accountId: string,
): WalkMemory {
  const keyOf = (print: string): [string, string, string] => [print, accountId, ''];

  return {
    async position() {
      const { database } = await store();
      return (await database.get('walks', accountId))?.position ?? WALK_START;
    },

    async pass(people, position) {
      const { database, fingerprint } = await store();
      // Hashing first: a transaction does not wait for anything but the database.
      const prints = await Promise.all(people.map(({ address }) => fingerprint(address)));
      const common = { accountId, placeId: '', system: 'systeme', outcome: 'found' } as const;
      const transaction = database.transaction(['sightings', 'walks'], 'readwrite');
      const sightings = transaction.objectStore('sightings');
      for (const [index, { id, standings }] of people.entries()) {
        const print = prints[index] ?? '';
        const sighting: Sighting = { ...common, fingerprint: print, id, standings, at: Date.now() };
        void sightings.put(sighting);
      }
      void transaction.objectStore('walks').put({ accountId, position });
      await transaction.done;
    },

    async recall(address) {
      const { database, fingerprint } = await store();
      const sighting = await database.get('sightings', keyOf(await fingerprint(address)));
      return sighting?.outcome === 'found' ? sighting.id : null;
    },

    async unlearn(address) {
      const { database, fingerprint } = await store();
      await database.delete('sightings', keyOf(await fingerprint(address)));
    },
  };
}
