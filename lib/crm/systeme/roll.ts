/** The roll of all contacts: from the newest down, whatever is asked for; there is no other way. */
import type { Ask } from '../crm';
import type { RollPage, RollPosition } from '../roll';
import type { SystemeClient } from './client';
import { passedOf } from './map';
import { readAfter } from './walk';

/** A contact may be deleted while its id is the cursor: then the one before it serves. */
const CURSORS_KEPT = 3;

export interface SystemeRollPosition {
  system: 'systeme';
  /** The last ids of the pages before, the latest at the end. */
  cursors: string[];
  passed: number;
}

export async function rollOfContacts(
  client: SystemeClient,
  from: RollPosition | null,
  ask: Ask,
): Promise<RollPage> {
  const before = from?.system === 'systeme' ? from : { cursors: [], passed: 0 };
  const page = await readAfter(client, before.cursors.at(-1) ?? null, ask);
  if (page === 'cursor-gone') {
    const next = { system: 'systeme' as const, ...before, cursors: before.cursors.slice(0, -1) };
    return { people: [], isGroup: false, next, passed: before.passed, total: null };
  }
  const { items, hasMore } = page;
  const passed = before.passed + items.length;
  const cursors = [...before.cursors, ...items.slice(-1).map(({ id }) => id)].slice(-CURSORS_KEPT);
  return {
    people: items.map(passedOf),
    isGroup: false,
    next: hasMore ? { system: 'systeme', cursors, passed } : null,
    passed,
    total: hasMore ? null : passed,
  };
}
