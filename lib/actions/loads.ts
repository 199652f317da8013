/**
 * Whom imports bring, while this worker lives. Thousands of lines have no place in a journal that
 * keeps ninety days: where the worker dies before it has sent them, the file is chosen again.
 */
import type { Intent } from '../people/intent';
import type { ImportLoad } from '../people/list-work';

export interface Loads {
  put(intent: Intent, load: ImportLoad | null): void;
  of(intent: Intent): ImportLoad | null;
  drop(intent: Intent): void;
}

export function createLoads(): Loads {
  const kept = new Map<string, ImportLoad>();
  return {
    put(intent, load) {
      if (intent.kind === 'import' && load) kept.set(intent.loadId, load);
    },
    of: (intent) => (intent.kind === 'import' && kept.get(intent.loadId)) || null,
    drop(intent) {
      if (intent.kind === 'import') kept.delete(intent.loadId);
    },
  };
}
