/** A database that stays open for whoever asks, for as long as the browser lets it. */

/** What `openDB` is to be given, so that the loss of a database is heard of. */
export interface Losing {
  blocking(version: number, wanted: number | null, event: IDBVersionChangeEvent): void;
  terminated(): void;
}

/**
 * Opened by the first who asks, and anew where that failed or the browser has closed it since;
 * to be asked for each time, never kept.
 */
export function createDatabase<Opened>(
  open: (losing: Losing) => Promise<Opened>,
): () => Promise<Opened> {
  let current: Promise<Opened> | null = null;
  const begin = (): Promise<Opened> => {
    // Of one that was opened since, the end of an earlier one says nothing.
    const lose = (): void => {
      if (current === opening) current = null;
    };
    const opening = open({
      // A deletion or a newer version waits until nobody holds the database.
      blocking(_version, _wanted, event) {
        lose();
        (event.target as IDBDatabase).close(); // This event has no other target.
      },
      terminated: lose,
    }).catch((error: unknown) => {
      lose();
      throw error;
    });
    return opening;
  };
  return () => (current ??= begin());
}
