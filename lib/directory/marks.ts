import type { MarkKind } from '../people/mark';
import { type Tone, toneOf, worstOf } from '../people/standing';
import type { Said } from './asking';
import { standingsOf } from './standing-bits';

/** A place that a look-up would ask today. */
export interface SearchedPlace {
  accountId: string;
  /** Empty in Systeme.io. */
  placeId: string;
  /** Its directory is switched off: what was filled answers no more, forgotten or not yet. */
  isOff?: boolean;
  /**
   * What was seen or caught up with before or, by a clock set back since, after it calls nobody
   * absent: too many may have come.
   */
  trusted?: { since: number; until: number };
}

const LOUD: Partial<Record<Tone, MarkKind>> = {
  stop: 'stop',
  warn: 'attention',
  wait: 'pending',
};

/** How an address is marked, from what the places searched today say of it, in their order. */
export function markOf(said: readonly Said[], searched: readonly SearchedPlace[]): MarkKind {
  let bits = 0;
  let isSilent = searched.length === 0;
  const systems = new Set<boolean>();
  for (const [index, { placeId }] of searched.entries()) {
    const word = said[index] ?? null;
    if (word === null) isSilent = true;
    if (!word) continue;
    bits |= word;
    systems.add(placeId === '');
  }
  // Law 3: not known is said only where every place that would be asked has said so.
  if (bits === 0) return isSilent ? 'unknown' : 'absent';
  return LOUD[toneOf(worstOf(standingsOf(bits)))] ?? (systems.size > 1 ? 'both' : 'one');
}
