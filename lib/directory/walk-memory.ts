import { WALK_START } from '../crm/needs';
import type { WalkMemory } from '../crm/needs';
import type { DirectoryStore, Passing } from './store';

/** Whom the walk of one Systeme.io account has passed: flags are told of them too. */
export function createWalkMemory(
  store: () => Promise<DirectoryStore>,
  accountId: string,
): WalkMemory {
  const keyOf = (print: string): [string, string] => [accountId, print];

  return {
    async position() {
      const { database } = await store();
      return (await database.get('walks', accountId))?.position ?? WALK_START;
    },

    async pass(people, position) {
      const opened = await store();
      // Hashing first: a transaction does not wait for anything but the database.
      const prints = await Promise.all(people.map(({ address }) => opened.fingerprint(address)));
      const transaction = opened.database.transaction(['passings', 'walks'], 'readwrite');
      const passings = transaction.objectStore('passings');
      for (const [index, { id, standings }] of people.entries()) {
        const fingerprint = prints[index] ?? '';
        const passing: Passing = { accountId, fingerprint, id, standings, at: Date.now() };
        void passings.put(passing);
      }
      void transaction.objectStore('walks').put({ accountId, position });
      await transaction.done;
    },

    async recall(address) {
      const { database, fingerprint } = await store();
      const passing = await database.get('passings', keyOf(await fingerprint(address)));
      return passing?.id ?? null;
    },

    async unlearn(address) {
      const { database, fingerprint } = await store();
      await database.delete('passings', keyOf(await fingerprint(address)));
    },
  };
}
